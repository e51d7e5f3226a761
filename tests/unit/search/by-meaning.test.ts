/** Search by meaning: when it comes in, what it adds, and that it neither counts nor displaces what words find. */
import { describe, expect, it } from 'vitest'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import { createByMeaning, type Meant } from '../../../src/search/by-meaning.ts'
import type { SearchRequest } from '../../../src/search/protocol.ts'
import { paper } from '../../support/papers.ts'

const PAPERS = [
  paper({ title: 'Image Editing', abstract: 'We edit what a camera saw.', kind: 'survey' }),
  paper({ title: 'Fast Retouching', abstract: 'Portraits in a second.' }),
  paper({ title: 'Pipeline Parallelism', abstract: 'Bubbles between devices vanish.' }),
  paper({ title: 'Wave Motors', abstract: 'Encryption of traffic between engines.' }),
].map((one, rank) => ({ ...one, rank }))
const ids = PAPERS.map(({ id }) => id)

/** Words near to each other, as a table would say; and the papers in page order as neighbours. */
const NEAR: Readonly<Record<string, readonly string[]>> = { snapshot: ['portraits'], boat: ['motors', 'wave'] }
const MEANT: Meant = {
  words: {
    knows: (word) => word in NEAR || word === 'encrypting',
    near: (word) => (NEAR[word] ?? []).map((one, at) => ({ word: one, likeness: 0.5 - at / 10 })),
  },
  around: (taken, count) =>
    ids
      .filter((id) => !taken.includes(id))
      .slice(0, count)
      .map((id, at) => [id, 0.9 - at / 10]),
}

function answerer(meant: Meant | null) {
  const answer = createAnswerer(PAPERS, [])
  answer.understand(meant && createByMeaning(meant))
  return (text: string, rest: Partial<SearchRequest> = {}) => {
    const given = answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 20, ...rest })
    const shown = given.cards.map(({ paper: { rank }, byMeaning }) => (byMeaning ? `~${String(rank)}` : String(rank)))
    return { ...given, shown: shown.join(' ') }
  }
}
const ask = answerer(MEANT)

describe('by meaning', () => {
  it.each<[what: string, text: string, shown: string, total: number, beyond: number]>([
    ['papers around those that have all words follow them', 'parallelism ', '2 ~0 ~1 ~3', 1, 3],
    ['a name stands first', 'wave motors', '3 ~0 ~1 ~2', 1, 3],
    ['an everyday word finds the word of the field', 'chopping photos ', '~0', 0, 1],
    ['a near word finds papers without any word typed', 'snapshot tricks ', '~1', 0, 1],
    ['words of one family find each other', 'encrypting zzzz ', '~3', 0, 1],
    ['what has a word typed is counted, the rest is not', 'camera snapshot ', '0 ~1', 1, 1],
    ['what nobody knows finds nothing', 'zzzz qqqq ', '', 0, 0],
    ['no words ask for nothing', '', '0 1 2 3', 4, 0],
    ['a constraint holds for it, too', 'parallelism -camera ', '2 ~1 ~3', 1, 2],
  ])('%s', (_, text, shown, total, beyond) => {
    const given = ask(text)
    expect([given.shown, given.total, given.beyond]).toEqual([shown, total, beyond])
  })
  it('a word that the table knows is no typing error', () => {
    expect(answerer(null)('motor trafic ').corrections).toEqual([{ typed: 'trafic', read: 'traffic' }])
    const knowing = answerer({ ...MEANT, words: { knows: () => true, near: () => [] } })
    expect(knowing('motor trafic ').corrections).toEqual([])
  })
  it('facets count what words find', () => {
    expect(ask('parallelism ').facets.kind.find(({ value }) => value === 'survey')?.count).toBe(0)
  })
  it('filters hold for it', () => {
    expect(ask('parallelism ', { filters: { ...NO_FILTERS, kind: ['survey'] } }).shown).toBe('~0')
  })
  it('adds nothing to an order other than by relevance', () => {
    expect(ask('parallelism ', { sort: 'title' }).shown).toBe('2')
  })
  it('is cut into slices with the rest', () => {
    expect(ask('parallelism ', { offset: 1, limit: 2 }).shown).toBe('~0 ~1')
    expect(ask('parallelism ', { offset: 1, limit: 2 })).toMatchObject({ total: 1, beyond: 3 })
  })
  it('goes on without a table of words', () => {
    const bare = answerer({ ...MEANT, words: null })
    expect([bare('parallelism ').shown, bare('chopping photos ').shown]).toEqual(['2 ~0 ~1 ~3', '~0'])
  })
  it('is unlearnt', () => expect(answerer(null)('parallelism ').shown).toBe('2'))
  it('stays with papers that come later', () => {
    const answer = createAnswerer(PAPERS.slice(0, 2), [])
    answer.understand(createByMeaning(MEANT))
    answer.update(PAPERS, { topics: [], stated: NOTHING_STATED })
    const { cards } = answer({ text: 'boat ', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 9 })
    expect(cards.map((card) => card.paper.rank)).toEqual([3])
  })
})
