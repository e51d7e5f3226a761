/** What must be found first: every paper by its title in each form people type it, and the judged queries. */
import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import { seedPapers } from '../../support/papers.ts'
import { scoreRelevance } from '../../support/relevance.ts'

const papers = seedPapers()
const answer = createAnswerer(papers, [])
const rank = (text: string): readonly number[] =>
  answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 }).cards.map((card) => card.paper.rank)

/** A typing error in the title's longest word, of a kind and at a place that differ from paper to paper. */
function mistype(title: string, turn: number): string {
  const [word = ''] = title.split(/[^\p{L}]+/u).sort((a, b) => b.length - a.length)
  const at = 1 + (turn % (word.length - 2))
  const [before, letter = '', next = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
  const kinds = [
    before + next + after,
    `${before}q${next}${after}`,
    `${before}${letter}x${next}${after}`,
    before + next + letter + after,
  ]
  return title.replace(word, kinds[turn % kinds.length] ?? word)
}

describe('each of the 198 papers is found first', () => {
  it.each<{ by: string; typed: (title: string, turn: number) => string; least: number }>([
    { by: 'its exact title', typed: (title) => title, least: 198 },
    { by: 'its title in lower case', typed: (title) => title.toLowerCase(), least: 198 },
    { by: 'its title without punctuation', typed: (title) => title.replace(/[^\p{L}\p{N}\s]/gu, ' '), least: 198 },
    {
      by: 'its title with punctuation closed up',
      typed: (title) => title.replace(/[^\p{L}\p{N}\s]/gu, ''),
      least: 198,
    },
    { by: 'the first 60 characters of its title', typed: (title) => title.slice(0, 60), least: 198 },
    { by: 'the first 60 characters and a space', typed: (title) => `${title.slice(0, 60)} `, least: 190 },
    { by: 'the first 30 characters of its title', typed: (title) => title.slice(0, 30), least: 194 },
    { by: 'its title with one typing error', typed: mistype, least: 195 },
  ])('by $by', ({ typed, least }) => {
    const lost = papers.filter((paper) => rank(typed(paper.title, paper.rank))[0] !== paper.rank)
    expect(papers).toHaveLength(198)
    expect(
      papers.length - lost.length,
      lost.map((paper) => typed(paper.title, paper.rank)).join('\n'),
    ).toBeGreaterThanOrEqual(least)
  })
})

describe('a name with a power in it', () => {
  it.each(['align llava', 'align2llava', 'align 2 llava', 'Align$^2$LLaVA'])('is found first by %s', (typed) => {
    expect(papers[rank(typed)[0] ?? -1]?.title).toMatch(/^Align\$\^2\$LLaVA/)
  })
})

describe('the judged queries', () => {
  const scores = scoreRelevance(rank)
  // Floors just below what was measured: a change may not cost more than one query of a kind.
  it.each([
    { kind: 'a_name', measure: 'first', least: 0.95 },
    { kind: 'c_typo', measure: 'first', least: 0.9 },
    { kind: 'd_partial', measure: 'first', least: 0.95 },
    { kind: 'e_topical', measure: 'first', least: 0.85 },
    { kind: 'g_variant', measure: 'ndcg', least: 0.74 },
    { kind: 'ALL', measure: 'ndcg', least: 0.76 },
  ] as const)('$kind: $measure of at least $least', ({ kind, measure, least }) => {
    expect(scores.get(kind)?.[measure]).toBeGreaterThanOrEqual(least)
  })
})
