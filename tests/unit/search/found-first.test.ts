/** What must be found first: every paper by its title in each form people type it, and the judged queries. */
import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import { meantBy } from '../../support/meant.ts'
import { scoreRelevance } from '../../support/relevance.ts'
import { seedPapers } from '../../support/seed.ts'

const papers = seedPapers()
type Rank = (text: string) => readonly number[]
function rankBy(meaning: boolean): Rank {
  const answer = createAnswerer(papers, [])
  if (meaning) answer.understand(meantBy(papers))
  return (text) =>
    answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 }).cards.map((card) => card.paper.rank)
}
const [rankByWords, rank] = [rankBy(false), rankBy(true)]

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
    {
      by: 'the first 60 characters of its title, in lower case and without punctuation',
      typed: (title) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s]/gu, ' ')
          .slice(0, 60),
      least: 198,
    },
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
  const scores = { words: scoreRelevance(rankByWords), meaning: scoreRelevance(rank) }
  // Floors just below what was measured: a change may not cost more than one query of a kind.
  it.each([
    { by: 'words', kind: 'a_name', measure: 'first', least: 0.95 },
    { by: 'words', kind: 'c_typo', measure: 'first', least: 0.95 },
    { by: 'words', kind: 'd_partial', measure: 'first', least: 0.95 },
    { by: 'words', kind: 'g_variant', measure: 'ndcg', least: 0.8 },
    { by: 'words', kind: 'ALL', measure: 'ndcg', least: 0.77 },
    { by: 'meaning', kind: 'a_name', measure: 'first', least: 0.95 },
    { by: 'meaning', kind: 'c_typo', measure: 'first', least: 0.95 },
    { by: 'meaning', kind: 'd_partial', measure: 'first', least: 0.95 },
    { by: 'meaning', kind: 'b_paraphrase', measure: 'first', least: 0.7 },
    { by: 'meaning', kind: 'b_paraphrase', measure: 'five', least: 0.85 },
    { by: 'meaning', kind: 'ALL', measure: 'mrr', least: 0.94 },
    { by: 'meaning', kind: 'ALL', measure: 'ndcg', least: 0.86 },
  ] as const)('by $by, $kind: $measure of at least $least', ({ by, kind, measure, least }) => {
    expect(scores[by].get(kind)?.[measure]).toBeGreaterThanOrEqual(least)
  })
})

describe('names in the forms people type', () => {
  it.each<[name: string, forms: readonly string[]]>([
    ['MGM-Omni', ['mgm omni', 'mgm-omni', 'mgmomni', 'MGM Omni', 'mgm omni ']],
    ['Align$^2$LLaVA', ['align2llava', 'align llava', 'align 2 llava', 'align²llava', 'Align2-LLaVA']],
    ['pi-Flow', ['pi flow', 'piflow', 'pi-flow', 'π-flow', 'π flow', 'Π-Flow']],
    ['OpenGPT-4o-Image', ['opengpt 4o image', 'opengpt4o image', 'opengpt-4o', 'OpenGPT 4o']],
    ['StreamDiffusionV2', ['streamdiffusionv2', 'stream diffusion v2', 'streamdiffusion v2', 'stream-diffusion-v2']],
    ['Text2Chart31', ['text2chart31', 'text 2 chart 31', 'text2chart 31', 'text2chart-31']],
    ['MoE-Gen', ['moe gen', 'moegen', 'MoE-Gen', 'moe-gen ']],
    ['SD3.5-Flash', ['sd3.5 flash', 'sd3.5-flash', 'sd35 flash', 'sd 3.5 flash', 'sd35flash', 'sd3 5 flash']],
    ['FiT5', ['fit5', 'FiT5', 'fi t5']],
  ])('%s', (name, forms) => {
    const wanted = papers.find(({ title, abstract }) => `${title} ${abstract}`.includes(name))
    expect(wanted, name).toBeDefined()
    expect(forms.filter((form) => papers[rank(form)[0] ?? -1]?.id !== wanted?.id)).toEqual([])
  })
})
