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
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let errors = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        errors = Math.min(errors, (before[column - 2] ?? 0) + 1)
      current.push(errors)
      least = Math.min(least, errors)
    }
    if (least > limit) return limit + 1
    before = last
    last = current
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

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
  const read = Int32Array.from({ length: dictionary.size }, (_, place) => lettersIn(dictionary.at(place)))
  letters.set(dictionary, read)
  return read
}

/** Which letters a word holds, a bit each. */
function lettersIn(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
