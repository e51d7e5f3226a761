/** Which papers lists hold: for what has to be true of a paper, and does not count towards its place. */
import type { Field } from '../engine/word-index.ts'
import type { Counter } from './counter.ts'
import { eachPosting } from './posting-lists.ts'
import type { Segment } from './segment.ts'

export class RowMarks implements Counter {
  /** By row, 1 where the paper has a word in the field. */
  readonly rows: Uint8Array
  readonly #inTitle: number
  readonly #inAbstract: number

  /** None of so many rows; where the field is null, a word in any counts. */
  constructor(size: number, field: Field | null) {
    this.rows = new Uint8Array(size)
    this.#inTitle = Number(field !== 'abstract')
    this.#inAbstract = Number(field !== 'title')
  }

  addAll(segment: Segment, from: number, to: number): void {
    for (let place = from; place < to; place++)
      eachPosting(segment, place, (row, title, abstract) => this.addRow(row, this.countIn(row, title, abstract)))
  }

  addRow(row: number, count: number): void {
    if (count > 0) this.rows[row] = 1
  }

  countIn(_row: number, title: number, abstract: number): number {
    return title * this.#inTitle + abstract * this.#inAbstract
  }
}
