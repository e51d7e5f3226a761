import { describe, expect, it } from 'vitest'
import { chooseSentences } from '../../../src/enrich/entry-sentences.ts'
import marked from '../../golden/sentences.json' with { type: 'json' }
import { seedPapers } from '../../support/seed.ts'

const MARKED: Readonly<Record<string, { does: readonly string[]; result: readonly (string | null)[] }>> = marked.papers

describe('the two sentences of an entry', () => {
  const papers = seedPapers()
  const numbers = Object.keys(MARKED).map(Number)
  const right = (kind: 'does' | 'result'): number =>
    numbers.filter((number) => {
      const paper = papers[number]
      const span = paper?.[kind]
      const sentence = span ? paper.abstract.slice(span.start, span.end) : null
      return MARKED[number]?.[kind].some((start) => (start === null ? sentence === null : sentence?.startsWith(start)))
    }).length

  it('begin as one of those marked by hand, in 66 papers', () => {
    expect(numbers).toHaveLength(66)
    expect(right('does')).toBeGreaterThanOrEqual(65)
    expect(right('result')).toBeGreaterThanOrEqual(63)
  })

  it('are whole sentences, and never the same', () => {
    for (const { abstract, does, result } of papers) {
      expect(does).not.toBeNull()
      for (const span of [does, result])
        if (span) expect(abstract.slice(span.start, span.end)).toMatch(/^\S[^]*(?:[.!?]["”)]?|[^\s.])$/)
      if (result) expect(result.start).not.toBe(does?.start)
      if (result) expect(abstract.slice(result.start, result.end)).toMatch(/\d/)
    }
  })

  it.each([
    [
      'Models are slow. We propose X, a fast one. It is 3x faster than Y.',
      'We propose X, a fast one.',
      'It is 3x faster than Y.',
    ],
    ['X is a library for plots. It draws.', 'X is a library for plots.', null],
    ['Serving loses 88% of throughput. We present X, a runtime.', 'We present X, a runtime.', null],
    ['Only one sentence without a clue.', 'Only one sentence without a clue.', null],
    ['We study ships. X has 7B parameters and uses 8 GPUs.', 'We study ships.', null],
    ['', null, null],
  ])('of %j', (abstract, does, result) => {
    const chosen = chooseSentences(abstract, 'X')
    const read = (span: typeof chosen.does): string | null => span && abstract.slice(span.start, span.end)
    expect([read(chosen.does), read(chosen.result)]).toEqual([does, result])
  })
})
