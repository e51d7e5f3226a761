/** Queries over the 198 papers: the search, the plain test and a naive reading of the language find the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_STATES, KINDS, type Paper } from '../../../src/corpus/paper.ts'
import { createKnows, vocabularyOf, type QueryContext } from '../../../src/query/context.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { matches } from '../../../src/query/matches.ts'
import { parse } from '../../../src/query/parse.ts'
import { splitFree } from '../../../src/query/tree.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import type { SearchAnswer, SearchRequest } from '../../../src/search/protocol.ts'
import { STOP_WORDS } from '../../../src/text/stop-words.ts'
import { tokenize, type Token } from '../../../src/text/tokenize.ts'
import { stem } from '../../../src/text/variants.ts'
import { seedPapers } from '../../support/papers.ts'

const TOPICS = ['vision', 'speech'].map((id) => ({ id, label: id }))
/** The real texts; kind, code and topics dealt out in turn. */
const PAPERS: readonly Paper[] = seedPapers().map((paper, n) => ({
  ...paper,
  kind: KINDS[n % 6] ?? 'method',
  code: CODE_STATES[Math.floor(n / 6) % 3] ?? 'none',
  topics: n % 2 === 0 ? ['vision'] : ['speech'],
}))
const CONTEXT: QueryContext = {
  facts: [
    { name: 'is', value: 'saved', papers: PAPERS.filter(({ rank }) => rank % 5 === 0).map(({ id }) => id) },
    { name: 'is', value: 'done', papers: PAPERS.filter(({ rank }) => rank % 10 === 0).map(({ id }) => id) },
    { name: 'list', value: 'To read', papers: PAPERS.slice(0, 30).map(({ id }) => id) },
    { name: 'saved', value: '7d', papers: PAPERS.slice(20, 40).map(({ id }) => id) },
  ],
  searches: [{ name: 'Pipelines', query: 'title:pipeline OR title:parallelism' }],
}
const answer = createAnswerer(PAPERS, TOPICS)
const vocabulary = vocabularyOf(TOPICS, CONTEXT)
const knows = createKnows(CONTEXT)

function ask(text: string, rest: Partial<SearchRequest> = {}): SearchAnswer {
  return answer({ text, context: CONTEXT, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 198, ...rest })
}
const ranks = (found: SearchAnswer): readonly number[] => found.cards.map((card) => card.paper.rank)
const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b)
const byTest = (text: string): readonly number[] =>
  PAPERS.filter((paper) => matches(parse(text, vocabulary), paper, knows)).map(({ rank }) => rank)

/** The words with each compound as the one word it makes. */
function joinCompounds(tokens: readonly Token[]): readonly string[] {
  const words: string[] = []
  for (const { text, joined, parts } of tokens) {
    // A longer join follows the shorter one, which took the place of its parts.
    if (joined) words.splice(words.length - (parts > 2 ? 2 : parts))
    words.push(text)
  }
  return words
}

/** What a paper holds, as sets and strings that know nothing of the parser. */
const HELD = PAPERS.map((paper) => {
  const read = (text: string) => {
    const tokens = tokenize(text)
    const words = tokens.map((token) => token.text)
    return {
      words: new Set(words),
      stems: new Set(words.map(stem)),
      row: ` ${tokens.flatMap((token) => (token.joined ? [] : [token.text])).join(' ')} `,
      // `pre-processing` stands for `preprocessing`, too.
      joined: ` ${joinCompounds(tokens).join(' ')} `,
    }
  }
  return { paper, title: read(paper.title), abstract: read(paper.abstract) }
})
type Held = (typeof HELD)[number]

/** A query and its naive meaning, made together. */
interface Made {
  readonly text: string
  readonly holds: (held: Held) => boolean
}

const both = (held: Held) => [held.title, held.abstract]
const vocabularyWords = [...new Set(HELD.flatMap((held) => both(held).flatMap(({ words }) => [...words])))]
  .filter((word) => /^[a-z]{3,}$/.test(word) && !STOP_WORDS.has(word))
  .sort()
const frequent = vocabularyWords.filter(
  (word) => HELD.filter((held) => both(held).some((p) => p.words.has(word))).length > 8,
)
const word = fc.oneof(fc.constantFrom(...frequent), fc.constantFrom(...vocabularyWords))

const phrase: fc.Arbitrary<Made> = fc
  .tuple(fc.constantFrom(...HELD), fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 3 }))
  .map(([{ title, abstract }, inTitle, at, length]) => {
    const words = (inTitle ? title : abstract).row.trim().split(' ')
    const from = at % words.length
    const run = words.slice(from, from + length).join(' ')
    return {
      text: `"${run}"`,
      holds: (held) =>
        both(held).some(
          ({ row, joined, words: set }) => row.includes(` ${run} `) || joined.includes(` ${run} `) || set.has(run),
        ),
    }
  })
const field: fc.Arbitrary<Made> = fc
  .tuple(fc.constantFrom('title' as const, 'abstract' as const), word)
  .map(([name, one]) => ({
    text: `${name}:${one}`,
    holds: (held) => held[name].stems.has(stem(one)),
  }))
const term: fc.Arbitrary<Made> = fc.constantFrom<Made>(
  { text: 'kind:survey', holds: ({ paper }) => paper.kind === 'survey' },
  { text: 'code:link', holds: ({ paper }) => paper.code === 'link' },
  { text: 'topic:vision', holds: ({ paper }) => paper.topics.includes('vision') },
  { text: 'is:saved', holds: ({ paper }) => paper.rank % 5 === 0 },
  { text: 'is:done', holds: ({ paper }) => paper.rank % 10 === 0 },
  { text: 'list:"to read"', holds: ({ paper }) => paper.rank < 30 },
  { text: 'saved:1w', holds: ({ paper }) => paper.rank >= 20 && paper.rank < 40 },
  {
    text: 'search:pipelines',
    holds: ({ title }) => title.stems.has(stem('pipeline')) || title.stems.has(stem('parallelism')),
  },
)
const single: fc.Arbitrary<Made> = word.map((one) => ({
  text: one,
  holds: (held) => both(held).some(({ stems }) => stems.has(stem(one))),
}))
const { rest } = fc.letrec<{ node: Made; rest: Made }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, single, tie('rest')),
  rest: fc.oneof(
    { maxDepth: 3 },
    phrase,
    field,
    term,
    tie('node').map(({ text, holds }) => ({ text: `-(${text})`, holds: (held: Held) => !holds(held) })),
    fc.array(fc.array(tie('node'), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 }).map((branches) => ({
      text: `(${branches.map((all) => all.map(({ text }) => text).join(' ')).join(' OR ')})`,
      holds: (held: Held) => branches.some((all) => all.every(({ holds }) => holds(held))),
    })),
  ),
}))

/** Free words need to be there, or run together with a neighbour. */
function holdsFree(free: readonly string[], held: Held): boolean {
  const has = (one: string): boolean => both(held).some(({ words }) => words.has(one))
  return free.every(
    (one, n) =>
      both(held).some(({ stems }) => stems.has(stem(one))) ||
      (n > 0 && has(`${free[n - 1] ?? ''}${one}`)) ||
      (n < free.length - 1 && has(`${one}${free[n + 1] ?? ''}`)),
  )
}

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
