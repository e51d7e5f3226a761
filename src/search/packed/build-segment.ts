/** Takes papers word by word and packs them into a segment. */
import type { Field } from '../../query/terms.ts'
import { createDictionary } from '../../text/dictionary.ts'
import { Column } from './column.ts'
import { MOST_COUNTED, pushPosting } from './posting-lists.ts'
import { sealSegment, type Segment } from './segment.ts'

/** What one occurrence adds to the byte of counts, and the part of the byte that is full then. */
const COUNT: Readonly<Record<Field, { readonly one: number; readonly full: number }>> = {
  title: { one: 0x10, full: MOST_COUNTED << 4 },
  abstract: { one: 0x01, full: MOST_COUNTED },
}
const COUNTS_BITS = 8

/** Rows count from 0 and come in order, the fields of each one after the other. */
export class SegmentBuilder {
  /** For each word its postings: the row, and in the lowest byte the counts. Plain arrays are fast at the first start, too. */
  readonly #postings = new Map<string, number[]>()

  add(row: number, field: Field, words: readonly string[]): void {
    const { one, full } = COUNT[field]
    const first = row << COUNTS_BITS
    for (const word of words) {
      const postings = this.#postings.get(word)
      if (!postings) {
        this.#postings.set(word, [first | one])
        continue
      }
      const last = postings[postings.length - 1] ?? 0
      if (last < first) postings.push(first | one)
      else if ((last & full) < full) postings[postings.length - 1] = last + one
    }
  }

  /** The segment of all that was added. */
  pack(): Segment {
    const words = [...this.#postings.keys()].sort()
    const papers = new Uint32Array(words.length)
    const ends = new Uint32Array(words.length)
    const bytes = new Column(Uint8Array)
    for (const [place, word] of words.entries()) {
      const postings = this.#postings.get(word) ?? []
      let before = 0
      for (const posting of postings) {
        const row = posting >> COUNTS_BITS
        pushPosting(bytes, row - before, (posting >> 4) & MOST_COUNTED, posting & MOST_COUNTED)
        before = row
      }
      papers[place] = postings.length
      ends[place] = bytes.length
    }
    return sealSegment({ dictionary: createDictionary(words), firstRow: 0, papers, bytes: bytes.packed(), ends })
  }
}
