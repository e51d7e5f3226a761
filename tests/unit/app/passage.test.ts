import { describe, expect, it } from 'vitest'
import { choosePassage } from '../../../src/app/passage.ts'
import type { Span } from '../../../src/corpus/paper.ts'
import { paper } from '../../support/papers.ts'

const FILLER = 'Earlier systems were slow and costly to run. '.repeat(8)
const DOES = 'We present Quill, a writer of proofs.'
const ABSTRACT = `${DOES} ${FILLER}It reads radar images at night. ${FILLER}The end.`

function spanOf(word: string): Span {
  const start = ABSTRACT.indexOf(word)
  return { start, end: start + word.length }
}

function passage(words: readonly string[], does: Span | null = spanOf(DOES)) {
  const card = { paper: { ...paper({ abstract: ABSTRACT }), does }, titleMarks: [], abstractMarks: words.map(spanOf) }
  const { text, marks, before, after } = choosePassage(card)
  return { text, marked: marks.map(({ start, end }) => text.slice(start, end)), before, after }
}

describe('the words of a result', () => {
  it('are what the paper does, where nothing matches', () =>
    expect(passage([])).toEqual({ text: DOES, marked: [], before: false, after: false }))
  it('are what the paper does, where a match is in it', () =>
    expect(passage(['proofs', 'radar'])).toEqual({ text: DOES, marked: ['proofs'], before: false, after: false }))
  it('are the passage around matches that are elsewhere, at whole words', () => {
    const { text, marked, before, after } = passage(['radar', 'night'])
    expect(marked).toEqual(['radar', 'night'])
    expect(text.length).toBeLessThan(300)
    expect(` ${ABSTRACT} `).toContain(` ${text} `)
    expect([before, after]).toEqual([true, true])
  })
  it('are the start, where the compiler found no sentence', () => {
    const { text, before, after } = passage([], null)
    expect(ABSTRACT.startsWith(text)).toBe(true)
    expect([before, after]).toEqual([false, true])
  })
})
