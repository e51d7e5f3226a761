/** Papers that come and go under a search: what it answers then is what a search made anew would answer. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { createAnswerer, type Answerer } from '../../../src/search/answer.ts'
import { paper } from '../../support/papers.ts'
import { seedPapers } from '../../support/seed.ts'

const WORDS = { topics: [], stated: NOTHING_STATED }
const QUERIES = [
  '',
  'm',
  'models',
  'diffusion model',
  'gaussain splatting',
  'mgm omni',
  'zero bubble pipeline parallelism',
  '-model "large language"',
  'title:reasoning OR abstract:video',
  'code:link benchmark',
  'qzx model',
]

const ask = (answer: Answerer) =>
  QUERIES.map((text) => {
    const { cards, ...rest } = answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 300 })
    return { text, ...rest, found: cards.map((card) => card.paper.id) }
  })

describe('papers that come and go', () => {
  it('leave the answers of an index made anew', () => {
    const all = seedPapers().slice(0, 60)
    const someOf = fc.subarray(all, { minLength: 1 }).map((some) => some.map((one, rank) => ({ ...one, rank })))
    fc.assert(
      fc.property(fc.array(someOf, { minLength: 2, maxLength: 4 }), (generations) => {
        const answer = createAnswerer(generations[0] ?? [], [])
        for (const papers of generations.slice(1)) {
          ask(answer) // so that there are tables to bring up to date
          answer.update(papers, WORDS)
          expect(ask(answer)).toEqual(ask(createAnswerer(papers, [])))
        }
      }),
      { numRuns: 25, seed: 20261122 },
    )
  })

  it('change their place, their text or their topics', () => {
    const [first, second] = [paper({ title: 'Alpha models', rank: 0 }), paper({ title: 'Beta models', rank: 1 })]
    const answer = createAnswerer([first, second], [])
    const titles = (text: string): readonly string[] =>
      answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 9 }).cards.map(
        (card) => card.paper.title,
      )
    expect(titles('models')).toEqual(['Alpha models', 'Beta models'])
    answer.update(
      [
        { ...second, rank: 0 },
        { ...first, rank: 1 },
      ],
      WORDS,
    )
    expect(titles('models')).toEqual(['Beta models', 'Alpha models'])
    answer.update([{ ...second, rank: 0, abstract: 'Of gamma rays.' }], {
      ...WORDS,
      topics: [{ id: 'rays', label: 'Rays' }],
    })
    expect([titles('gamma'), titles('alpha')]).toEqual([['Beta models'], []])
    const { facets } = answer({ text: '', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 0 })
    expect(facets.topic).toEqual([{ value: 'rays', count: 0 }])
  })

  it('may all be others', () => {
    const numbered = (count: number, word: string) =>
      Array.from({ length: count }, (_, rank) => paper({ title: `${word} model ${String(rank)}`, rank }))
    const answer = createAnswerer(numbered(600, 'Old'), [])
    const after = numbered(600, 'New')
    ask(answer)
    answer.update(after, WORDS)
    expect(ask(answer)).toEqual(ask(createAnswerer(after, [])))
  })
})
