/** Typing errors: which known words are nearest to an unknown one. */
import type { Dictionary } from './dictionary.ts'

/** How many errors a word of some length may hold: none in short ones, as other words are too near. */
function allowedErrors(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

/**
 * The number of single insertions, deletions, substitutions and swaps of neighbours that turn one word into the
 * other (optimal string alignment); `limit + 1` where there are more than `limit`.
 */
export function errorsBetween(a: string, b: string, limit: number): number {
  const more = limit + 1
  if (Math.abs(a.length - b.length) > limit) return more
  if (last.length < b.length + 2) [before, last, current] = rowsFor(b.length + 2)
  for (let column = 0; column <= b.length; column++) last[column] = column
  for (let row = 1; row <= a.length; row++) {
    // Cells farther from the diagonal hold more than the limit.
    const from = Math.max(1, row - limit)
    const to = Math.min(b.length, row + limit)
    const letter = a.charCodeAt(row - 1)
    current[from - 1] = from === 1 ? row : more
    let least = current[from - 1] ?? more
    for (let column = from; column <= to; column++) {
      const same = letter === b.charCodeAt(column - 1)
      const replaced = (last[column - 1] ?? more) + (same ? 0 : 1)
      let errors = Math.min((last[column] ?? more) + 1, (current[column - 1] ?? more) + 1, replaced)
      if (
        row > 1 &&
        column > 1 &&
        letter === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      )
        errors = Math.min(errors, (before[column - 2] ?? more) + 1)
      current[column] = errors
      least = Math.min(least, errors)
    }
    current[to + 1] = more
    if (least > limit) return more
    ;[before, last, current] = [last, current, before]
  }
  return Math.min(last[b.length] ?? more, more)
}

const rowsFor = (length: number) => [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)] as const
/** Made once, as thousands of words are compared with one. */
let [before, last, current] = rowsFor(64)

/** Misspelt words whose nearest are kept. */
const MOST_KNOWN = 200

/** Finds the nearest of its words, all at the same distance, the most frequent first, three at most. */
export type Speller = (word: string) => readonly string[]

/**
 * A speller over the words of dictionaries; others are read anew. `frequency` breaks ties, then the order of code
 * units; words of less than `least` are not known to it.
 */
export function createSpeller(
  dictionaries: () => readonly Dictionary[],
  frequency: (word: string) => number,
  least = 1,
): Speller {
  let read: readonly Dictionary[] = []
  // While a query is typed, the words before the last are asked for with every key.
  const known = new Map<string, readonly string[]>()
  return (typed) => {
    const now = dictionaries()
    if (now !== read || known.size === MOST_KNOWN) known.clear()
    read = now
    const found = known.get(typed) ?? nearestIn(now, typed, (word) => frequency(word) >= least)
    known.set(typed, found)
    return found.toSorted((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1)).slice(0, 3)
  }
}

/** All words at the least distance from the typed one. */
function nearestIn(
  dictionaries: readonly Dictionary[],
  typed: string,
  isKnown: (word: string) => boolean,
): readonly string[] {
  let limit = allowedErrors(typed)
  if (limit === 0) return []
  const mask = lettersIn(typed)
  let nearest = new Set<string>()
  for (const dictionary of dictionaries) {
    const letters = lettersOf(dictionary)
    for (let place = 0; place < dictionary.size; place++) {
      // An error adds or takes at most one letter each: this leaves a few dozen of 8,000 words to compare.
      if (Math.abs(dictionary.lengthAt(place) - typed.length) > limit) continue
      if (bits(mask ^ (letters[place] ?? 0)) > 2 * limit) continue
      const word = dictionary.at(place)
      const errors = errorsBetween(typed, word, limit)
      if (errors > limit || !isKnown(word)) continue
      if (errors < limit) nearest = new Set()
      limit = errors
      nearest.add(word)
    }
  }
  return [...nearest]
}

const letters = new WeakMap<Dictionary, Int32Array>()

/** By place, the letters of each word; read when the first word is looked for. */
function lettersOf(dictionary: Dictionary): Int32Array {
  const known = letters.get(dictionary)
  if (known) return known
  const { text, starts, size } = dictionary
  const read = Int32Array.from({ length: size }, (_, place) => lettersIn(text, starts[place], starts[place + 1]))
  letters.set(dictionary, read)
  return read
}

/** Which letters a word holds, a bit each; it may be part of a text. */
function lettersIn(text: string, from = 0, to = text.length): number {
  let mask = 0
  for (let at = from; at < to; at++) mask |= 1 << (text.charCodeAt(at) & 31)
  return mask
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
