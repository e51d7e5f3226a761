/** Forms of a word: what counts as one, and what must keep apart. */
import { describe, expect, it } from 'vitest'
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
    const variants = createVariants(() => ['model', 'modeling', 'models', 'other'])
    expect(variants('models')).toEqual(['model', 'modeling'])
    expect(variants('modelled')).toEqual(['model', 'modeling', 'models'])
    expect(variants('unknown')).toEqual([])
  })
  it('follow words that come and go', () => {
    let known = ['model']
    const variants = createVariants(() => known)
    expect(variants('model')).toEqual([])
    known.push('models')
    expect(variants('model')).toEqual(['models'])
    known = ['model']
    expect(variants('model')).toEqual([])
  })
})
