import { describe, expect, it } from 'vitest'
import { excerpt, excerptText } from '../../../src/corpus/excerpt.ts'

const abstract = 'Speech is hard. We present Omni, a model of speech. It listens. It wins by 3.2 points. Code is out.'
const span = (sentence: string) => ({
  start: abstract.indexOf(sentence),
  end: abstract.indexOf(sentence) + sentence.length,
})
const does = span('We present Omni, a model of speech.')
const result = span('It wins by 3.2 points.')
const long = `${'word '.repeat(100)}end`

describe('what stands in the digest', () => {
  it.each([
    ['both sentences', { abstract, does, result }, ['We present Omni, a model of speech.', 'It wins by 3.2 points.']],
    ['one sentence', { abstract, does, result: null }, ['We present Omni, a model of speech.']],
    ['one sentence that does both', { abstract, does, result: does }, ['We present Omni, a model of speech.']],
    [
      'the result first where the authors put it first',
      { abstract, does: result, result: does },
      ['We present Omni, a model of speech.', 'It wins by 3.2 points.'],
    ],
    ['the start where no sentence was found', { abstract, does: null, result: null }, [abstract.slice(0, does.end)]],
    ['the start cut at a word', { abstract: long, does: null, result: null }, [long.slice(0, 319)]],
  ])('%s', (_, paper, shown) => {
    const parts = excerpt(paper)
    expect(parts.filter((part) => part.shown).map((part) => part.text)).toEqual(shown)
    expect(parts.map((part) => part.text).join('')).toBe(paper.abstract)
  })

  const at = (start: number, end: number) => ({ start, end })
  it.each([
    ['sentences that overlap as one', { abstract: 'abcdefgh', does: at(1, 4), result: at(3, 6) }, ['bcdef']],
    ['one that lies in the other once', { abstract: 'abcdefgh', does: at(1, 6), result: at(2, 4) }, ['bcdef']],
    ['sentences that touch as two', { abstract: 'abcdefgh', does: at(1, 4), result: at(4, 6) }, ['bcd', 'ef']],
    ['a whole abstract', { abstract: 'abc', does: at(0, 3), result: null }, ['abc']],
    ['the start of 320 signs', { abstract: 'x'.repeat(320), does: null, result: null }, ['x'.repeat(320)]],
    ['the start, cut where it has no word', { abstract: 'x'.repeat(400), does: null, result: null }, ['x'.repeat(320)]],
    ['a first sentence of forty signs', { abstract: `${'x'.repeat(40)}. And more.`, does: null, result: null }, [`${'x'.repeat(40)}.`]],
    ['no sentence shorter than that', { abstract: `${'x'.repeat(39)}. And ${'y'.repeat(40)}! Then`, does: null, result: null }, [`${'x'.repeat(39)}. And ${'y'.repeat(40)}!`]],
    ['no sentence before a small letter', { abstract: `${'x'.repeat(40)}. and more`, does: null, result: null }, [`${'x'.repeat(40)}. and more`]],
  ])('%s', (_, paper, shown) => {
    const parts = excerpt(paper)
    expect(parts.filter((part) => part.shown).map((part) => part.text)).toEqual(shown)
    expect(parts.map((part) => part.text).join('')).toBe(paper.abstract)
    expect(parts.every(({ text }) => text !== '')).toBe(true)
  }) // prettier-ignore

  it.each([
    ['a gap', { abstract, does, result }, 'We present Omni, a model of speech. … It wins by 3.2 points.'],
    ['a space', { abstract: 'One. Two.', does: at(0, 4), result: at(5, 9) }, 'One. Two.'],
    ['nothing around', { abstract: 'Before. One. After.', does: at(8, 12), result: null }, 'One.'],
  ])('is one text with %s', (_, paper, text) => {
    expect(excerptText(paper)).toBe(text)
  })
})
