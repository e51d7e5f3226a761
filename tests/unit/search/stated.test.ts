/** What only some sources state, asked for by name: search, plain test and edition find the same. */
import { describe, expect, it } from 'vitest'
import { isTrending, NOTHING_STATED, statementsOf } from '../../../src/corpus/statements.ts'
import { composeEdition } from '../../../src/digest/compose.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { renameListIn } from '../../../src/query/rename.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import { findMatches } from '../../../src/search/saved-matches.ts'
import type { Sort } from '../../../src/search/protocol.ts'
import { pageOf } from '../../support/digest.ts'
import { paper } from '../../support/papers.ts'

const PAPERS = [
  paper({ title: 'One', authors: ['Jane Doe', 'Jean-Luc Óld'], listed: '2026-11-22', votes: 60 }),
  paper({ title: 'Two', authors: ['John Doe', 'Jane Roe'], listed: '2026-11-16', votes: 50 }),
  paper({ title: 'Three', authors: ['Anna van Doeren'], listed: '2026-11-15', votes: 0 }),
  paper({ title: 'Four', authors: ['李明', 'Conan O’Brien'], listed: '2025-11-22', published: '2025-11-20' }),
  paper({ title: 'Five', published: '2026-11-22' }),
].map((one, rank) => ({ ...one, rank }))

const answer = createAnswerer(PAPERS, [])
const search = (text: string, papers = PAPERS, sort: Sort = 'page'): string =>
  (papers === PAPERS ? answer : createAnswerer(papers, []))({ text, filters: NO_FILTERS, sort, offset: 0, limit: 10 })
    .cards.map(({ paper: { title } }) => title)
    .join(' ')
const plain = async (text: string): Promise<string> => {
  const [found = []] = await findMatches(PAPERS, { topics: [], stated: statementsOf(PAPERS) }, [text], null)
  return found.map(({ title }) => title).join(' ')
}

describe('search and plain test alike', () => {
  it.each([
    ['author:doe', 'One Two'],
    ['author:DOE', 'One Two'],
    ['author:"doe jane"', 'One'],
    ['author:"jane doe" author:old', 'One'],
    ['author:"jane old"', ''],
    ['author:jean-luc', 'One'],
    ['author:jeanluc', 'One'],
    ['author:obrien', 'Four'],
    ['author:李明', 'Four'],
    ['author:(roe OR old)', 'One Two'],
    ['-author:doe', 'Three Four Five'],
    ['author:do -title:zzz', ''],
    ['two author:doe', 'Two'],
    ['listed:2026-11-22', 'One'],
    ['listed:2026-11', 'One Two Three'],
    ['listed:2025', 'Four'],
    ['listed:1d', 'One'],
    ['listed:7d', 'One Two'],
    ['listed:8d', 'One Two Three'],
    ['-listed:9999d', 'Five'],
    ['votes:50', 'One Two'],
    ['votes:>50', 'One'],
    ['votes:0', 'One Two Three'],
    ['-votes:1', 'Three Four Five'],
  ])('%s finds %j', async (text, titles) => {
    expect([search(`${text} `), await plain(text)]).toEqual([titles, titles])
  })
})

it('a name still being typed finds those that it begins; in a negation it does not', () => {
  expect(search('author:do')).toBe('One Two Three')
  expect(search('author:"jane do')).toBe('One')
  expect(search('author:"jane do"')).toBe('')
  expect(search('-author:do')).toBe('One Two Three Four Five')
})

it.each<[sort: Sort, titles: string]>([
  ['newest', 'One Five Two Three Four'],
  ['votes', 'One Two Three Four Five'],
  ['page', 'One Two Three Four Five'],
])('the order %s puts last what has nothing to go by', (sort, titles) => {
  expect(search('', PAPERS, sort)).toBe(titles)
  const reversed = [...PAPERS].reverse().map((one, rank) => ({ ...one, rank }))
  expect(search('', reversed, sort)).toBe(
    { newest: 'Five One Two Three Four', votes: 'One Two Three Five Four' }[sort as string] ??
      'Five Four Three Two One',
  )
})

