/** What a glance leaves out, and takes as found, is what reading every word would. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/corpus/paper.ts'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { mayBegin } from '../../../src/query/glance.ts'
import { testOf } from '../../../src/query/matches.ts'
import { occurrences } from '../../../src/query/occurrences.ts'
import { parse } from '../../../src/query/parse.ts'
import { readSlots } from '../../../src/query/slots.ts'
import { freeText, splitFree, type Node } from '../../../src/query/tree.ts'
import { tokenize, wordsOf } from '../../../src/text/tokenize.ts'
import { stem } from '../../../src/text/variants.ts'
import { paper, seedPapers } from '../../support/papers.ts'

const SEED = seedPapers()
const VOCABULARY = { topics: [], stated: NOTHING_STATED, library: null }
const WORDS = [
  ...new Set(SEED.flatMap(({ title, abstract }) => tokenize(`${title}. ${abstract}`).map(({ text }) => text))),
]

/** As `testOf`, but every word is read. */
function found(text: string, one: Paper): boolean {
  const query = parse(text, VOCABULARY)
  const { free, rest } = splitFree(query)
  const words = new Set([one.title, one.abstract].flatMap((part) => tokenize(part).map((token) => token.text)))
  const variants = (word: string): readonly string[] =>
    [...words].filter((other) => other !== word && other.startsWith(word.slice(0, 1)) && stem(other) === stem(word))
  const slots = readSlots(`${freeText(query, free)} `, (word) => words.has(word), variants)
  return (
    slots.every(
      ({ optional, words: some, phrases = [] }) =>
        optional || phrases.length > 0 || some.some((word) => words.has(word)),
    ) && holds(rest, one)
  )
}

function holds(node: Node | null, one: Paper): boolean {
  switch (node?.kind) {
    case undefined:
      return true
    case 'words':
      return (node.field ? [node.field] : (['title', 'abstract'] as const)).some(
        (field) => !occurrences(node, tokenize(one[field]), false).next().done,
      )
    case 'not':
      return !holds(node.of, one)
    case 'all':
      return node.of.every((each) => holds(each, one))
    case 'any':
      return node.of.some((each) => holds(each, one))
    case 'term':
      throw new Error('no names here')
  }
}

describe('a glance', () => {
  it.each([
    ['video', 'We provide evidence.'],
    ['video', 'Free-view videos'],
    ['flow', 'PixelFlow and π-Flow'],
    ['pixel flow', 'PixelFlow is here'],
    ['pixel flow', 'Pixel-Flow is here'],
    ['flow pixel', 'PixelFlow is here'],
    ['"pixel flow"', 'PixelFlow is here'],
    ['"mixture of experts"', 'A Mixture-of-Experts model; experts'],
    ['"mixture of experts"', 'A mixture — of experts'],
    ['"mixture of experts"', 'a mixture of things, and experts'],
    ['pi', 'π is a number'],
    ['naive', 'A naïve model'],
    ['efficient', 'An eﬃcient model'],
    ['sd3.5', 'SD3.5-Flash'],
    ['summarise', 'summarization of it'],
    ['the', 'the model'],
    ['the model', 'models'],
    ['x_y', 'x_y'],
    ['video', 'a_video b'],
    ['one two', 'onetwo'],
    ['text-to-speech', 'text to speech'],
    ['модель', 'Новая модель'],
    ['модель', 'A model'],
    ['"новая модель"', 'Новая модель'],
    ['"новая модель"', 'Новая большая модель'],
  ])('%s in %s', (text, title) => {
    const one = paper({ title, abstract: 'Nothing.' })
    expect(testOf(parse(`${text} `, VOCABULARY), () => false)(one)).toBe(found(`${text} `, one))
  })

  it('finds what reading would, for any words of the corpus', () => {
    const word = fc.constantFrom(...WORDS)
    const beside = fc.nat(SEED.length - 1).chain((at) => {
      const parts = (SEED[at]?.abstract ?? '').split(' ')
      return fc.tuple(fc.nat(Math.max(0, parts.length - 3)), fc.integer({ min: 1, max: 3 })).map(([from, count]) =>
        parts
          .slice(from, from + count)
          .join(' ')
          .replace(/["():]/g, ''),
      )
    })
    const query = fc.oneof(
      word,
      beside,
      fc.tuple(word, word).map((pair) => pair.join(' ')),
      beside.map((words) => `"${words}"`),
      fc.tuple(word, word).map(([a, b]) => `${a} -${b}`),
      word.map((one) => `title:${one}`),
    )
    fc.assert(
      fc.property(query, fc.nat(SEED.length - 12), (text, from) => {
        for (const one of SEED.slice(from, from + 12))
          expect(testOf(parse(`${text} `, VOCABULARY), () => false)(one)).toBe(found(`${text} `, one))
      }),
      { numRuns: 500 },
    )
  })
})

it('a text may begin with whatever begins a word of it', () => {
  const texts = fc.oneof(
    fc.constantFrom('Jean-Luc O’Brien', 'Ánna d’Äuthor', 'Studies Colour', 'π-Team', 'X. Y. Iz'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  fc.assert(
    fc.property(texts, fc.nat(20), (text, length) => {
      for (const word of wordsOf(text)) expect([word, mayBegin(word.slice(0, length + 1), text)]).toEqual([word, true])
    }),
    { numRuns: 1000 },
  )
  expect(mayBegin('doe', 'Jane Roe')).toBe(false)
})
