/** Queries over the 198 papers: the search, the plain test and a naive reading of the language find the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { createKnows, vocabularyOf } from '../../../src/query/context.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { testOf } from '../../../src/query/matches.ts'
import { parse } from '../../../src/query/parse.ts'
import { splitFree } from '../../../src/query/tree.ts'
import { synonymsIn } from '../../../src/text/synonyms.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import type { SearchAnswer, SearchRequest } from '../../../src/search/protocol.ts'
import { CONTEXT, HELD, holdsFree, PAPERS, rest, TOPICS, word } from '../../support/made-queries.ts'

const answer = createAnswerer(PAPERS, TOPICS)
const vocabulary = vocabularyOf({ topics: TOPICS, stated: NOTHING_STATED }, CONTEXT)
const knows = createKnows(CONTEXT)

function ask(text: string, rest: Partial<SearchRequest> = {}): SearchAnswer {
  return answer({ text, context: CONTEXT, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 198, ...rest })
}
const ranks = (found: SearchAnswer): readonly number[] => found.cards.map((card) => card.paper.rank)
const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b)
const byTest = (text: string): readonly number[] =>
  PAPERS.filter(testOf(parse(text, vocabulary), knows)).map(({ rank }) => rank)

describe('random queries', () => {
  it('find what a naive reading of each paper finds', () => {
    let [found, some] = [0, 0]
    fc.assert(
      fc.property(fc.array(word, { maxLength: 2 }), fc.array(rest, { maxLength: 3 }), (free, rests) => {
        const text = `${[...free, ...rests.map((one) => one.text)].join(' ')} `
        const query = parse(text, vocabulary)
        expect(query.problems).toEqual([])
        // (a OR a) is the free word a, which may run together with its neighbours.
        fc.pre(splitFree(query).free.length === free.length)
        // The naive reading knows no synonyms; answer.test.ts has them.
        fc.pre(synonymsIn(free).length === 0)
        const naive = HELD.filter((held) => holdsFree(free, held) && rests.every((one) => one.holds(held))).map(
          ({ paper }) => paper.rank,
        )
        expect(byTest(text)).toEqual(naive)
        const given = ask(text)
        if (given.stage === 'any-word' || given.corrections.length > 0) expect(naive).toEqual([])
        else expect(ascending(ranks(given))).toEqual(naive)
        if (given.stage === 'any-word')
          for (const { paper } of given.cards) {
            const held = HELD[paper.rank]
            expect(held && rests.every((one) => one.holds(held))).toBe(true)
          }
        found += naive.length
        some += Number(naive.length > 0 && naive.length < 198)
      }),
      { numRuns: 150 },
    )
    // The property says nothing where all queries find everything or nothing.
    expect(found).toBeGreaterThan(500)
    expect(some).toBeGreaterThan(30)
  })
})

describe('a query', () => {
  const titles = (text: string): readonly string[] => ask(text).cards.map((card) => card.paper.title)

  it('of names alone gives page order', () => {
    const given = ranks(ask('kind:survey -is:done'))
    expect(given.length).toBeGreaterThan(10)
    expect(given).toEqual(ascending(given))
    expect(ask('kind:survey').stage).toBe('everything')
  })
  it('of a phrase puts first who has it in the title', () => {
    expect(titles('"zero bubble"')[0]).toMatch(/zero bubble/i)
    expect(ask('"zero bubble"').stage).toBe('all-words')
  })
  it.each<[typed: string, ticked: SearchRequest['filters']]>([
    ['kind:survey', { ...NO_FILTERS, kind: ['survey'] }],
    ['(topic:vision OR topic:speech) code:link', { ...NO_FILTERS, topic: ['vision', 'speech'], code: ['link'] }],
  ])('%s finds what the ticks find', (typed, filters) => {
    for (const words of ['', 'model', 'gaussain splatting', 'flow zzzz'])
      expect(ranks(ask(`${words} ${typed}`))).toEqual(ranks(ask(`${words} `, { filters })))
  })
  it('and ticks both have to hold', () => {
    const given = ask('kind:survey', { filters: { ...NO_FILTERS, code: ['link'] } })
    expect(given.cards.length).toBeGreaterThan(0)
    for (const { paper } of given.cards) expect([paper.kind, paper.code]).toEqual(['survey', 'link'])
    expect(ask('kind:survey', { filters: { ...NO_FILTERS, kind: ['dataset'] } }).total).toBe(0)
    const survey = ask('kind:survey').facets.kind.filter(({ count }) => count > 0)
    expect(survey).toEqual([{ value: 'survey', count: ask('kind:survey').total }])
  })
  it.each(['kind:', 'kind:poem', '(', '"', 'OR', 'author:hinton', '-', 'title:', 'list:gone', '()', '""'])(
    'that is %s alone shows every paper',
    (text) => {
      expect([ask(text).stage, ask(text).total]).toEqual(['everything', 198])
    },
  )
  it('forgives typing errors in free words, whatever else it asks', () => {
    const found = titles('pipelin paralelism -zzzz title:pipeline')
    expect(found.length).toBeGreaterThan(0)
    for (const title of found) expect(title).toMatch(/pipelin/i)
  })
  it('finds words still being typed in names, brackets and phrases', () => {
    for (const text of ['title:paralle', '(zzzz OR paralle', '"pipeline paralle', 'title:"pipeline paralle'])
      expect(ask(text).total).toBeGreaterThan(3)
    expect(ask('model -title:paralle').total).toBe(ask('model ').total)
  })
  it('without the library leaves out what only the library knows', () => {
    const given = answer({ text: 'is:saved', filters: NO_FILTERS, sort: 'page', offset: 0, limit: 1 })
    expect(given.total).toBe(198)
  })
  it.each([null, 7, {}, { facts: [{}], searches: [] }, { facts: [], searches: [{ name: 1, query: '' }] }])(
    'passes over a context that is none: %j',
    (context) => {
      expect(ask('is:saved', { context: context as never }).total).toBe(198)
    },
  )
})

describe('marks', () => {
  const first = (text: string) => {
    const [card] = ask(text).cards
    if (!card) throw new Error('nothing found')
    const cut = (of: string, spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => of.slice(start, end).toLowerCase())
    return { title: cut(card.paper.title, card.titleMarks), abstract: cut(card.paper.abstract, card.abstractMarks) }
  }
  it('cover a phrase where its words stand in a row, and nowhere else', () => {
    const { title, abstract } = first('"pipeline parallelism"')
    for (const mark of [...title, ...abstract]) expect(mark).toMatch(/^pipeline.parallelism$/)
    expect(title).toHaveLength(1)
  })
  it('of a field stay in it', () => {
    const { title, abstract } = first('title:parallelism')
    expect([title.length, abstract.length]).toEqual([1, 0])
  })
  it('end where typing has come to', () => expect(new Set(first('title:paralle').title)).toEqual(new Set(['paralle'])))
  it('leave out what is forbidden and what only filters', () => {
    expect(first('kind:survey -flow')).toEqual({ title: [], abstract: [] })
  })
})
