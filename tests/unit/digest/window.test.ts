/** Editions of a corpus that comes day by day: each paper is offered once, whatever days the reader or the source leaves out. */
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../src/base/days.ts'
import type { Paper } from '../../../src/corpus/paper.ts'
import { composeEdition, composePostscript } from '../../../src/digest/compose.ts'
import { entriesOf, type Edition, type ListedDays } from '../../../src/digest/edition.ts'
import { factsOfNewReader, type EditionFacts, type Page } from '../../../src/digest/facts.ts'
import { daysOf, isOfDays } from '../../../src/digest/window.ts'
import { byTopics, factsAfter, pageOf } from '../../support/digest.ts'
import { paper } from '../../support/papers.ts'

const DAY = '2026-11-22'
const THE_DAY_BEFORE = '2026-11-21'

/** So many papers of a day, named by it. */
const listed = (day: Day, count: number, from = 0): readonly Paper[] =>
  Array.from({ length: count }, (_, at) => paper({ id: `${day}-${from + at}`, title: day, listed: day }))
/** The corpus taken on a day, the newest papers first. */
const taken = (day: Day, ...papers: readonly (readonly Paper[])[]): Page => {
  const inOrder = papers.flat().toSorted((a, b) => ((a.listed ?? '') < (b.listed ?? '') ? 1 : -1))
  const ranked = inOrder.map((one, rank) => ({ ...one, rank }))
  return { ...pageOf(ranked, byTopics(ranked)), generation: `${day}-x`, dated: true }
}
const facts = (some: Partial<EditionFacts> = {}): EditionFacts => ({ ...factsOfNewReader(DAY), ...some })
const ids = (edition: Edition): readonly string[] => entriesOf(edition).map(({ paper: { id } }) => id)
const undated = Array.from({ length: 5 }, (_, at) => paper({ id: `undated-${at}`, title: 'Undated' }))

describe('the days of an edition', () => {
  const page = taken(DAY, listed(DAY, 3), listed('2026-11-20', 4), undated)
  it.each<[string, ListedDays | null, Day | null, string]>([
    ['of a new reader are the newest', null, null, DAY],
    [
      'after one that went up to a day are the later ones',
      { from: '', to: '2026-11-20', papers: 4 },
      DAY,
      '2026-11-21',
    ],
    ['are that day again if it has more papers now', { from: '', to: '2026-11-20', papers: 3 }, DAY, '2026-11-20'],
    ['after one that does not say so begin with its own', null, '2026-11-20', '2026-11-20'],
    ['after one of a day that had no papers yet are the newest', null, '2026-11-23', DAY],
    ['are none where nothing came', { from: '', to: DAY, papers: 3 }, DAY, '2026-11-23'],
  ])('%s', (_, before, previous, from) => {
    expect(daysOf(page, { listed: before, previous })).toEqual({ from, to: DAY, papers: 3 })
  })

  it('do not go beyond the day on which the corpus was taken', () => {
    const page = taken(DAY, listed(DAY, 2), listed('2027-03-01', 1))
    expect(daysOf(page, facts())).toEqual({ from: DAY, to: DAY, papers: 2 })
  })

  it('are none of a page without days, and none in a page whose papers have none', () => {
    expect(daysOf({ ...page, dated: false }, facts())).toBeNull()
    expect(daysOf(taken(DAY, undated), facts())).toBeNull()
    expect(undated.map((one) => isOfDays(one, null))).toEqual(undated.map(() => true))
  })
})

describe('an edition of days', () => {
  const page = taken(DAY, listed(DAY, 20), listed(THE_DAY_BEFORE, 20), undated)

  it('has their papers alone, and counts them alone', () => {
    const edition = composeEdition(page, facts())
    expect(edition).toMatchObject({
      kind: 'papers',
      of: 1,
      shown: 12,
      total: 45,
      listed: { from: DAY, to: DAY, papers: 20 },
      sections: [{ kind: 'page', unseen: 20, seen: 0 }],
    })
    expect(entriesOf(edition).every(({ paper }) => paper.listed === DAY)).toBe(true)
  })

  it('has of the archive what a saved search finds and what comes again, not what is near', () => {
    const saved = [{ id: 'undated-0', title: 'U', day: '2026-11-01' }]
    const old = taken(
      DAY,
      listed(DAY, 3),
      undated.map((one) => ({ ...one, topics: ['t'] })),
    )
    const searches = [{ id: 's', name: 'S', query: 'title:undated' }]
    const kinds = (some: Partial<EditionFacts>) => {
      const edition = composeEdition(old, facts(some))
      return edition.kind === 'papers' ? edition.sections.map(({ kind, entries }) => [kind, entries.length]) : []
    }
    expect(kinds({ saved })).toEqual([
      ['page', 3],
      ['again', 1],
    ])
    expect(kinds({ saved, searches })).toEqual([
      ['search', 4],
      ['page', 3],
      ['again', 1],
    ])
  })

  it('is a sentence where nothing came, also for a reader with papers to come again', () => {
    const before = { from: DAY, to: DAY, papers: 20 }
    const saved = [{ id: 'undated-0', title: 'U', day: '2026-11-01' }]
    expect(composeEdition(page, facts({ day: '2026-11-23', listed: before, saved }))).toMatchObject({
      kind: 'last',
      listed: { to: DAY, papers: 20 },
    })
  })

  it('has a postscript of what arrived of its days, and of the archive what a search finds', () => {
    const after = facts({ listed: { from: DAY, to: DAY, papers: 18 } })
    const arrived = new Set([`${DAY}-18`, `${DAY}-19`, `${THE_DAY_BEFORE}-0`, 'undated-0'])
    const found = (some: Partial<EditionFacts>) =>
      composePostscript(page, { ...after, ...some }, arrived)
        .map(({ paper: { id } }) => id)
        .sort()
    expect(found({})).toEqual([`${DAY}-18`, `${DAY}-19`])
    expect(found({ searches: [{ id: 's', name: 'S', query: 'title:undated' }] })).toContain('undated-0')
  })
})

