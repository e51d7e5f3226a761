import { describe, expect, it } from 'vitest'
import { excerpt } from '../../../src/corpus/excerpt.ts'

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
})