it.each<Sort>(['newest', 'votes'])('without data the order %s is that of relevance', (sort) => {
  const bare = [paper({ title: 'Zero', abstract: 'Flow.' }), paper({ title: 'Flow', rank: 1 })]
  expect(search('flow', bare, 'page')).toBe('Zero Flow')
  expect(search('flow', bare, sort)).toBe('Flow Zero')
})

it.each([
  ['author:doe', 2],
  ['listed:7d', 2],
  ['listed:8d', 3],
  ['votes:>50', 1],
])('an edition has a section of what %s finds, by the newest day of the page, whatever the day is', (query, found) => {
  const searches = [{ id: 'one', name: 'One', query }]
  const edition = composeEdition(pageOf(PAPERS), { ...factsOfNewReader('2026-12-24'), searches })
  const sections = edition.kind === 'papers' ? edition.sections : []
  expect(sections.find(({ kind }) => kind === 'search')?.unseen).toBe(found)
})

it('in a corpus without them the names are left out, and a saved search with one finds nothing', async () => {
  const bare = PAPERS.map(({ id, title, rank }) => paper({ id, title, rank }))
  expect(statementsOf(bare)).toEqual(NOTHING_STATED)
  for (const text of ['author:doe', 'listed:7d', 'votes:1']) {
    expect(search(`${text} `, bare)).toBe('One Two Three Four Five')
    const papers = await findMatches(bare, { topics: [], stated: statementsOf(bare) }, [text], null)
    expect(papers).toEqual([[]])
  }
})

it('says what is stated of some paper', () => {
  expect(statementsOf(PAPERS)).toEqual({ authors: true, listed: '2026-11-22', days: true, votes: true })
  expect(statementsOf(PAPERS.slice(4))).toEqual({ ...NOTHING_STATED, days: true })
  expect(statementsOf([paper({ published: '2026-11' })])).toEqual(NOTHING_STATED)
  const own = [paper({ authors: ['Jane Doe'], listed: '2026-12-24' })]
  expect(statementsOf(PAPERS, own).listed).toBe('2026-11-22')
  expect(statementsOf([], own)).toEqual({ ...NOTHING_STATED, authors: true, listed: '2026-12-24', days: true })
})

it('a list that is renamed is followed in a search that asks for them, too', () => {
  const renaming = { from: 'Old', to: 'New', others: [], searches: [] }
  expect(renameListIn('author:doe list:Old listed:7d', renaming)).toBe('list:New author:doe listed:7d')
})

it.each([
  ['states votes', [{ taken: '2026-11-22', ranked: true }], true],
  ['states none', [{ taken: '2026-11-22', ranked: false }], false],
  [
    'states none, but an older one does',
    [
      { taken: '2026-11-22', ranked: false },
      { taken: '2026-11-21', ranked: true },
    ],
    false,
  ],
  [
    'states none, but another of its day does',
    [
      { taken: '2026-11-22', ranked: false },
      { taken: '2026-11-22', ranked: true },
    ],
    true,
  ],
  ['is none', [], false],
])('page order is a trend where the newest source %s: %j, %s', (_, sources, trending) => {
  expect(isTrending(sources)).toBe(trending)
})

it.each([
  [true, [60, 50, undefined, undefined, undefined]],
  [false, [undefined, undefined, undefined, undefined, undefined]],
])('an edition of a page whose order is a trend, %s, gives votes as the reason', (trending, votes) => {
  const edition = composeEdition({ ...pageOf(PAPERS), trending }, factsOfNewReader('2026-11-22'))
  const entries = edition.kind === 'papers' ? edition.sections.flatMap((section) => section.entries) : []
  expect(entries.map(({ reason }) => reason.kind === 'page' && reason.votes)).toEqual(votes)
  expect(entries.map(({ reason }) => Object.keys(reason).length)).toEqual(votes.map((one) => (one ? 3 : 2)))
})
