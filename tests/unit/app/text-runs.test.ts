import { describe, expect, it } from 'vitest'
import { cutRuns } from '../../../src/app/text-runs.ts'

/** Runs as one string: mathematics in ⟨⟩, marked in []. */
function drawn(text: string, marks: readonly (readonly [number, number])[] = []): string {
  const runs = cutRuns(
    text,
    marks.map(([start, end]) => ({ start, end })),
  )
  expect(runs.map((run) => run.text).join('')).toBe(text)
  return runs
    .map(({ kind, text: run, marked }) => {
      const body = kind === 'math' ? `⟨${run}⟩` : run
      return marked ? `[${body}]` : body
    })
    .join('')
}

const MATHEMATICS = [
  ['', ''],
  ['no mathematics', 'no mathematics'],
  ['Align$^2$LLaVA: Cascaded', 'Align⟨$^2$⟩LLaVA: Cascaded'],
  ['from $O(n^2)$ to $O(n)$.', 'from ⟨$O(n^2)$⟩ to ⟨$O(n)$⟩.'],
  ['for all $n$, one', 'for all ⟨$n$⟩, one'],
  ['an average cost of $4.30 and 89.3 steps', 'an average cost of $4.30 and 89.3 steps'],
  ['costs $4.30 and $5.20 more', 'costs $4.30 and $5.20 more'],
  ['$5-$10', '$5-$10'],
  ['a cost of \\$0.60 and \\$1 each', 'a cost of \\$0.60 and \\$1 each'],
  ['$a \\$ b$ end', '⟨$a \\$ b$⟩ end'],
  ['$$ and $', '$$ and $'],
] as const

const MARKED = [
  ['omni speech', [[0, 4]], '[omni] speech'],
  ['omni speech', [[5, 11]], 'omni [speech]'],
  [
    'omni speech',
    [
      [0, 4],
      [4, 11],
    ],
    '[omni][ speech]',
  ],
  ['Align$^2$LLaVA', [[0, 5]], '[Align]⟨$^2$⟩LLaVA'],
  ['Align$^2$LLaVA', [[0, 14]], '[Align][⟨$^2$⟩][LLaVA]'],
  ['Align$^2$LLaVA', [[7, 8]], 'Align[⟨$^2$⟩]LLaVA'],
  ['short', [[2, 99]], 'sh[ort]'],
] as const

describe('the runs of a text', () => {
  it.each(MATHEMATICS)('%j', (text, runs) => {
    expect(drawn(text)).toBe(runs)
  })
  it.each(MARKED)('%j with marks %j', (text, marks, runs) => {
    expect(drawn(text, marks)).toBe(runs)
  })
})
