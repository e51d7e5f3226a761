/** A word index of packed segments, scored by BM25F over all of them together. */
import type { Dictionary } from '../../text/dictionary.ts'
import type { Field, Matches, Slot, WordIndex, WordQuery } from '../engine/word-index.ts'
import { SegmentBuilder } from './build-segment.ts'
import { expand } from './expand.ts'
import { Lengths } from './lengths.ts'
import { mergeSegments } from './merge-segments.ts'
import { eachPosting, placeIn, type Segment } from './segment.ts'
import { addPhrase } from './phrase.ts'
import { Tally } from './tally.ts'

/** More would slow each search: those after the first, which holds most, are then made one. */
const MOST_SEGMENTS = 8

/** Empty at first; what is added between two questions becomes a segment. */
export class PackedIndex implements WordIndex {
  #segments: readonly Segment[] = []
  #open: SegmentBuilder | null = null
  readonly #lengths = new Lengths()
  /** Made for the papers that are there. */
  #tally: Tally | null = null
  /** Those of the segments; another list once a word may have come or gone. */
  #dictionaries: readonly Dictionary[] = []

  add(row: number, field: Field, words: readonly string[]): void {
    this.#tally = null
    this.#open ??= new SegmentBuilder(row)
    this.#open.add(row, field, words)
    this.#lengths.set(row, field, words.length)
  }

  remove(row: number): void {
    this.#tally = null
    this.#lengths.forget(row)
    this.#dictionaries = []
  }

  papersWith(word: string): number {
    let papers = 0
    for (const segment of this.#sealed()) {
      const place = placeIn(segment, word)
      if (place === null) continue
      if (this.#lengths.isWhole) papers += segment.papers[place] ?? 0
      else eachPosting(segment, place, (row) => (papers += this.#lengths.isGone(row) ? 0 : 1))
    }
    return papers
  }

  begins(beginning: string): boolean {
    return this.#sealed().some((segment) => {
      const { dictionary } = segment
      const end = dictionary.endOf(beginning)
      for (let place = dictionary.placeOf(beginning); place < end; place++)
        if (this.#isAlive(segment, place)) return true
      return false
    })
  }

  dictionaries(): readonly Dictionary[] {
    const segments = this.#sealed()
    if (this.#dictionaries.length !== segments.length) this.#dictionaries = segments.map(({ dictionary }) => dictionary)
    return this.#dictionaries
  }

  match({ slots, need }: WordQuery): Matches {
    const tally = (this.#tally ??= new Tally(this.#lengths.norms()))
    for (const slot of slots) {
      this.#addSlot(slot, tally)
      const isNowhere = tally.close(slot.optional) === 0
      if (isNowhere && need === 'all' && !slot.optional) break // that no paper has all is settled
    }
    const required = slots.filter((slot) => !slot.optional).length
    return tally.finish(need === 'all' ? required : Math.min(required, 1))
  }

  matchNear(slots: readonly Slot[]): Matches {
    const tally = (this.#tally ??= new Tally(this.#lengths.norms()))
    for (const slot of slots) {
      this.#addSlot(slot, tally)
      tally.closeWords()
      for (const { word, likeness } of slot.near ?? []) {
        for (const segment of this.#segments) {
          const place = placeIn(segment, word)
          if (place !== null) tally.addAll(segment, place, place + 1, () => 1)
        }
        tally.closeNear(likeness)
      }
      tally.closeNearest()
    }
    return tally.finish(0, 0)
  }

  /** Counts what may stand for the word of a slot. */
  #addSlot(slot: Slot, tally: Tally): void {
    for (const segment of this.#sealed()) {
      expand(slot, segment, tally)
      for (const { forms } of slot.phrases ?? []) addPhrase(forms, segment, tally)
    }
  }

  #sealed(): readonly Segment[] {
    if (!this.#open) return this.#segments
    this.#segments = [...this.#segments, this.#open.pack()]
    this.#open = null
    this.#dictionaries = []
    const [first, ...others] = this.#segments
    if (first && this.#segments.length > MOST_SEGMENTS) {
      this.#segments = [first, mergeSegments(others, (row) => this.#lengths.isGone(row))]
    }
    return this.#segments
  }

  /** Whether a word stands in a paper that is not gone. */
  #isAlive(segment: Segment, place: number): boolean {
    if (this.#lengths.isWhole) return true
    let alive = false
    eachPosting(segment, place, (row) => (alive ||= !this.#lengths.isGone(row)))
    return alive
  }
}
