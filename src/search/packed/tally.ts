/** Scores of a query so far, in typed arrays, as a single letter touches most rows many times. */
import type { Hit } from '../engine/word-index.ts'
import type { Norms } from './lengths.ts'

/** Saturation of repeated words; measured on the judged queries. */
const K1 = 1.2

export interface Tally {
  /** A count in a row for the slot at hand. */
  readonly add: (row: number, count: number) => void
  /** Ends a slot: its words count as one word, as rare as all of them together. */
  readonly close: (optional: boolean) => void
  readonly hits: (required: number) => readonly Hit[]
}

export function createTally({ title, papers }: Norms): Tally {
  const size = title.length
  const scores = new Float64Array(size)
  const slots = new Uint16Array(size)
  const counts = new Float64Array(size)
  let touched: number[] = []
  return {
    add: (row, count) => {
      if (counts[row] === 0) touched.push(row)
      counts[row] = (counts[row] ?? 0) + count
    },
    close: (optional) => {
      const rarity = Math.log(1 + (papers - touched.length + 0.5) / (touched.length + 0.5))
      for (const row of touched) {
        const count = counts[row] ?? 0
        scores[row] = (scores[row] ?? 0) + (rarity * (count * (K1 + 1))) / (count + K1)
        if (!optional) slots[row] = (slots[row] ?? 0) + 1
        counts[row] = 0
      }
      touched = []
    },
    hits: (required) => {
      const hits: Hit[] = []
      for (let row = 0; row < size; row++)
        if ((slots[row] ?? 0) >= required && title[row] !== 0) hits.push({ row, score: scores[row] ?? 0 })
      return hits
    },
  }
}
