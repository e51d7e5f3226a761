/** An edition: which papers, from where, how many, and what it says of them. */
import { describe, expect, it } from 'vitest'
import { composeEdition, composePostscript } from '../../../src/digest/compose.ts'
import { entriesOf, type Edition } from '../../../src/digest/edition.ts'
import type { EditionFacts } from '../../../src/digest/facts.ts'
import type { Lean, TopicRule } from '../../../src/digest/rules.ts'
import { byTopics, factsAfter, pageOf } from '../../support/digest.ts'
import { DAY, facts, idsIn, page, papers, sections, sizes } from '../../support/sixty-papers.ts'

const near = pageOf(papers, byTopics(papers))
const SEARCHES = [
  { id: 's1', name: 'Video', query: 'video' },
  { id: 's2', name: 'With code', query: 'code:link' },
]
const saved = (...ids: readonly string[]) => ids.map((id) => ({ id, title: `Title of ${id}`, day: DAY }))
const ids = (edition: Edition): readonly string[] => entriesOf(edition).map((entry) => entry.paper.id)

describe('an edition', () => {
  it('of a new reader is the page, mixed', () => {
    const edition = composeEdition(near, facts())
    expect(edition).toMatchObject({ kind: 'papers', day: DAY, number: 1, of: 5, since: null, shown: 12, total: 60 })
    expect(sizes(edition)).toBe('page 12')
    expect(sections(edition)[0]).toMatchObject({ unseen: 60, seen: 0, search: null })
    expect(entriesOf(edition)[0]).toMatchObject({ reason: { kind: 'page', rank: 0 }, also: [] })
  })

  it.each<[Lean, string]>([
    [1, 'page 12'],
    [2, 'search 1, search 1, because 1, page 9'],
    [3, 'search 2, search 2, because 2, page 6'],
    [4, 'search 3, search 3, because 3, page 3'],
    [5, 'search 3, search 3, because 4, page 2'],
  ])('leaning %d of 5 has %s', (lean, expected) => {
    expect(sizes(composeEdition(near, facts({ searches: SEARCHES, saved: saved('p1') }, { lean })))).toBe(expected)
  })

  it.each([
    [5, 'search 1, search 1, page 3'],
    [12, 'search 3, search 3, page 6'],
    [30, 'search 8, search 7, page 15'],
  ])('of %d papers has half of them from saved searches at most: %s', (size, expected) => {
    expect(sizes(composeEdition(page, facts({ searches: SEARCHES }, { size })))).toBe(expected)
  })

  it('gives Because you saved what saved searches do not use, and the page the rest', () => {
    expect(sizes(composeEdition(near, facts({ saved: saved('p1') })))).toBe('because 6, page 6')
    const rare = [{ id: 's', name: 'One', query: 'title:"Paper 7"' }]
    expect(sizes(composeEdition(page, facts({ searches: rare })))).toBe('search 1, page 11')
  })

  it('takes of each saved search in turn, in page order, no paper twice', () => {
    const edition = composeEdition(page, facts({ searches: SEARCHES }))
    expect(sections(edition).slice(0, 2).map(idsIn)).toEqual([
      ['p0', 'p5', 'p10'],
      ['p3', 'p6', 'p9'],
    ])
    expect(new Set(ids(edition)).size).toBe(12)
  })

  it('shows in the highest section what two searches find, also where the lower one would come to it first', () => {
    const searches = ['title:"Paper 0" OR title:"Paper 5"', 'title:"Paper 5" OR title:"Paper 6"'].map((query, at) => {
      return { id: `s${at}`, name: 'S', query }
    })
    const edition = composeEdition(page, facts({ searches }))
    expect(sections(edition).slice(0, 2).map(idsIn)).toEqual([['p0', 'p5'], ['p6']])
  })

  it('counts honestly what a section had to choose from, and what was seen', () => {
    const shown = ['p0', 'p5', 'p3', 'p1'].map((id) => ({ id, day: '2026-11-20' }))
    const edition = composeEdition(page, facts({ searches: SEARCHES, shown, made: 1, previous: '2026-11-21' }))
    expect(sections(edition).map(({ kind, unseen, seen }) => [kind, unseen, seen])).toEqual([
      ['search', 10, 2],
      ['search', 17, 2],
      ['page', 50, 4],
    ])
  })

  it('says which papers near to the reader’s were seen, and of no other section, which can be asked anew', () => {
    const shown = ['p0', 'p8', 'p15', 'p22'].map((id) => ({ id, day: '2026-11-20' }))
    const edition = composeEdition(near, facts({ searches: SEARCHES, saved: saved('p1'), shown, made: 1 }))
    expect(sections(edition).map(({ kind, seen, seenIds }) => [kind, seen, seenIds])).toEqual([
      ['search', 2, undefined],
      ['search', 2, undefined],
      ['because', 3, ['p8', 'p15', 'p22']],
      ['page', 4, undefined],
    ])
  })

  it('names the saved paper that pulled an entry, and what the two share', () => {
    const [because] = sections(composeEdition(near, facts({ saved: saved('p1') })))
    expect(because?.entries[0]).toMatchObject({
      paper: { id: 'p8' },
      reason: { kind: 'because', paper: 'p1', title: 'Title of p1', terms: ['t1'] },
    })
  })

  it('marks an entry with the other reasons it would have had', () => {
    const edition = composeEdition(near, facts({ searches: SEARCHES, saved: saved('p7') }))
    expect(entriesOf(edition)[0]).toMatchObject({
      paper: { id: 'p0' },
      reason: { kind: 'search', search: 's1' },
      also: [
        { kind: 'search', search: 's2', name: 'With code' },
        { kind: 'because', paper: 'p7', terms: ['t0'] },
      ],
    })
  })

  it('has none that was shown, saved, done or refused', () => {
    const edition = composeEdition(
      page,
      facts({ shown: [{ id: 'p0', day: '2026-11-21' }], saved: saved('p1'), done: ['p2'], refused: ['p3'] }),
    )
    expect(ids(edition)).not.toEqual(expect.arrayContaining(['p0']))
    expect(ids(edition).filter((id) => ['p0', 'p1', 'p2', 'p3'].includes(id))).toEqual([])
  })

  it('has more of topics of which the reader wants more, less of others, and of some none', () => {
    const count = (rule: TopicRule | null, searches = [] as EditionFacts['searches']): number => {
      const topics = new Map(rule === null ? [] : [['t2', rule]])
      const edition = composeEdition(page, facts({ searches }, { topics }))
      return entriesOf(edition).filter((entry) => entry.paper.topics.includes('t2')).length
    }
    expect(count('more')).toBeGreaterThan(count(null))
    expect(count('less')).toBeLessThan(count(null))
    expect(count('never')).toBe(0)
    expect(count('never', SEARCHES)).toBe(0)
  })

  it('is the same whatever order its facts come in', () => {
    const shown = [1, 2, 3].map((n) => ({ id: `p${n}`, day: '2026-11-21' }))
    const some = facts({ shown, done: ['p7', 'p9'], searches: SEARCHES })
    const turned = { ...some, shown: [...some.shown].reverse(), done: [...some.done].reverse() }
    expect(composeEdition(pageOf([...papers].reverse()), turned)).toEqual(composeEdition(page, some))
  })

  it('says how many editions the page makes', () => {
    const first = composeEdition(page, facts())
    const second = composeEdition(page, factsAfter(facts(), first))
    expect(second).toMatchObject({ number: 2, of: 5, shown: 24 })
  })
})

