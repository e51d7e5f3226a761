/** Scores of a query so far, in typed arrays that serve every query, as a single letter touches most rows many times. */
import type { Matches } from '../engine/word-index.ts'
import type { Norms } from './lengths.ts'
import type { Segment } from './segment.ts'

/** Saturation of repeated words; measured on the judged queries. */
const K1 = 1.2
/** A word that no paper holds counts as rare as one of so many. */
const UNKNOWN = 4

export class Tally {
  #norms: Norms
  /** By row, all zero between two queries. */
  #scores: Float64Array
  #slots: Uint16Array
  /** By row, all zero between two slots. */
  #counts: Float64Array
  /** Rows of the slot at hand, in the order they were met. */
  #touched: Uint32Array
  #met = 0
  /** By row, the most that a word of the slot or one near to it says; made when first needed. */
  #most: Float64Array | null = null
  #rarest = 0

  constructor(norms: Norms) {
    const size = norms.title.length
    this.#norms = norms
    this.#scores = new Float64Array(size)
    this.#slots = new Uint16Array(size)
    this.#counts = new Float64Array(size)
    this.#touched = new Uint32Array(size)
  }

  /**
   * Counts the rows in the lists of words that stand together, `to` exclusive, for the slot at hand. The bytes are
   * read here, as a call for each row takes twice as long.
   */
  addAll({ bytes, ends, firstRow }: Segment, from: number, to: number, weightOf: (place: number) => number): void {
    const { title, abstract } = this.#norms
    const counts = this.#counts
    const touched = this.#touched
    let met = this.#met
    let at = from === 0 ? 0 : (ends[from - 1] ?? 0)
    for (let place = from; place < to; place++) {
      const end = ends[place] ?? 0
      const weight = weightOf(place)
      let row = firstRow
      while (at < end) {
        let byte = bytes[at++] ?? 0
        let step = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0
          step |= (byte & 0x7f) << shift
        }
        row += step
        const often = bytes[at++] ?? 0
        const count = (often >> 4) * (title[row] ?? 0) + (often & 0x0f) * (abstract[row] ?? 0)
        if (count === 0) continue // a row that is gone
        const before = counts[row] ?? 0
        if (before === 0) touched[met++] = row
        counts[row] = before + weight * count
      }
    }
    this.#met = met
  }

  /** Counts the rows in the list of a short beginning. */
  addBeginning({ beginnings: { bytes, ends }, firstRow }: Segment, list: number, weight: number): void {
    let row = firstRow
    const end = ends[list] ?? 0
    for (let at = list === 0 ? 0 : (ends[list - 1] ?? 0); at < end;) {
      let byte = bytes[at++] ?? 0
      let step = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        step |= (byte & 0x7f) << shift
      }
      row += step
      const count = this.countIn(row, bytes[at] ?? 0, bytes[at + 1] ?? 0)
      at += 2
      if (count > 0) this.addRow(row, weight * count)
    }
  }

  /** What so many occurrences of a word count in a row; 0 where the paper is gone. */
  countIn(row: number, title: number, abstract: number): number {
    return title * (this.#norms.title[row] ?? 0) + abstract * (this.#norms.abstract[row] ?? 0)
  }

  /** Counts a row for the slot at hand. */
  addRow(row: number, count: number): void {
    const before = this.#counts[row] ?? 0
    if (before === 0) this.#touched[this.#met++] = row
    this.#counts[row] = before + count
  }

  /** Ends a slot: its words count as one word, as rare as all of them together. Gives how many rows have it. */
  close(optional: boolean): number {
    const met = this.#met
    const rarity = this.#rarity(met)
    const scores = this.#scores
    const slots = this.#slots
    const counts = this.#counts
    for (let at = 0; at < met; at++) {
      const row = this.#touched[at] ?? 0
      const count = counts[row] ?? 0
      scores[row] = (scores[row] ?? 0) + (rarity * count) / (count + K1)
      if (!optional) slots[row] = (slots[row] ?? 0) + 1
      counts[row] = 0
    }
    this.#met = 0
    return met
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
    const most = this.#most ?? []
    const scores = this.#scores
    for (let row = 0; row < most.length; row++) scores[row] = (scores[row] ?? 0) + (most[row] ?? 0)
    this.#most?.fill(0)
  }

  #keepMost(weight: number): void {
    const most = (this.#most ??= new Float64Array(this.#scores.length))
    const counts = this.#counts
    for (let at = 0; at < this.#met; at++) {
      const row = this.#touched[at] ?? 0
      const count = counts[row] ?? 0
      most[row] = Math.max(most[row] ?? 0, (weight * count) / (count + K1))
      counts[row] = 0
    }
    this.#met = 0
  }

  #rarity(papers: number): number {
    return Math.log(1 + (this.#norms.papers - papers + 0.5) / (papers + 0.5)) * (K1 + 1)
  }

  /** The rows that have so many slots and score more than `least`, and zeros for the next query. */
  finish(required: number, least = -1): Matches {
    const { title } = this.#norms
    const size = title.length
    const rows = new Uint32Array(size)
    const scores = new Float64Array(size)
    let found = 0
    for (let row = 0; row < size; row++) {
      if (title[row] === 0 || (this.#slots[row] ?? 0) < required || (this.#scores[row] ?? 0) <= least) continue
      rows[found] = row
      scores[found++] = this.#scores[row] ?? 0
    }
    this.#scores.fill(0)
    this.#slots.fill(0)
    return { rows: rows.subarray(0, found), scores: scores.subarray(0, found) }
  }
}
