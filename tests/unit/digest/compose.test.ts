/** An edition: which papers, from where, how many, and what it says of them. */
import { describe, expect, it } from 'vitest'
import { composeEdition, composePostscript } from '../../../src/digest/compose.ts'
import { entriesOf, type Edition, type Section } from '../../../src/digest/edition.ts'
import { factsOfNewReader, type EditionFacts } from '../../../src/digest/facts.ts'
import { DEFAULT_RULES, type Lean, type Rules, type TopicRule } from '../../../src/digest/rules.ts'
import { byTopics, factsAfter, pageOf } from '../../support/digest.ts'
import { paper } from '../../support/papers.ts'

const DAY = '2026-11-22'
/** 60 papers of five topics in turn; every third has code, every fifth speaks of "video". */
const papers = Array.from({ length: 60 }, (_, rank) =>
  paper({
    id: `p${rank}`,
    title: `Paper ${rank}`,
    abstract: rank % 5 === 0 ? 'On video.' : '',
    rank,
    topics: [`t${rank % 7}`],
    code: rank % 3 === 0 ? 'link' : 'none',
  }),
)
const page = pageOf(papers)
const near = pageOf(papers, byTopics(papers))
const SEARCHES = [
  { id: 's1', name: 'Video', query: 'video' },
  { id: 's2', name: 'With code', query: 'code:link' },
]

const facts = (some: Partial<EditionFacts> = {}, rules: Partial<Rules> = {}): EditionFacts => ({
  ...factsOfNewReader(DAY),
  rules: { ...DEFAULT_RULES, ...rules },
  ...some,
})
const saved = (...ids: readonly string[]) => ids.map((id) => ({ id, title: `Title of ${id}`, day: DAY }))
const ids = (edition: Edition): readonly string[] => entriesOf(edition).map((entry) => entry.paper.id)
const idsIn = (section: Section | undefined) => section?.entries.map((entry) => entry.paper.id) ?? []
const sections = (edition: Edition): readonly Section[] => (edition.kind === 'papers' ? edition.sections : [])
const sizes = (edition: Edition): string =>
  sections(edition)
    .map(({ kind, entries }) => `${kind} ${entries.length}`)
    .join(', ')

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

describe('what was saved comes again', () => {
  const day = '2026-11-22'
  const at = (id: string, savedOn: string) => ({ id, title: id, day: savedOn })
  const again = (some: Partial<EditionFacts>, rules: Partial<Rules> = {}) =>
    idsIn(sections(composeEdition(page, facts({ day, ...some }, rules))).find(({ kind }) => kind === 'again'))

  it.each<[string, Partial<EditionFacts>, readonly string[]]>([
    ['a week after it was saved', { saved: [at('p1', '2026-11-15'), at('p2', '2026-11-16')] }, ['p1']],
    [
      'two at most, the longest waiting first',
      { saved: ['3', '2', '1'].map((n) => at(`p${n}`, `2026-11-0${n}`)) },
      ['p1', 'p2'],
    ],
    [
      'the longest waiting first, wherever on the page they stand',
      { saved: ['1', '2', '3'].map((n) => at(`p${4 - +n}`, `2026-11-0${n}`)) },
      ['p3', 'p2'],
    ],
    ['not once it is done', { saved: [at('p1', '2026-11-01')], done: ['p1'] }, []],
    ['not once it is refused', { saved: [at('p1', '2026-11-01')], refused: ['p1'] }, []],
    [
      'a week after it was last shown',
      { saved: [at('p1', '2026-11-01')], shown: [{ id: 'p1', day: '2026-11-16' }] },
      [],
    ],
    [
      'whatever a clock that was ahead has shown',
      { saved: [at('p1', '2026-11-01')], shown: [{ id: 'p1', day: '2030-01-01' }] },
      ['p1'],
    ],
    ['not a day after that', { saved: [at('p1', '2030-01-01')], shown: [{ id: 'p1', day: '2026-11-21' }] }, []],
    ['not on the day it was saved', { saved: [at('p1', day)] }, []],
    [
      'not for a week after it was saved, though it was shown long ago',
      { saved: [at('p1', '2026-11-16')], shown: [{ id: 'p1', day: '2026-11-01' }] },
      [],
    ],
    [
      'in page order where they wait as long',
      { saved: [at('p2', '2026-11-01'), at('p1', '2026-11-01')] },
      ['p1', 'p2'],
    ],
    ['whatever became of the page', { saved: [at('elsewhere', '2026-11-01')] }, []],
  ])('%s', (_, some, expected) => {
    expect(again(some)).toEqual(expected)
  })

  it('with the day it was saved, at the end, inside the number of papers', () => {
    const edition = composeEdition(page, facts({ saved: [at('p1', '2026-11-01')] }))
    expect(sizes(edition)).toBe('page 11, again 1')
    expect(entriesOf(edition).at(-1)).toMatchObject({ reason: { kind: 'again', saved: '2026-11-01' } })
  })

  it.each([
    [5, 1],
    [7, 1],
    [8, 2],
    [30, 2],
  ])('in an edition of %d papers %d times', (size, times) => {
    const waiting = ['p1', 'p2', 'p3'].map((id) => at(id, '2026-11-01'))
    expect(again({ saved: waiting }, { size })).toEqual(['p1', 'p2'].slice(0, times))
  })

  it('of so many that wait, none of which was seen', () => {
    const waiting = ['p1', 'p2', 'p3'].map((id) => at(id, '2026-11-01'))
    const section = sections(composeEdition(page, facts({ saved: waiting }))).at(-1)
    expect(section).toMatchObject({ kind: 'again', search: null, unseen: 3, seen: 0 })
    expect(section?.entries.map(({ also }) => also)).toEqual([[], []])
  })

  it('as saved today, where the clock was ahead', () => {
    const edition = composeEdition(page, facts({ saved: [at('p1', '2030-01-01')] }))
    expect(entriesOf(edition).at(-1)).toMatchObject({ paper: { id: 'p1' }, reason: { kind: 'again', saved: day } })
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
