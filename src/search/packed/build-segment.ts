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

/** Rows count from 0 and come in order, the fields of each one after the other. */
export class SegmentBuilder {
  /** Words are numbered as they come. */
  readonly #numberOf = new Map<string, number>()
  /** By number of a word: in how many papers it stands, and where its last posting is. */
  readonly #papers = new Column(Uint32Array)
  readonly #last = new Column(Uint32Array)
  /** Postings as they come: the word, the row, the counts. */
  readonly #word = new Column(Uint32Array)
  readonly #row = new Column(Uint32Array)
  readonly #counts = new Column(Uint8Array)

  add(row: number, field: Field, words: readonly string[]): void {
    const { one, full } = COUNT[field]
    for (const word of words) {
      const number = this.#numbered(word)
      const last = this.#last.at(number)
      if (this.#papers.at(number) > 0 && this.#row.at(last) === row) {
        const counts = this.#counts.at(last)
        if ((counts & full) < full) this.#counts.set(last, counts + one)
        continue
      }
      this.#papers.set(number, this.#papers.at(number) + 1)
      this.#last.set(number, this.#row.length)
      this.#word.push(number)
      this.#row.push(row)
      this.#counts.push(one)
    }
  }

  #numbered(word: string): number {
    const known = this.#numberOf.get(word)
    if (known !== undefined) return known
    this.#numberOf.set(word, this.#numberOf.size)
    this.#papers.push(0)
    this.#last.push(0)
    return this.#numberOf.size - 1
  }

  /** The segment of all that was added. */
  pack(): Segment {
    const words = [...this.#numberOf.keys()].sort()
    const placeOf = new Uint32Array(words.length)
    words.forEach((word, place) => (placeOf[this.#numberOf.get(word) ?? 0] = place))
    const papers = new Uint32Array(words.length)
    for (let number = 0; number < words.length; number++) papers[placeOf[number] ?? 0] = this.#papers.at(number)
    const { bytes, ends } = this.#lists(papers, placeOf)
    return sealSegment({ dictionary: createDictionary(words), firstRow: 0, papers, bytes, ends })
  }

  /** Puts postings into the lists of their words, where their rows stay in order. */
  #lists(papers: Uint32Array, placeOf: Uint32Array): Pick<Segment, 'bytes' | 'ends'> {
    const next = new Uint32Array(papers.length)
    for (let place = 1; place < papers.length; place++) next[place] = (next[place - 1] ?? 0) + (papers[place - 1] ?? 0)
    const order = new Uint32Array(this.#row.length)
    for (let posting = 0; posting < order.length; posting++) {
      const place = placeOf[this.#word.at(posting)] ?? 0
      order[next[place] ?? 0] = posting
      next[place] = (next[place] ?? 0) + 1
    }
    const bytes = new Column(Uint8Array)
    const ends = new Uint32Array(papers.length)
    let at = 0
    for (let place = 0; place < papers.length; place++) {
      let before = 0
      for (const end = at + (papers[place] ?? 0); at < end; at++) {
        const posting = order[at] ?? 0
        const row = this.#row.at(posting)
        const counts = this.#counts.at(posting)
        pushPosting(bytes, row - before, counts >> 4, counts & MOST_COUNTED)
        before = row
      }
      ends[place] = bytes.length
    }
    return { bytes: bytes.packed(), ends }
  }
}
