/** A word index of packed segments, scored by BM25F over all of them together. */
import type { Dictionary } from '../../text/dictionary.ts'
import type { Field, Matches, Slot, WordIndex, WordQuery } from '../engine/word-index.ts'
import { expand, type Expansion } from './expand.ts'
import { KeyedRows } from './keyed-rows.ts'
import { Lengths } from './lengths.ts'
import { mergeSegments } from './merge-segments.ts'
import type { Pack } from './pack.ts'
import { eachPosting, NOWHERE, placeIn } from './posting-lists.ts'
import { RowMarks } from './row-marks.ts'
import type { Segment } from './segment.ts'
import { Tally } from './tally.ts'

/** More would slow each search: so many neighbours, the shortest, are then made one. */
const MOST_SEGMENTS = 64
const MERGED = 16
/** Words whose places are kept. */
const MOST_PLACES = 500

/** Empty at first. */
export class PackedIndex implements WordIndex {
  #segments: readonly Segment[] = []
  readonly #lengths = new Lengths()
  readonly #keys = new KeyedRows()
  /** Made for the papers that are there. */
  #tally: Tally | null = null
  /** Those of the segments; another list once a word may have come or gone. */
  #dictionaries: readonly Dictionary[] = []
  readonly #places = new Map<string, Int32Array>()

  adopt(pack: Pack, firstRow: number): void {
    this.#tally = null
    this.#places.clear()
    this.#dictionaries = []
    this.#lengths.adopt(pack.lengths, firstRow)
    this.#keys.adopt(pack.keyRows, pack.keySums, firstRow)
    this.#segments = [...this.#segments, { ...pack.segment, firstRow }]
    if (this.#segments.length > MOST_SEGMENTS) this.#merge()
  }

  remove(row: number): void {
    this.#tally = null
    this.#lengths.forget(row)
    this.#dictionaries = []
  }

  papersWith(word: string): number {
    let papers = 0
    for (const [at, segment] of this.#segments.entries()) {
      const place = this.#placesOf(word)[at] ?? NOWHERE
      if (place === NOWHERE) continue
      if (this.#lengths.isWhole) papers += segment.papers[place] ?? 0
      else eachPosting(segment, place, (row) => (papers += this.#lengths.isGone(row) ? 0 : 1))
    }
    return papers
  }

  rowsCalled(key: string): readonly number[] {
    return this.#keys.rowsOf(key)
  }

  begins(beginning: string): boolean {
    return this.#segments.some((segment) => {
      const { dictionary } = segment
      const end = dictionary.endOf(beginning)
      for (let place = dictionary.placeOf(beginning); place < end; place++)
        if (this.#isAlive(segment, place)) return true
      return false
    })
  }

  dictionaries(): readonly Dictionary[] {
    const segments = this.#segments
    if (this.#dictionaries.length !== segments.length) this.#dictionaries = segments.map(({ dictionary }) => dictionary)
    return this.#dictionaries
  }

  rowsWith(slot: Slot, field: Field | null): Uint8Array {
    const marks = new RowMarks(this.#lengths.rows, field)
    for (const { count } of this.#plan(slot).expansions) count(marks)
    return marks.rows
  }

  match({ slots, need }: WordQuery): Matches {
    const tally = (this.#tally ??= new Tally(this.#lengths.norms()))
    const plans = slots.map((slot) => this.#plan(slot))
    const optional = plans.filter(({ slot }) => slot.optional)
    // The rarest first: of the other slots only papers that have it are scored.
    const required = plans.filter(({ slot }) => !slot.optional).sort((a, b) => a.bytes - b.bytes)
    const enough = need === 'all' ? required.length : Math.min(required.length, 1)
    for (const [at, { expansions }] of required.entries()) {
      tally.begin(need === 'all' ? at : 0)
      for (const { count } of expansions) count(tally)
      if (tally.close(false) === 0 && need === 'all') return tally.finish(enough)
    }
    for (const { expansions } of optional) {
      tally.begin(enough)
      for (const { count } of expansions) count(tally)
      tally.close(true)
    }
    return tally.finish(enough)
  }

  matchNear(slots: readonly Slot[]): Matches {
    const tally = (this.#tally ??= new Tally(this.#lengths.norms()))
    tally.begin(0)
    for (const slot of slots) {
      for (const { count } of this.#plan(slot).expansions) count(tally)
      tally.closeWords()
      for (const { word, likeness } of slot.near ?? []) {
        for (const [at, segment] of this.#segments.entries()) {
          const place = this.#placesOf(word)[at] ?? NOWHERE
          if (place !== NOWHERE) tally.addAll(segment, place, place + 1, () => 1)
        }
        tally.closeNear(likeness)
      }
      tally.closeNearest()
    }
    return tally.finish(0, 0)
  }

  /** Segments of single days in a row are as quickly merged as one month is read. */
  #merge(): void {
    const sizes = this.#segments.map(({ bytes }) => bytes.length)
    const sizeFrom = (at: number): number => sizes.slice(at, at + MERGED).reduce((sum, size) => sum + size, 0)
    let from = 0
    for (let at = 1; at <= sizes.length - MERGED; at++) if (sizeFrom(at) < sizeFrom(from)) from = at
    const merged = mergeSegments(this.#segments.slice(from, from + MERGED), (row) => this.#lengths.isGone(row))
    this.#segments = this.#segments.toSpliced(from, MERGED, merged)
  }

  /** By segment, where a word stands in its dictionary; kept, as while a query is typed its words come again and again. */
  #placesOf(word: string): Int32Array {
    const known = this.#places.get(word)
    if (known) return known
    if (this.#places.size === MOST_PLACES) this.#places.clear()
    const places = Int32Array.from(this.#segments, (segment) => placeIn(segment, word))
    this.#places.set(word, places)
    return places
  }

  /** All that stands for the word of a slot, and how much there is to read. */
  #plan(slot: Slot): { readonly slot: Slot; readonly expansions: readonly Expansion[]; readonly bytes: number } {
    const expansions = this.#segments.flatMap((segment, at) =>
      expand(slot, segment, (word) => this.#placesOf(word)[at] ?? NOWHERE),
    )
    return { slot, expansions, bytes: expansions.reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  /** Whether a word stands in a paper that is not gone. */
  #isAlive(segment: Segment, place: number): boolean {
    if (this.#lengths.isWhole) return true
    let alive = false
    eachPosting(segment, place, (row) => (alive ||= !this.#lengths.isGone(row)))
    return alive
  }
}
