/** What lists of papers are read into: scores, or which papers they hold. */
import type { Segment } from './segment.ts'

export interface Counter {
  /** The lists of words that stand together, `to` exclusive. */
  readonly addAll: (segment: Segment, from: number, to: number, weightOf: (place: number) => number) => void
  readonly addRow: (row: number, count: number) => void
  /** What so many occurrences of a word count in a row. */
  readonly countIn: (row: number, title: number, abstract: number) => number
}