/**
 * A source that lists some papers a day, read by someone on some days: which of all its papers editions had to choose
 * from, and how often. `late`: how many of a day come only on the next.
 */
function live(counts: readonly number[], reads: readonly boolean[], late: number) {
  const offered = new Map<string, number>()
  const editions: Edition[] = []
  let known = facts()
  for (const [at, isRead] of reads.entries()) {
    if (!isRead) continue
    const day = addDays(DAY, at)
    const days = counts.slice(0, at + 1).map((count, back) => {
      const here = back === at ? Math.max(0, count - late) : count
      return listed(addDays(DAY, back), here)
    })
    const page = taken(day, ...days, undated)
    const edition = composeEdition(page, { ...known, day })
    const window = daysOf(page, known)
    const shown = new Set(known.shown.map(({ id }) => id))
    for (const one of page.papers)
      if (isOfDays(one, window) && !shown.has(one.id)) offered.set(one.id, (offered.get(one.id) ?? 0) + 1)
    editions.push(edition)
    known = factsAfter({ ...known, day }, edition)
  }
  return { offered, editions, shown: known.shown }
}

const COUNTS = [30, 12, 0, 5, 40, 0, 0, 8, 13, 60, 1, 0, 25, 3, 12, 11, 0, 7, 20, 9]
const everyDay = COUNTS.map(() => true)
const all = (from = 0) => COUNTS.flatMap((count, at) => (at < from ? [] : listed(addDays(DAY, at), count)))

describe('twenty days of a source', () => {
  it.each<[string, readonly boolean[]]>([
    ['read every day', everyDay],
    ['read every third day', COUNTS.map((_, at) => at % 3 === 0 || at === 19)],
    ['left for two weeks', COUNTS.map((_, at) => at < 3 || at > 16)],
  ])('%s offer each paper once', (_, reads) => {
    const { offered } = live(COUNTS, reads, 0)
    expect([...offered.keys()].sort()).toEqual(
      all()
        .map(({ id }) => id)
        .sort(),
    )
    expect([...offered.values()].filter((times) => times !== 1)).toEqual([])
  })

  it('lose none of those that come a day late, though the edition had been made', () => {
    const { offered } = live([...COUNTS, 0], [...everyDay, true], 4)
    expect([...offered.keys()].sort()).toEqual(
      all()
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('show what there is room for, nothing twice, and on quiet days a sentence', () => {
    const { editions, shown } = live(COUNTS, everyDay, 0)
    expect(editions.map((edition) => ids(edition).length)).toEqual(COUNTS.map((count) => Math.min(12, count)))
    expect(editions.map(({ kind }) => kind)).toEqual(COUNTS.map((count) => (count === 0 ? 'last' : 'papers')))
    expect(new Set(shown.map(({ id }) => id)).size).toBe(editions.flatMap(ids).length)
    for (const [at, edition] of editions.entries())
      if (edition.kind === 'papers') expect(edition.sections).toMatchObject([{ unseen: COUNTS[at] ?? 0, seen: 0 }])
  })

  it('make one edition of the days that the reader was away', () => {
    const { editions } = live(
      COUNTS,
      COUNTS.map((_, at) => at === 0 || at === 9),
      0,
    )
    expect(editions[1]).toMatchObject({
      since: '2026-11-23',
      listed: { from: '2026-11-23', to: '2026-12-01' },
      sections: [{ unseen: 12 + 5 + 40 + 8 + 13 + 60 }],
    })
    expect(ids(editions[1] ?? never())).toHaveLength(12)
  })
})

function never(): never {
  throw new Error('there are two editions')
}
