/** A sweep drops what nothing holds, and leaves all else. */
import { describe, expect, it } from 'vitest'
import { removeFromList } from '../../../src/library/lists.ts'
import { mergeInto } from '../../../src/library/merge.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { markDone, markOpened } from '../../../src/library/reading.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { sweep } from '../../../src/library/sweep.ts'
import { Clock, openSample, samplePaper } from '../../support/library.ts'
import { act, kept, list, save, type Step } from '../../support/steps.ts'

const one = samplePaper(1)
const two = samplePaper(2)
const DAY = 86_400_000

describe('paper copies that nothing holds', () => {
  it.each([
    ['are dropped after a day', DAY + 10, true],
    ['stay for a day, for an undo', DAY - 1, false],
  ])('%s', async (_, later, gone) => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await act(library, [save(1), save(2), (s) => removeFromList([kept(s, 'p1')], TO_READ)])
    clock.time += later
    await sweep(library)
    const records = await library.records()
    const copies = records.ok ? records.value.filter(({ kind, data }) => kind === 'paper' && data !== null) : []
    expect(copies.map(({ id }) => id)).toEqual(gone ? ['p2'] : ['p1', 'p2'])
  })
})

describe('a sweep', () => {
  it('drops a copy that nothing ever held, and one whose note is gone', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await act(library, [() => [{ kind: 'paper', id: 'p1', data: one }], () => writeNote(two, 'x'), () => writeNote(two, '')])
    clock.time += DAY + 10
    await sweep(library)
    const records = await library.records()
    expect(records.ok && records.value.filter(({ data }) => data !== null)).toEqual([])
  }) // prettier-ignore

  it.each<[string, readonly Step[]]>([
    ['a copy in a list', [save(1)]],
    ['a copy with a note, in no list', [() => writeNote(one, 'x')]],
    ['a copy taken out of one list of two', [save(1), save(1, 'l'), (s) => removeFromList([kept(s, 'p1')], TO_READ)]],
    ['what is no copy', [() => markDone([one], 1), list('p1', 'List'), () => markOpened([one], 1)]],
  ])('leaves %s', async (_, steps) => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await act(library, [list('l', 'Of mine'), ...steps])
    const before = await library.records()
    clock.time += DAY + 10
    await sweep(library)
    expect(await library.records()).toEqual(before)
  })

  it('that has dropped a copy has nothing left to do', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await act(library, [save(1), (s) => removeFromList([kept(s, 'p1')], TO_READ)])
    clock.time += DAY + 10
    await sweep(library)
    const after = await library.records()
    clock.time += DAY + 10
    await sweep(library)
    expect(await library.records()).toEqual(after)
  })

  it.each(['paper', 'past-edition'])('leaves the %s of a later build in its place', async (later) => {
    const library = await openSample()
    const record = { kind: later, id: '2020-01-01', v: 2, changed: 1, data: { cells: [] } }
    await mergeInto(library, [record], 'merge')
    const { kind, id } = { kind: 'edition', id: '2020-01-01' } as const
    const dated = { day: id, number: 1, since: null, generation: 'g', shown: 0, total: 0 }
    await library.write([{ kind, id, data: { ...dated, kind: 'last', saved: 0, unfolded: 0 } }])
    await sweep(library)
    const records = await library.records()
    expect(records.ok && records.value.find((one) => one.kind === later)).toEqual(record)
  })
})
