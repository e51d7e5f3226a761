/** What a glance says of phrases and compounds is what reading every word says, also while the last word is typed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/corpus/paper.ts'
import { hasWords } from '../../../src/query/matches.ts'
import { occurrences } from '../../../src/query/occurrences.ts'
import { FIELDS } from '../../../src/search/engine/word-index.ts'
import type { Words } from '../../../src/query/tree.ts'
import { tokenize } from '../../../src/text/tokenize.ts'
import { paper, seedPapers } from '../../support/papers.ts'

const SEED = seedPapers()

function wordsOf(text: string, exact: boolean, field: Words['field'] = null): Words {
  const parts = tokenize(text).flatMap((token) => (token.joined ? [] : [token.text]))
  return { kind: 'words', parts, exact, field, span: { start: 0, end: text.length } }
}

/** As `hasWords`, but every word is read. */
function read(words: Words, one: Paper, open: boolean): boolean {
  return (words.field ? [words.field] : FIELDS).some(
    (field) => !occurrences(words, tokenize(one[field]), open).next().done,
  )
}

const one = (title: string): Paper => paper({ title, abstract: 'Nothing.' })

describe('a phrase', () => {
  it.each<[phrase: string, title: string, closed: boolean, open: boolean]>([
    ['language model', 'A language model', true, true],
    ['language model', 'LANGUAGE MODEL: a study', true, true],
    ['language model', 'Language models', false, true],
    ['language model', 'language, model', true, true],
    ['language model', 'language. Model', true, true],
    ['language model', 'the sublanguage model', false, false],
    ['language model', 'language of a model', false, false],
    ['language model', 'language-model-based', true, true],
    ['language model', 'a languagemodel', false, false],
    ['language model', 'language modèl', true, true],
    ['language model', 'language modelé', false, true],
    ['language model', 'lánguage model', true, true],
    ['gpt 4', 'GPT 4.5', false, true],
    ['gpt 4', 'GPT 4. Five', true, true],
    ['gpt 4.5', 'GPT 4.5', true, true],
    ['gpt 4', 'GPT 4.５', false, true],
    ['cifar 10', 'CIFAR 10.¹ We', false, true],
    ['cifar 10', 'on CIFAR 10. We', true, true],
    ['multimodal model', 'multi-modal model', true, true],
    ['text to speech', 'Text-to-Speech', true, true],
    ['text to spee', 'text to text, then text to speech', false, true],
    ['mod', 'A model', false, true],
    ['gener', 'Self-Generated', false, true],
    ['flow', 'PixelFlow', false, false],
    ['a b', 'a a a a a a a a a a b', true, true],
    ['a b c', 'a b a b a b a b a b a b a b a b a b a b c', true, true],
  ])('"%s" in %s', (phrase, title, closed, open) => {
    const words = wordsOf(phrase, true)
    expect([hasWords(words, one(title), false), hasWords(words, one(title), true)]).toEqual([closed, open])
    expect([read(words, one(title), false), read(words, one(title), true)]).toEqual([closed, open])
  })
})

describe('a compound', () => {
  it.each<[compound: string, title: string, stands: boolean]>([
    ['model-based', 'Model-Based Learning', true],
    ['model-based', 'models based on it', true],
    ['model-based', 'a modelbased way', true],
    ['model-based', 'a model of the basis', false],
    ['fine-tuning', 'finetuned models', true],
    ['fine-tuning', 'fine, but no tuning', false],
    ['π-flow', 'Pi-Flow', true],
    ['stream-diffusion-v2', 'StreamDiffusionV2: fast', true],
    ['multi-modal-llm', 'MultimodalLLM survey', true],
    ['multi-modal-llm', 'multi-modal LLMs', true],
    ['multi-modal-llm', 'multi-modal, then an LLM', false],
    ['multi-modal-llm', 'LLM, multi-modal', false],
    ['moore’s', 'Moore law', true],
    ['mask-ed', 'a mask', true],
    ['co-ding', 'code', true],
    ['pi-flow', 'π-Flow', true],
    ['модель-мира', 'Модель-Мира', true],
    ['модель-мира', 'Модель всего мира', false],
  ])('%s in %s', (compound, title, stands) => {
    const words = wordsOf(compound, false)
    expect([hasWords(words, one(title), false), read(words, one(title), false)]).toEqual([stands, stands])
  })
})

it('finds what reading would, for any run of words of the corpus, whole or as far as it is typed', () => {
  const run = fc
    .tuple(fc.constantFrom(...SEED), fc.nat(), fc.integer({ min: 1, max: 4 }), fc.nat(6))
    .map(([{ abstract }, at, length, typed]) => {
      const parts = abstract.split(' ')
      const from = at % parts.length
      const text = parts.slice(from, from + length).join(' ')
      return text.slice(0, text.length - (typed % 4))
    })
  let found = 0
  fc.assert(
    fc.property(
      run,
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(null, ...FIELDS),
      fc.nat(SEED.length - 20),
      (text, exact, open, field, from) => {
        const words = wordsOf(text, exact, field)
        fc.pre(words.parts.length > 0)
        const near = [...SEED.slice(from, from + 20), ...SEED.filter(({ abstract }) => abstract.includes(text))]
        for (const each of near) {
          const stands = read(words, each, open)
          expect([words.parts, each.title, hasWords(words, each, open)]).toEqual([words.parts, each.title, stands])
          found += Number(stands)
        }
      },
    ),
    { numRuns: 400 },
  )
  expect(found).toBeGreaterThan(300)
})
