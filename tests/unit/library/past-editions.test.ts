/** Editions of long ago: titles are enough, in a library that goes on for ten years. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/base/days.ts'
import type { Paper } from '../../../src/corpus/paper.ts'
import { titleOnly } from '../../../src/corpus/title-only.ts'
import { entriesOf, type Edition, type Entry, type PaperEdition } from '../../../src/digest/edition.ts'
import { claimEdition } from '../../../src/library/editions.ts'
import { readLibraryFile, writeLibraryFile } from '../../../src/library/library-file.ts'
import { shrinkEditions } from '../../../src/library/past-editions.ts'
import type { Envelope } from '../../../src/library/record.ts'
import { sweep } from '../../../src/library/sweep.ts'
import { Clock, openSample, samplePaper } from '../../support/library.ts'
import { seedPapers } from '../../support/papers.ts'

const DAY_MS = 86_400_000
/** 21 September 2026. */
const clock = new Clock()
const TODAY = '2026-09-21'

function edition(day: string, papers: readonly Paper[]): PaperEdition {
  const because = (paper: Paper): Entry => ({
    paper,
    reason: { kind: 'because', paper: 'p0', title: samplePaper(0).title, terms: ['pipeline parallelism', 'bubble'] },
    also: [{ kind: 'search', search: 's', name: 'Pipelines' }],
  })
  const page = (paper: Paper): Entry => ({ paper, reason: { kind: 'page', rank: paper.rank }, also: [] })
  const section = { search: null, unseen: 190, seen: 8 }
  return {
    ...{ kind: 'papers', day, number: 1, of: 17, since: null, generation: `${day}-one`, shown: 12, total: 198 },
    sections: [
      { ...section, kind: 'because', seenIds: ['p7', 'p8'], entries: papers.slice(0, 4).map(because) },
      { ...section, kind: 'page', entries: papers.slice(4).map(page) },
    ],
    postscripts: [],
  }
}

const sectionsOf = (editions: readonly Edition[]) =>
  editions.flatMap((one) => (one.kind === 'papers' ? one.sections : []))

describe('an edition', () => {
  const papers = Array.from({ length: 6 }, (_, n) => samplePaper(n))

  it('keeps ids, titles and reasons after a month, and the younger ones stay whole', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, clock, scope: '/past/' })
    const [old, young] = [edition(addDays(TODAY, -40), papers), edition(addDays(TODAY, -20), papers)]
    for (const one of [old, young]) await claimEdition(library, one)
    const shown = library.snapshot.shown
    // Until the sweep, and in libraries that never had one, whole ones of any age are shown.
    expect(library.snapshot.editions).toEqual([young, old])
    await sweep(library)
    const again = await openSample({ factory, clock, scope: '/past/' })
    for (const { editions } of [library.snapshot, again.snapshot]) {
      expect(editions[0]).toEqual(young)
      expect(sectionsOf(editions).map(({ seen, seenIds }) => [seen, seenIds])).toEqual([
        [8, ['p7', 'p8']],
        [8, undefined],
        [8, undefined],
        [8, undefined],
      ])
      const past = editions[1] ?? expect.fail()
      expect(entriesOf(past).map(({ paper }) => paper)).toEqual(papers.map(titleOnly))
      expect(entriesOf(past).map(({ reason, also }) => [reason, also])).toEqual(
        entriesOf(old).map(({ reason, also }) => [reason, also]),
      )
      expect([past.day, past.number, past.total]).toEqual([old.day, old.number, old.total])
    }
    expect(again.snapshot.shown).toEqual(shown)
    const before = await library.records()
    await sweep(library)
    expect(await library.records()).toEqual(before)
  })

  it('of which only the words of the end are left is kept, and shown under its day alone', async () => {
    const library = await openSample({ clock })
    const day = addDays(TODAY, -40)
    const dated = { day, number: 2, since: null, generation: 'g', shown: 1, total: 1 }
    const last: Edition = { ...dated, kind: 'last', saved: 0, unfolded: 0 }
    await claimEdition(library, last)
    await sweep(library)
    expect(library.snapshot.editions).toEqual([last])
    const other = addDays(TODAY, -41)
    await library.write([{ kind: 'past-edition', id: other, data: last }])
    expect(library.snapshot.editions, 'one under another day is none').toEqual([last])
    await library.write([{ kind: 'edition', id: day, data: { ...last, saved: 9 } }])
    expect(library.snapshot.editions, 'the whole one stands').toEqual([{ ...last, saved: 9 }])
  })

  it('is left as it is where it is young, gone, of a later build, damaged, or of another day', () => {
    const data = edition(addDays(TODAY, -40), papers)
    const record: Envelope = { kind: 'edition', id: data.day, v: 1, changed: 1, data }
    const young = addDays(TODAY, -31)
    const shrunk = (some: Partial<Envelope>) => shrinkEditions([{ ...record, ...some }], clock.time).length
    expect([
      shrunk({}),
      shrunk({ id: young, data: edition(young, papers) }),
      shrunk({ id: addDays(TODAY, -32), data: edition(addDays(TODAY, -32), papers) }),
      shrunk({ data: null }),
      shrunk({ v: 2 }),
      shrunk({ data: { damaged: true } }),
      shrunk({ id: addDays(TODAY, -41) }),
      shrunk({ kind: 'note' }),
    ]).toEqual([2, 0, 2, 0, 0, 0, 0, 0])
  })

  it('that another device still has whole comes in as it is here', async () => {
    const library = await openSample({ clock })
    await claimEdition(library, edition(addDays(TODAY, -40), papers))
    const whole = await library.records()
    await sweep(library)
    const swept = await library.records()
    const { mergeInto } = await import('../../../src/library/merge.ts')
    await mergeInto(library, whole.ok ? whole.value : [], 'merge')
    expect(await library.records()).toEqual(swept)
  })
})

describe('ten years of daily editions', () => {
  const seeds = seedPapers()
  const days = Array.from({ length: 3_650 }, (_, n) => addDays(TODAY, n - 3_649))
  const put = (kind: string, id: string, data: unknown): Envelope => ({ kind, id, v: 1, changed: clock.time, data })
  const papersOf = (n: number): readonly Paper[] =>
    Array.from({ length: 12 }, (_, at) => {
      const seed = seeds[(n * 12 + at) % seeds.length] ?? expect.fail()
      return { ...seed, id: `id${String(n * 12 + at).padStart(8, '0')}` }
    })
  /** All that the digest leaves in a library. */
  const years = days.flatMap((day, n) => [
    put('edition', day, edition(day, papersOf(n))),
    put('finished', day, { at: clock.time, minutes: 7 }),
    ...papersOf(n).map(({ id }) => put('shown', id, { day })),
  ])

  it('fit into a library file that Import takes in, where whole ones fill it in a few', async () => {
    const small = shrinkEditions(years, clock.time + DAY_MS)
    expect(small.length).toBeGreaterThan(2 * 3_600)
    const after = new Map(years.map((record) => [`${record.kind} ${record.id}`, record]))
    for (const { kind, id, data } of small) after.set(`${kind} ${id}`, put(kind, id, data))
    const read = await readLibraryFile(writeLibraryFile([...after.values()], clock.time))
    expect(read.ok && read.value.records.length).toBe(after.size)
    const some = years.slice(0, years.length / 3)
    expect(await readLibraryFile(writeLibraryFile(some, clock.time))).toMatchObject({ error: { kind: 'too-large' } })
  })
})
