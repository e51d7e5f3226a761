/** Scores of a query so far, in typed arrays that serve every query, as a single letter touches most rows many times. */
import type { Matches } from '../engine/word-index.ts'
import type { Counter } from './counter.ts'
import type { Norms } from './lengths.ts'
import type { Segment } from './segment.ts'

/** Saturation of repeated words; measured on the judged queries. */
const K1 = 1.2
/** A word that no paper holds counts as rare as one of so many. */
const UNKNOWN = 4
/** Fewer slots than any row has. */
const GONE = -1

export class Tally implements Counter {
  #norms: Norms
  /** By row, all zero between two queries. */
  #scores: Float64Array
  /** By row, the required slots that it has; `GONE` where its paper is gone. */
  #slots: Int16Array
  /** What `#slots` is before a query. */
  #fresh: Int16Array
  /** By row, all zero between two slots. */
  #counts: Float64Array
  /** By row, whether the slot at hand has been met in it; what is gone is never met anew. */
  #seen: Uint8Array
  #unseen: Uint8Array
  #met = 0
  /** Rows that the slot at hand counts in, in the order they were met. */
  #touched: Uint32Array
  #touchedSize = 0
  /** Rows with fewer slots by now make the words of a slot less rare, and are not scored. */
  #least = 0
  /** By row, the most that a word of the slot or one near to it says; made when first needed. */
  #most: Float64Array | null = null
  /** Rows that have any, in the order they were met. */
  #reached: number[] = []
  #rarest = 0

  constructor(norms: Norms) {
    const { title } = norms
    const size = title.length
    this.#norms = norms
    this.#scores = new Float64Array(size)
    this.#fresh = new Int16Array(size)
    this.#unseen = new Uint8Array(size)
    for (let row = 0; row < size; row++) {
      if (title[row] !== 0) continue
      this.#fresh[row] = GONE
      this.#unseen[row] = 1
    }
    this.#slots = this.#fresh.slice()
    this.#counts = new Float64Array(size)
    this.#seen = this.#unseen.slice()
    this.#touched = new Uint32Array(size)
  }

  /** Begins a slot that counts in rows with so many required slots at least. */
  begin(least: number): void {
    this.#least = least
  }

  /**
   * Counts the rows in the lists of words that stand together, `to` exclusive, for the slot at hand. The bytes are
   * read here, as a call for each row takes twice as long.
   */
  addAll({ bytes, ends, firstRow }: Segment, from: number, to: number, weightOf: (place: number) => number): void {
    const { title, abstract } = this.#norms
    const [seen, slots, counts, touched, least] = [this.#seen, this.#slots, this.#counts, this.#touched, this.#least]
    let [met, size] = [this.#met, this.#touchedSize]
    let at = from === 0 ? 0 : (ends[from - 1] ?? 0)
    for (let place = from; place < to; place++) {
      const end = ends[place] ?? 0
      const weight = weightOf(place)
      let row = firstRow
      while (at < end) {
        let byte = bytes[at++] ?? 0
        let number = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0
          number |= (byte & 0x7f) << shift
        }
        row += number >>> 1
        const often = (number & 1) === 1 ? 1 : (bytes[at++] ?? 0)
        if (seen[row] === 0) {
          seen[row] = 1
          met += 1
        }
        if ((slots[row] ?? GONE) < least) continue
        const before = counts[row] ?? 0
        if (before === 0) touched[size++] = row
        counts[row] = before + weight * ((often >> 4) * (title[row] ?? 0) + (often & 0x0f) * (abstract[row] ?? 0))
      }
    }
    this.#met = met
    this.#touchedSize = size
  }

  countIn(row: number, title: number, abstract: number): number {
    return title * (this.#norms.title[row] ?? 0) + abstract * (this.#norms.abstract[row] ?? 0)
  }

  /** Counts a row for the slot at hand. */
  addRow(row: number, count: number): void {
    if (this.#seen[row] === 0) {
      this.#seen[row] = 1
      this.#met += 1
    }
    if ((this.#slots[row] ?? GONE) < this.#least) return
    const before = this.#counts[row] ?? 0
    if (before === 0) this.#touched[this.#touchedSize++] = row
    this.#counts[row] = before + count
  }

  /** Ends a slot: its words count as one word, as rare as all of them together. Gives in how many rows it counted. */
  close(optional: boolean): number {
    const size = this.#touchedSize
    const rarity = this.#rarity(this.#met)
    const [scores, slots, counts] = [this.#scores, this.#slots, this.#counts]
    for (let at = 0; at < size; at++) {
      const row = this.#touched[at] ?? 0
      const count = counts[row] ?? 0
      scores[row] = (scores[row] ?? 0) + (rarity * count) / (count + K1)
      if (!optional) slots[row] = (slots[row] ?? 0) + 1
      counts[row] = 0
    }
    this.#forget()
    return size
  }

  /** Ends the words of a slot that near ones follow. */
  closeWords(): void {
    this.#rarest = this.#rarity(this.#met || UNKNOWN)
    this.#keepMost(this.#rarest)
  }

  /** Ends a near word: it says no more than the slot's own words would. */
  closeNear(likeness: number): void {
    this.#keepMost(likeness * Math.min(this.#rarest, this.#rarity(this.#met)))
  }

  /** Ends the slot: each paper is given the most that one of its words says. */
  closeNearest(): void {
    const [most, scores] = [this.#most ?? new Float64Array(0), this.#scores]
    for (const row of this.#reached) {
      scores[row] = (scores[row] ?? 0) + (most[row] ?? 0)
      most[row] = 0
    }
    this.#reached = []
  }

  #keepMost(weight: number): void {
    const most = (this.#most ??= new Float64Array(this.#scores.length))
    const counts = this.#counts
    for (let at = 0; at < this.#touchedSize; at++) {
      const row = this.#touched[at] ?? 0
      const count = counts[row] ?? 0
      if (most[row] === 0) this.#reached.push(row)
      most[row] = Math.max(most[row] ?? 0, (weight * count) / (count + K1))
      counts[row] = 0
    }
    this.#forget()
  }

  #forget(): void {
    this.#seen.set(this.#unseen)
    this.#met = 0
    this.#touchedSize = 0
  }

  #rarity(papers: number): number {
    return Math.log(1 + (this.#norms.papers - papers + 0.5) / (papers + 0.5)) * (K1 + 1)
  }

  /** The rows that have so many slots and score more than `least`, and zeros for the next query. */
  finish(required: number, least = -1): Matches {
    const [slots, all] = [this.#slots, this.#scores]
    let found = 0
    for (let row = 0; row < slots.length; row++)
      if ((slots[row] ?? GONE) >= required && (all[row] ?? 0) > least) found += 1
    const rows = new Uint32Array(found)
    const scores = new Float64Array(found)
    for (let row = 0, at = 0; at < found; row++) {
      if ((slots[row] ?? GONE) < required || (all[row] ?? 0) <= least) continue
      rows[at] = row
      scores[at++] = all[row] ?? 0
    }
    all.fill(0)
    slots.set(this.#fresh)
    return { rows, scores }
  }
}