describe('the end of the page', () => {
  const shown = papers.map(({ id }) => ({ id, day: '2026-11-20' }))
  it('says what was shown, saved, and unfolded without being saved', () => {
    const edition = composeEdition(
      page,
      facts({ shown, made: 5, saved: saved('p1', 'p2', 'elsewhere'), unfolded: ['p2', 'p3', 'p4'] }),
    )
    expect(edition).toMatchObject({ kind: 'last', number: 6, shown: 60, total: 60, saved: 2, unfolded: 2 })
    expect(entriesOf(edition)).toEqual([])
  })
  it('comes before papers would come again, and not before the last is shown', () => {
    const all = facts({ shown: shown.slice(1), made: 5 })
    expect(composeEdition(page, all)).toMatchObject({ kind: 'papers', of: 6, shown: 60 })
    const old = [{ id: 'p1', title: 'p1', day: '2026-01-01' }]
    expect(composeEdition(page, facts({ shown, saved: old }))).toMatchObject({ kind: 'last' })
  })
  it('is the whole edition of a page without papers', () => {
    expect(composeEdition(pageOf([]), facts())).toMatchObject({ kind: 'last', shown: 0, total: 0 })
  })
})

describe('a postscript', () => {
  it('has what arrived and was not shown, five at most, and nothing again', () => {
    const arrived = new Set(['p40', 'p41', 'p42', 'p43', 'p44', 'p45', 'p46', 'gone'])
    const old = [{ id: 'p44', title: 'p44', day: '2026-01-01' }]
    const some = facts({ shown: [{ id: 'p40', day: DAY }], saved: old, searches: SEARCHES })
    const entries = composePostscript(page, some, arrived)
    expect(entries.map((entry) => entry.paper.id).sort()).toEqual(['p41', 'p42', 'p43', 'p45', 'p46'])
    expect(entries[0]?.reason).toMatchObject({ kind: 'search', search: 's1' })
  })
  it('is no longer than five, however many arrived, nor than an edition', () => {
    const arrived = new Set(papers.map(({ id }) => id))
    expect(composePostscript(page, facts(), arrived)).toHaveLength(5)
    expect(composePostscript(page, facts({}, { size: 4 }), arrived)).toHaveLength(4)
  })
  it('is empty where nothing arrived', () => {
    expect(composePostscript(page, facts(), new Set())).toEqual([])
  })
})
