/** Answers: stages, counts, facets, order, slices and marks, over a few papers made for each. */
import { describe, expect, it } from 'vitest'
import type { QueryContext } from '../../../src/query/context.ts'
import { FILTER_KEYS, NO_FILTERS, type Filters } from '../../../src/query/filters.ts'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { vocabularyOf } from '../../../src/query/context.ts'
import { testOf } from '../../../src/query/matches.ts'
import { parse } from '../../../src/query/parse.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import type { SearchAnswer, SearchRequest } from '../../../src/search/protocol.ts'
import { paper } from '../../support/papers.ts'

const TOPICS = ['vision', 'speech', 'graphs'].map((id) => ({ id, label: id }))
const PAPERS = [
  paper({ title: 'MGM-Omni: Scaling Omni Models', abstract: 'Speech by a model.', topics: ['speech'], code: 'link' }),
  paper({ title: 'PixelFlow', abstract: 'A flow of pixels, with gaussian noise.', topics: ['vision'], kind: 'model' }),
  paper({ title: 'Gaussian Splatting', abstract: 'Vision, not speech.', topics: ['vision', 'speech'], code: 'link' }),
  paper({
    title: 'A Survey of Schrödinger Bridges',
    abstract: 'On the flow of things.',
    topics: ['vision'],
    kind: 'survey',
  }),
  paper({ title: 'Being Here', abstract: 'Of what is.', kind: 'dataset' }),
].map((one, rank) => ({ ...one, rank }))
const answer = createAnswerer(PAPERS, TOPICS)
const idsOf = (...at: readonly number[]) => at.map((rank) => PAPERS[rank]?.id ?? '')
/** What is saved, the last saved first, one of it a paper that has left. */
const CONTEXT: QueryContext = {
  facts: [
    { name: 'is', value: 'saved', papers: [...idsOf(3, 1), 'has-left', ...idsOf(2)] },
    { name: 'is', value: 'done', papers: idsOf(0) },
    { name: 'list', value: 'Thesis', papers: idsOf(2) },
  ],
  searches: [],
}

function ask(text: string, rest: Partial<SearchRequest> = {}): SearchAnswer {
  return answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 50, ...rest })
}
const ranks = (found: SearchAnswer): readonly number[] => found.cards.map((card) => card.paper.rank)
const marked = (text: string, spans: readonly { start: number; end: number }[]): readonly string[] =>
  spans.map(({ start, end }) => text.slice(start, end))

describe('the stages', () => {
  it.each<[typed: string, stage: SearchAnswer['stage'], found: readonly number[], corrected?: string]>([
    ['', 'everything', [0, 1, 2, 3, 4]],
    [' ?! ', 'everything', [0, 1, 2, 3, 4]],
    ['mgm omni', 'all-words', [0]],
    ['mgm-omni', 'all-words', [0]],
    ['mgmomni', 'all-words', [0]],
    ['pixel flow', 'all-words', [1]],
    ['pix el flow', 'all-words', [1]],
    ['SCHRODINGER', 'all-words', [3]],
    ['schrödinger bridge', 'all-words', [3]],
    ['the splatting', 'all-words', [2]],
    ['gaus', 'all-words', [2, 1]],
    ['gaus ', 'any-word', []],
    ['gauss splatting', 'any-word', [2]],
    ['gaussain spl', 'all-words', [2], 'gaussain → gaussian'],
    ['gausianspl', 'any-word', []],
    ['gaussiansplatting', 'all-words', [2], 'gaussiansplatting → gaussian splatting'],
    ['flow splatting', 'any-word', [2, 3, 1]],
    ['of what', 'all-words', [4]],
    ['zzz', 'any-word', []],
  ])('%j: %s', (typed, stage, found, corrected) => {
    const given = ask(typed)
    expect([given.stage, ranks(given), given.total]).toEqual([stage, found, found.length])
    expect(given.corrections.map(({ typed: was, read }) => `${was} → ${read}`)).toEqual(corrected ? [corrected] : [])
  })

  it('keeps to the stage that answered when filters leave nothing', () => {
    const given = ask('mgm omni', { filters: { ...NO_FILTERS, kind: ['survey'] } })
    expect([given.stage, given.total]).toEqual(['all-words', 0])
  })
})

