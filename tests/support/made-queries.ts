/** Papers, a library, and queries made at random together with a naive meaning that knows nothing of the parser. */
import fc from 'fast-check'
import { CODE_STATES, KINDS, type Paper } from '../../src/corpus/paper.ts'
import type { QueryContext } from '../../src/query/context.ts'
import { STOP_WORDS } from '../../src/text/stop-words.ts'
import { tokenize, type Token } from '../../src/text/tokenize.ts'
import { stem } from '../../src/text/variants.ts'
import { seedPapers } from './papers.ts'

export const TOPICS = ['vision', 'speech'].map((id) => ({ id, label: id }))
/** The real texts; kind, code and topics dealt out in turn. */
export const PAPERS: readonly Paper[] = seedPapers().map((paper, n) => ({
  ...paper,
  kind: KINDS[n % 6] ?? 'method',
  code: CODE_STATES[Math.floor(n / 6) % 3] ?? 'none',
  topics: n % 2 === 0 ? ['vision'] : ['speech'],
}))
/** What the library says of them. */
export const CONTEXT: QueryContext = {
  facts: [
    { name: 'is', value: 'saved', papers: PAPERS.filter(({ rank }) => rank % 5 === 0).map(({ id }) => id) },
    { name: 'is', value: 'done', papers: PAPERS.filter(({ rank }) => rank % 10 === 0).map(({ id }) => id) },
    { name: 'list', value: 'To read', papers: PAPERS.slice(0, 30).map(({ id }) => id) },
    { name: 'saved', value: '7d', papers: PAPERS.slice(20, 40).map(({ id }) => id) },
  ],
  searches: [{ name: 'Pipelines', query: 'title:pipeline OR title:parallelism' }],
}

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
export const HELD = PAPERS.map((paper) => {
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
export type Held = (typeof HELD)[number]

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
/** A word of the papers, a frequent one more often. */
export const word = fc.oneof(fc.constantFrom(...frequent), fc.constantFrom(...vocabularyWords))

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
/** What a query says besides free words. */
export const { rest } = fc.letrec<{ node: Made; rest: Made }>((tie) => ({
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
export function holdsFree(free: readonly string[], held: Held): boolean {
  const has = (one: string): boolean => both(held).some(({ words }) => words.has(one))
  return free.every(
    (one, n) =>
      both(held).some(({ stems }) => stems.has(stem(one))) ||
      (n > 0 && has(`${free[n - 1] ?? ''}${one}`)) ||
      (n < free.length - 1 && has(`${one}${free[n + 1] ?? ''}`)),
  )
}
