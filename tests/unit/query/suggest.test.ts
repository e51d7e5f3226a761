/** Suggestions of topics and names: what is offered for words, and what stands in the box once one is taken. */
import { describe, expect, it } from 'vitest'
import { complete } from '../../../src/query/complete.ts'
import { VOCABULARY } from '../../support/vocabulary.ts'

const NAMES = [
  'FlowRL',
  'Flow-GRPO',
  'MGM-Omni',
  'Adaptive Computation Module',
  'A (new) one',
  'SD3.5-Flash',
  'Voice Flow',
]

/** The cursor is the bar; each suggestion as the text that it makes. */
function at(text: string, names: readonly string[] = NAMES): readonly string[] {
  const caret = text.indexOf('|')
  const typed = text.replace('|', '')
  return complete(typed, caret, VOCABULARY, names).map(
    ({ insert, span }) => typed.slice(0, span.start) + insert + typed.slice(span.end),
  )
}

describe('suggestions for words', () => {
  it.each<[text: string, made: readonly string[]]>([
    ['vis|', ['topic:vision ']],
    ['a mixture of exp|', ['a topic:mixture-of-experts ']],
    ['experts|', ['topic:mixture-of-experts ']],
    ['of|', []], // a later word of a topic, but no sign of it
    ['aud|', ['topic:speech ']],
    ['flow|', ['FlowRL ', 'Flow-GRPO ', 'Voice Flow ']],
    ['FLOWRL|', []], // stands there already
    ['mgm om|', ['MGM-Omni ']],
    ['mgm-|', ['MGM-Omni ']],
    ['fast omn|', ['fast MGM-Omni ']],
    ['sd3.5 f|', ['SD3.5-Flash ']],
    ['-flowr|', ['-FlowRL ']],
    ['a (n|', []],
    ['adaptive comp|', ['Adaptive Computation Module ']],
    ['flow |', []],
    ['f|low', []],
    ['"flow|', []],
    ['kind:flow|', []],
    ['title:flow|', []],
    ['title:flow mgm|', ['title:flow MGM-Omni ']],
    ['|', []],
  ])('%s', (text, made) => {
    expect(at(text)).toEqual(made)
  })

  it('stand behind the names of the language', () => {
    expect(at('to|', ['ToolRM'])).toEqual(['topic:', 'ToolRM '])
  })
  it('put a name with signs of the language into quotes', () => {
    expect(at('brac|', ['Brackets (all) of "them"'])).toEqual(['"Brackets (all) of them" '])
  })
})