describe('facets', () => {
  it.each<{ text: string; filters: Filters }>([
    { text: '', filters: NO_FILTERS },
    { text: 'flow', filters: NO_FILTERS },
    { text: '', filters: { ...NO_FILTERS, topic: ['vision'], code: ['link', 'none'] } },
    { text: 'speech', filters: { ...NO_FILTERS, kind: ['method'], code: ['link'] } },
    { text: 'mgm omni', filters: { ...NO_FILTERS, topic: ['vision'], kind: ['survey'] } },
    { text: '', filters: { ...NO_FILTERS, is: ['done'], list: ['Thesis'] } },
    { text: 'flow', filters: { ...NO_FILTERS, is: ['saved'], kind: ['method'] } },
    { text: 'is:saved', filters: { ...NO_FILTERS, list: ['gone'], code: ['link'] } },
  ])('count what ticking each value alone would give: $text, $filters', ({ text, filters }) => {
    const given = ask(text, { filters, context: CONTEXT })
    for (const key of FILTER_KEYS)
      for (const { value, count } of given.facets[key]) {
        const alone = ask(text, { filters: { ...filters, [key]: [value] }, context: CONTEXT })
        expect([key, value, count]).toEqual([key, value, alone.total])
      }
  })

  it('order topics by count, then as the corpus does; kinds and code as the table does', () => {
    const { facets } = ask('')
    expect(facets.topic.map(({ value, count }) => `${value} ${String(count)}`)).toEqual([
      'vision 3',
      'speech 2',
      'graphs 0',
    ])
    expect(facets.code.map(({ value }) => value)).toEqual(['link', 'promised', 'none'])
  })

  it('of states and lists are those that the library tells of, with the papers that are here', () => {
    const { facets, total } = ask('', { context: CONTEXT, filters: { ...NO_FILTERS, is: ['saved'] } })
    expect(total).toBe(3)
    expect([...facets.is, ...facets.list].map(({ value, count }) => `${value} ${String(count)}`)).toEqual([
      'saved 3',
      'done 1',
      'Thesis 1',
    ])
    expect(ask('').facets).toMatchObject({ is: [], list: [] })
  })
})

describe('order and slices', () => {
  it.each<[SearchRequest['sort'], string, readonly number[]]>([
    ['page', 'flow', [1, 3]],
    ['title', '', [3, 4, 2, 0, 1]],
    ['relevance', '', [0, 1, 2, 3, 4]],
    ['relevance', 'gaussian', [2, 1]],
    ['page', 'gaussian', [1, 2]],
    ['saved', '', [3, 1, 2, 0, 4]],
    ['saved', 'gaussian', [1, 2]],
  ])('by %s for %j', (sort, text, expected) => {
    expect(ranks(ask(text, { sort, context: CONTEXT }))).toEqual(expected)
  })

  it('gives the slice asked for and the count of all', () => {
    const given = ask('', { offset: 3, limit: 5 })
    expect([ranks(given), given.total]).toEqual([[3, 4], 5])
  })
})

describe('marks', () => {
  it.each<[typed: string, title: readonly string[], abstract: readonly string[]]>([
    ['mgm omni', ['MGM-Omni', 'Omni'], []],
    ['mgmomni model', ['MGM-Omni', 'Models'], ['model']],
    ['pixel flow', ['PixelFlow'], ['flow', 'pixels']],
    ['pix', ['Pix'], ['pix']],
    ['p', [], []],
    ['schrod', ['Schröd'], []],
    ['gaussain', ['Gaussian'], []],
    ['the survey of', ['Survey'], []],
    ['of what', [], ['Of', 'what']],
  ])('%j marks %j and %j', (typed, title, abstract) => {
    const [first] = ask(typed).cards
    if (!first) throw new Error('nothing found')
    expect([marked(first.paper.title, first.titleMarks), marked(first.paper.abstract, first.abstractMarks)]).toEqual([
      title,
      abstract,
    ])
  })
})

describe('synonyms', () => {
  const papers = [
    paper({ title: 'TTS Anew', abstract: 'It speaks.' }),
    paper({ title: 'Voices', abstract: 'Good text-to-speech systems; a text, and speech.' }),
    paper({ title: 'Signs', abstract: 'Text, but no sound.' }),
    paper({ title: 'Speech', abstract: 'Speech syntheses of text.' }),
    paper({ title: 'Small', abstract: 'Tuning low-rank adapters of LLMs.' }),
  ].map((one, rank) => ({ ...one, rank }))
  const find = createAnswerer(papers, [])
  const ask = (text: string) => find({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 50 })
  it.each<[typed: string, stage: SearchAnswer['stage'], found: readonly number[]]>([
    ['tts', 'all-words', [0, 1, 3]],
    ['text to speech', 'all-words', [0, 1, 3]],
    ['text-to-speech', 'all-words', [0, 1, 3]],
    ['speech synthesis', 'all-words', [0, 1, 3]],
    ['LoRA', 'all-words', [4]],
    ['large language models', 'all-words', [4]],
    ['lora for large language models ', 'all-words', [4]],
    ['"tts"', 'all-words', [0]],
    ['title:tts', 'all-words', [0]],
  ])('%s: %s', (typed, stage, found) => {
    const given = ask(typed)
    expect([given.stage, ranks(given).toSorted()]).toEqual([stage, found])
    const plain = testOf(parse(typed, vocabularyOf({ topics: [], stated: NOTHING_STATED }, null)), () => false)
    expect(papers.filter(plain).map(({ rank }) => rank)).toEqual(found)
  })
  it('count for less than the word as typed', () => expect(ranks(ask('tts'))[0]).toBe(0))
  it('of several words are marked where these stand in a row', () => {
    const card = ask('tts').cards.find(({ paper: { rank } }) => rank === 1)
    expect(marked(card?.paper.abstract ?? '', card?.abstractMarks ?? [])).toEqual(['text-to-speech'])
  })
})
