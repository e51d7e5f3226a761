/** The words of segments as one list, which grows as segments come. */
import { placeIn, type Segment } from './segment.ts'

export class WordList {
  readonly #isAlive: (segment: Segment, place: number) => boolean
  #words: string[] = []
  /** Segments whose words are in the list. */
  #counted: readonly Segment[] = []

  /** `isAlive`: whether the word at a place of a segment stands in a paper that is there. */
  constructor(isAlive: (segment: Segment, place: number) => boolean) {
    this.#isAlive = isAlive
  }

  /** Every word in the order it came: the same list as before, with more at its end, until it is forgotten. */
  of(segments: readonly Segment[]): readonly string[] {
    // Segments that were made one hold the same words.
    if (this.#counted.length > segments.length) this.#counted = segments
    for (const segment of segments.slice(this.#counted.length)) this.#take(segment)
    return this.#words
  }

  /** To be called when papers are gone, and with them perhaps words. */
  forget(): void {
    this.#words = []
    this.#counted = []
  }

  #take(segment: Segment): void {
    const { dictionary } = segment
    for (let place = 0; place < dictionary.size; place++) {
      const word = dictionary.at(place)
      if (this.#isAlive(segment, place) && !this.#counted.some((before) => this.#isIn(before, word)))
        this.#words.push(word)
    }
    this.#counted = [...this.#counted, segment]
  }

  #isIn(segment: Segment, word: string): boolean {
    const place = placeIn(segment, word)
    return place !== null && this.#isAlive(segment, place)
  }
}
