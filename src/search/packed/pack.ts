/** Some papers indexed by themselves: the same papers give the same pack, whichever rows they are to stand in. */
import type { Field } from '../../query/terms.ts'
import { SegmentBuilder } from './build-segment.ts'
import { checksumOf } from './keyed-rows.ts'
import type { Segment } from './segment.ts'

export interface Pack {
  readonly papers: number
  /** Its rows count from 0. */
  readonly segment: Segment
  /** Words of each paper's fields. */
  readonly lengths: Readonly<Record<Field, Uint32Array>>
  /** The texts by which papers are known, as checksums, and the papers they stand for. */
  readonly keyRows: Uint32Array
  readonly keySums: Uint32Array
}

/** What is indexed of a paper: the words of its fields in any order, with repetitions, and what it may be called. */
export interface Indexed extends Readonly<Record<Field, readonly string[]>> {
  readonly keys: readonly string[]
}

export class PackBuilder {
  readonly #segment = new SegmentBuilder()
  readonly #lengths: Readonly<Record<Field, number[]>> = { title: [], abstract: [] }
  readonly #keyRows: number[] = []
  readonly #keySums: number[] = []

  /** Adds the next paper. */
  add({ title, abstract, keys }: Indexed): void {
    const row = this.#lengths.title.length
    this.#segment.add(row, 'title', title)
    this.#segment.add(row, 'abstract', abstract)
    this.#lengths.title.push(title.length)
    this.#lengths.abstract.push(abstract.length)
    for (const key of keys) {
      this.#keyRows.push(row)
      this.#keySums.push(checksumOf(key))
    }
  }

  /** The pack of all that were added. */
  pack(): Pack {
    const { title, abstract } = this.#lengths
    return {
      papers: title.length,
      segment: this.#segment.pack(),
      lengths: { title: Uint32Array.from(title), abstract: Uint32Array.from(abstract) },
      keyRows: Uint32Array.from(this.#keyRows),
      keySums: Uint32Array.from(this.#keySums),
    }
  }
}
