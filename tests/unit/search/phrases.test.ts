/** A phrase is read in no more papers than may still hold it, and anew once papers have come or gone. */
import { describe, expect, it } from 'vitest'
import { createPhrases } from '../../../src/search/phrases.ts'

const PAPERS = ['large language model', 'large language', 'large lamp', 'language model', 'language-model']

/** A phrase finder over the papers, and how many each question has it read. */
function open() {
  const reads: number[] = []
  const standing = { now: {} }
  const ask = createPhrases(
    () => standing.now,
    () => Uint8Array.from(PAPERS, () => 1),
    ({ words: { parts }, open }, among) => {
      reads.push(among.reduce((sum, one) => sum + one, 0))
      const has = (text: string): boolean => (open ? text : `${text} `).includes(parts.join(' ') + (open ? '' : ' '))
      return Uint8Array.from(PAPERS, (text, row) => Number(among[row] === 1 && has(text)))
    },
  )
  const found = (text: string, exact = true): string => {
    const words = {
      kind: 'words',
      parts: text.trim().split(' '),
      exact,
      field: null,
      span: { start: 0, end: 0 },
    } as const
    return ask({ words, open: !text.endsWith(' ') }).join('')
  }
  return { found, reads, standing }
}

describe('phrases', () => {
  it.each<[typed: readonly string[], found: string, reads: readonly number[]]>([
    [['large l', 'large la', 'large lan', 'large language m'], '10000', [5, 3, 3, 2]],
    [['large l', 'large l'], '11100', [5]],
    [['large l', 'large lamp '], '00100', [5, 3]],
    [['large lamp ', 'large lamp'], '00100', [5, 5]],
    [['large language ', 'large language m'], '10000', [5, 2]],
    [['language m', 'large l'], '11100', [5, 5]],
  ])('%j', (typed, last, expected) => {
    const { found, reads } = open()
    expect(typed.map((text) => found(text)).at(-1)).toBe(last)
    expect(reads).toEqual(expected)
  })
  it('are read again once papers have come or gone', () => {
    const { found, reads, standing } = open()
    found('large l')
    standing.now = {}
    found('large la')
    expect(reads).toEqual([5, 5])
  })
  it('that are no quotation stand for themselves alone: their words have forms', () => {
    const { found, reads } = open()
    found('large l', false)
    found('large la', false)
    found('large la', false)
    expect(reads).toEqual([5, 5])
  })
})
