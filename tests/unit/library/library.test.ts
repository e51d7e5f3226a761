/** A library takes a change that fits, later than all before it, and refuses any other whole. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../src/library/library.ts'
import { saveToList } from '../../../src/library/lists.ts'
import { bringPapers, waitFor } from '../../../src/library/mine.ts'
import { addLink, writeNote } from '../../../src/library/notes.ts'
import { markDone } from '../../../src/library/reading.ts'
import type { Change } from '../../../src/library/record.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { Clock, openSample, samplePaper } from '../../support/library.ts'
import { kept, LINK } from '../../support/steps.ts'

const one = samplePaper(1)
const two = samplePaper(2)

describe('a change', () => {
  const MISFITS: readonly (readonly [string, Change])[] = [
    ['a list without a name', [{ kind: 'list', id: 'a', data: { name: '', order: 1 } }]],
    ['a paper called __proto__', markDone([{ id: '__proto__', title: 'x' }], 1)],
    ['a link that is a script', addLink(one, 'javascript:alert(1)')],
    ['a link without encryption', addLink(one, 'http://example.org')],
    ['a link that waits for a script', waitFor({ waiting: new Map() }, [{ ...LINK, url: 'javascript:alert(1)' }], 1)],
    ['a paper brought whose code is a script', bringPapers([{ ...one, codeLinks: ['javascript:alert(1)'] }], 1)],
    ['a note of a megabyte', writeNote(one, 'x'.repeat(1_000_000))],
    ['a good one beside a bad one', [...markDone([one], 1), ...markDone([two], NaN)]],
  ]
  it.each(MISFITS)('that does not fit is refused whole: %s', async (_, change) => {
    const library = await openSample()
    expect(await library.write(change)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(await library.records()).toEqual({ ok: true, value: [] })
    expect(library.unsaved).toEqual([])
  })

  it('is later than what it follows, also when the clock was set back', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await library.write(writeNote(one, 'today'))
    clock.time -= 1_000_000
    await library.write(writeNote(one, 'a clock set back'))
    const records = await library.records()
    expect(records.ok && records.value.find(({ kind }) => kind === 'note')).toMatchObject({
      changed: clock.time + 1_000_001,
      data: { text: 'a clock set back' },
    })
  })

  it('that changes nothing writes nothing', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await library.write(saveToList(library.snapshot, [one], TO_READ, 1))
    const before = await library.records()
    clock.time += 1_000
    await library.write(saveToList(library.snapshot, [one], TO_READ, 2))
    expect(await library.records()).toEqual(before)
  })
})

describe('ids that mean something to JavaScript', () => {
  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s is a paper like any other', async (id) => {
    const library = await openSample()
    await library.write(markDone([{ id, title: id }], 1))
    expect(kept(library.snapshot, id).done).toBe(1)
    expect([...library.snapshot.papers.keys()]).toEqual([id])
  })
})

it('a library is opened with patience of its own', async () => {
  const library = openLibrary({ scope: '/patience/', indexedDB: () => new IDBFactory(), now: () => 1 })
  expect(await library.opened).toEqual({ ok: true, value: null })
  library.close()
})
