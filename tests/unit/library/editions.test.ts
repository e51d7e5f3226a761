/** Editions in the library: one a day, whoever comes first, and what was shown is never forgotten. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { Edition, PaperEdition } from '../../../src/digest/edition.ts'
import { claimEdition, reviseEdition } from '../../../src/library/editions.ts'
import type { Library } from '../../../src/library/library.ts'
import { readLibraryFile, writeLibraryFile } from '../../../src/library/library-file.ts'
import { mergeInto, previewMerge } from '../../../src/library/merge.ts'
import { failFrom, openSample, samplePaper } from '../../support/library.ts'

const DAY = '2026-11-22'

function edition(numbers: readonly number[], day = DAY): PaperEdition {
  return {
    kind: 'papers',
    day,
    number: 1,
    of: 17,
    since: null,
    generation: 'one',
    shown: numbers.length,
    total: 198,
    sections: [
      {
        kind: 'page',
        search: null,
        entries: numbers.map((number) => ({
          paper: samplePaper(number),
          reason: { kind: 'because', paper: 'p0', title: 'Paper 0', terms: ['agents'] },
          also: [{ kind: 'search', search: 's', name: 'Agents' }],
        })),
        unseen: 198,
        seen: 0,
      },
    ],
    postscripts: [
      { day, entries: [{ paper: samplePaper(99), reason: { kind: 'page', rank: 99, votes: 7 }, also: [] }] },
    ],
  }
}
const last: Edition = {
  ...{ kind: 'last', day: '2026-11-23', number: 2, since: null, generation: 'one' },
  ...{ shown: 198, total: 198, saved: 3, unfolded: 4 },
}
const shownIn = (library: Library): readonly string[] => [...library.snapshot.shown.keys()].sort()

describe('an edition', () => {
  it('is kept as it was sent, with the papers it shows', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, scope: '/kept/' })
    expect(await claimEdition(library, edition([1, 2]))).toEqual({ ok: true, value: edition([1, 2]) })
    await claimEdition(library, last)
    const again = await openSample({ factory, scope: '/kept/' })
    expect(again.snapshot.editions).toEqual([last, edition([1, 2])])
    expect([...again.snapshot.shown]).toEqual(['p1', 'p2', 'p99'].map((id) => [id, DAY]))
  })

  it.each([
    ['on one connection', false],
    ['on two', true],
  ])('has its day to itself: of two claims at once the loser gets the winner’s, %s', async (_, two) => {
    const factory = new IDBFactory()
    const one = await openSample({ factory, scope: '/same/' })
    const other = two ? await openSample({ factory, scope: '/same/' }) : one
    const [a, b] = await Promise.all([claimEdition(one, edition([1])), claimEdition(other, edition([2]))])
    expect(a).toEqual(b)
    await one.reload()
    expect(one.snapshot.editions).toEqual([a.ok && a.value])
    expect(shownIn(one)).toHaveLength(2)
  })

  it('gives way to another only as it was read', async () => {
    const library = await openSample()
    await claimEdition(library, edition([1, 2]))
    expect(await reviseEdition(library, edition([1, 2]), edition([2, 3]))).toEqual({ ok: true, value: edition([2, 3]) })
    expect(shownIn(library)).toEqual(['p2', 'p3', 'p99'])
    expect(await reviseEdition(library, edition([1, 2]), edition([4]))).toEqual({ ok: true, value: edition([2, 3]) })
    expect(shownIn(library)).toEqual(['p2', 'p3', 'p99'])
  })

  it('takes back only what no other day has shown, and never what came again', async () => {
    const library = await openSample()
    const [section] = edition([7]).sections
    const again: PaperEdition['sections'] = section
      ? [
          {
            ...section,
            kind: 'again',
            entries: section.entries.map((entry) => ({ ...entry, reason: { kind: 'again', saved: '2026-11-01' } })),
          },
        ]
      : []
    const before = { ...edition([1, 2]), sections: [...edition([1, 2]).sections, ...again] }
    await claimEdition(library, before)
    await library.write([{ kind: 'shown', id: 'p2', data: { day: '2026-11-23' } }])
    await reviseEdition(library, before, edition([3]))
    expect(shownIn(library)).toEqual(['p2', 'p3', 'p7', 'p99'])
  })

  it('is not revised once it was deleted', async () => {
    const library = await openSample()
    await claimEdition(library, edition([1]))
    await library.forgetAll()
    expect(await reviseEdition(library, edition([1]), edition([2]))).toEqual({ ok: true, value: null })
    expect([library.snapshot.editions, shownIn(library)]).toEqual([[], []])
  })

  it('is not written where it does not fit its form, and no paper counts as shown', async () => {
    const library = await openSample()
    const endless = { ...edition([1]), generation: 'g'.repeat(65) }
    expect(await claimEdition(library, endless)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect([library.snapshot.editions, shownIn(library)]).toEqual([[], []])
  })

  it('takes the place of what stands under its day and is of another', async () => {
    const library = await openSample()
    await library.write([{ kind: 'edition', id: DAY, data: edition([1], '2026-11-20') }])
    expect(await claimEdition(library, edition([2]))).toEqual({ ok: true, value: edition([2]) })
    expect(library.snapshot.editions).toEqual([edition([2])])
  })
})

describe('two libraries', () => {
  it('keep the edition that is here, and unite what was shown', async () => {
    const [here, there] = [await openSample(), await openSample()]
    await claimEdition(here, edition([1]))
    await claimEdition(there, edition([2]))
    await claimEdition(there, edition([3], '2026-11-21'))
    const records = await there.records()
    if (!records.ok) throw new Error('not read')
    const file = await readLibraryFile(writeLibraryFile(records.value, 0))
    if (!file.ok) throw new Error(file.error.kind)
    await mergeInto(here, file.value.records, 'merge')
    expect(here.snapshot.editions).toEqual([edition([1]), edition([3], '2026-11-21')])
    expect(shownIn(here)).toEqual(['p1', 'p2', 'p3', 'p99'])
  })

  it('have shown what either has, also where the other took it back later', async () => {
    const [here, there] = [await openSample(), await openSample()]
    await claimEdition(there, edition([1]))
    await claimEdition(here, edition([1]))
    await reviseEdition(here, edition([1]), edition([2]))
    const records = await there.records()
    if (!records.ok) throw new Error('not read')
    await mergeInto(here, records.value, 'merge')
    expect(shownIn(here)).toEqual(['p1', 'p2', 'p99'])
  })

  it('take no edition in that is no edition', async () => {
    const library = await openSample()
    const damaged = { ...edition([1]), sections: [{ kind: 'trending' }] }
    const file = await readLibraryFile(
      writeLibraryFile([{ kind: 'edition', id: DAY, v: 1, changed: 1, data: damaged }], 0).replace(
        '"records":[',
        `"records":[\n${JSON.stringify({ kind: 'edition', id: DAY, v: 1, changed: 1, data: damaged })}`,
      ),
    )
    expect(file).toEqual({ ok: false, error: { kind: 'damaged', record: 1 } })
    expect(library.snapshot.editions).toEqual([])
  })
})

describe('a database that refuses', () => {
  it('has no edition kept, and says why', async () => {
    const library = await openSample({ patience: 40 })
    const fault = failFrom(1, Infinity, 'finds the disk full')
    expect(await claimEdition(library, edition([1]))).toMatchObject({ ok: false, error: { kind: 'full' } })
    expect(await library.forgetAll()).toMatchObject({ ok: false })
    expect(await previewMerge(library, [], 'merge')).toMatchObject({ ok: false })
    fault.undo()
    expect([library.snapshot.editions, shownIn(library)]).toEqual([[], []])
  })

  it('has the edition of a later build stay as it is', async () => {
    const library = await openSample()
    const later = { kind: 'edition', id: DAY, v: 2, changed: 1, data: { cells: [] } }
    await mergeInto(library, [later], 'merge')
    expect(await claimEdition(library, edition([1]))).toEqual({ ok: false, error: { kind: 'later-record' } })
    expect(await library.records()).toEqual({ ok: true, value: [later] })
  })
})
