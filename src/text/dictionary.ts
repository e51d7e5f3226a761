/** Sorted words in one text, found by halving: a few bytes a word, and no object for any of them. */
import { firstReached } from '../base/halving.ts'

export interface Dictionary {
  /** All words in one, and where each begins, then the end of the last. */
  readonly text: string
  readonly starts: Uint32Array
  readonly size: number
  /** The word at a place, in code unit order. */
  readonly at: (place: number) => string
  /** Code units of the word at a place. */
  readonly lengthAt: (place: number) => number
  /** Where a word stands or would stand. */
  readonly placeOf: (word: string) => number
  /** Where the words end that begin so. */
  readonly endOf: (beginning: string) => number
}

/** The last code unit, which is no letter. */
const LAST = '\uffff'

/** Words that are sorted by code units, each once. */
export function createDictionary(words: readonly string[]): Dictionary {
  const starts = new Uint32Array(words.length + 1)
  words.forEach((word, place) => (starts[place + 1] = (starts[place] ?? 0) + word.length))
  return openDictionary(words.join(''), starts)
}

/** The dictionary that has this text and these starts. */
export function openDictionary(text: string, starts: Uint32Array): Dictionary {
  const size = starts.length - 1
  const at = (place: number): string => text.slice(starts[place], starts[place + 1])
  const placeOf = (word: string): number => firstReached(size, (place) => at(place) >= word)
  return {
    text,
    starts,
    size,
    at,
    lengthAt: (place) => (starts[place + 1] ?? 0) - (starts[place] ?? 0),
    placeOf,
    endOf: (beginning) => placeOf(beginning + LAST),
  }
}
