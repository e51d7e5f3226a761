/** Forms of a word: what counts as one, and what must keep apart. */
import { describe, expect, it } from 'vitest'
import { createDictionary } from '../../../src/text/dictionary.ts'
import { seedPapers } from '../../support/seed.ts'
import { wordsOf } from '../../../src/text/tokenize.ts'
import { createVariants, stem } from '../../../src/text/variants.ts'

describe('stem', () => {
  it.each([
    'model models',
    'pipeline pipelines pipelined',
    'distill distilled distilling',
    'cascade cascades cascaded cascading',
    'diarisation diarization',
    'summarise summarised summarize summarizing',
    'colour color colours',
    'dialogue dialog dialogues dialogs',
    'analyse analyze',
    'query queries',
    'class classes',
  ])('is one for %s', (forms) => {
    expect(new Set(forms.split(' ').map(stem)).size).toBe(1)
  })

  it.each(['string str', 'bus bu', 'thing th', 'gpt4 gpt4s', 'need ne', 'analysis analyze'])(
    'keeps %s apart',
    (words) => {
      const [first = '', second = ''] = words.split(' ')
      expect(stem(first)).not.toBe(stem(second))
    },
  )
})

describe('variants', () => {
  it('are known words only, without the word itself', () => {
    const words = [createDictionary(['model', 'modeling', 'models', 'other'])]
    const variants = createVariants(() => words)
    expect(variants('models')).toEqual(['model', 'modeling'])
    expect(variants('modelled')).toEqual(['model', 'modeling', 'models'])
    expect(variants('unknown')).toEqual([])
  })
  it('are all words with the same stem, wherever they stand', () => {
    const endings = [
      '',
      's',
      'es',
      'ed',
      'ing',
      'ings',
      'ise',
      'isation',
      'isations',
      'ization',
      'ized',
      'ies',
      'y',
      'e',
      'our',
      'ours',
      'or',
      'ogues',
      'og',
      'yse',
      'yze',
      'ping',
      'ss',
    ]
    const made = ['mapp', 'organ', 'col', 'catal', 'anal', 'stud', 'summar', 'st', 'us', 'hon'].flatMap((start) =>
      endings.map((ending) => start + ending),
    )
    const all = [...new Set([...made, ...seedPapers().flatMap(({ abstract }) => wordsOf(abstract))])].sort()
    const words = [createDictionary(all)]
    const variants = createVariants(() => words)
    const byStem = new Map<string, string[]>()
    for (const word of all) byStem.set(stem(word), [...(byStem.get(stem(word)) ?? []), word])
    for (const word of all) expect([word, ...variants(word)].sort()).toEqual(byStem.get(stem(word)))
  })
  it('follow words that come and go', () => {
    let known = [createDictionary(['model'])]
    const variants = createVariants(() => known)
    expect(variants('model')).toEqual([])
    known = [...known, createDictionary(['model', 'models'])]
    expect(variants('model')).toEqual(['models'])
    known = [createDictionary(['model'])]
    expect(variants('model')).toEqual([])
  })
})
