/** How long the fields of papers are, by row, and what one occurrence of a word counts for that. */
import { FIELDS, type Field } from '../engine/word-index.ts'
import { Column } from './column.ts'

const WEIGHT: Readonly<Record<Field, number>> = { title: 3, abstract: 1 }
/** How far a long field counts against its words; measured on the judged queries. */
const PART: Readonly<Record<Field, number>> = { title: 0.3, abstract: 0.75 }

/** For each row, what one occurrence counts in each field; 0 in rows that are gone. */
export interface Norms extends Readonly<Record<Field, Float32Array>> {
  /** Rows that hold a paper. */
  readonly papers: number
}

export class Lengths {
  /** One more than the length, so that 0 says that there is none. */
  readonly #columns = { title: new Column(Uint32Array), abstract: new Column(Uint32Array) }
  #gone = 0
  #norms: Norms | null = null

  /** Whether no row was ever taken out. */
  get isWhole(): boolean {
    return this.#gone === 0
  }

  /** How many there are, with those that are gone. */
  get rows(): number {
    return this.#columns.title.length
  }

  isGone(row: number): boolean {
    return this.#columns.title.at(row) === 0
  }

  /** Rows come in order. */
  adopt(lengths: Readonly<Record<Field, Uint32Array>>, firstRow: number): void {
    this.#norms = null
    for (const field of FIELDS) {
      const column = this.#columns[field]
      while (column.length < firstRow) column.push(0)
      for (const length of lengths[field]) column.push(length + 1)
    }
  }

  forget(row: number): void {
    this.#norms = null
    this.#gone += 1
    for (const column of Object.values(this.#columns)) column.set(row, 0)
  }

  norms(): Norms {
    const papers = this.#columns.title.length - this.#gone
    return (this.#norms ??= { papers, title: this.#weigh('title', papers), abstract: this.#weigh('abstract', papers) })
  }

  /** The field's weight over its length, relative to the mean. */
  #weigh(field: Field, papers: number): Float32Array {
    const column = this.#columns[field]
    const weights = new Float32Array(column.length)
    let words = 0
    for (let row = 0; row < weights.length; row++) words += Math.max(0, column.at(row) - 1)
    const mean = words / Math.max(1, papers) || 1
    const part = PART[field]
    for (let row = 0; row < weights.length; row++) {
      const length = column.at(row)
      if (length > 0) weights[row] = WEIGHT[field] / (1 - part + (part * (length - 1)) / mean)
    }
    return weights
  }
}
