/** Words that mean nearly what another does, by the cosine of their directions. */
import type { Dictionary } from '../text/dictionary.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import type { WordTable } from './words.ts'

/** A word, and the square of its cosine to the one asked about: what is half as near says a quarter. */
export interface Near {
  readonly word: string
  readonly likeness: number
}

export interface NearWords {
  readonly knows: (word: string) => boolean
  /** The words of dictionaries that lie nearest, the nearest first; other words come with another list of them. */
  readonly near: (word: string, dictionaries: readonly Dictionary[]) => readonly Near[]
}

/** Measured: 30 words from .35 on find no more than these, and take three times as long. */
const MOST = 12
const LEAST = 0.45
/** Words whose nearest are kept: with each key of a query all but its last word come again. */
const MOST_KNOWN = 200

/** Looks among the words of a table. */
export function createNearWords(table: WordTable): NearWords {
  const { rows } = table
  const lengths = Float64Array.from({ length: rows.size }, (_, row) => Math.sqrt(product(table, row, row)))
  let read: readonly Dictionary[] = []
  /** Words of the table that the dictionaries hold, and their rows. */
  let held: readonly (readonly [word: string, row: number])[] = []
  const known = new Map<string, readonly Near[]>()

  function catchUp(dictionaries: readonly Dictionary[]): void {
    if (dictionaries === read) return
    read = dictionaries
    known.clear()
    const there = new Map<string, number>()
    for (const { at, size } of dictionaries)
      for (let place = 0; place < size; place++) {
        const word = at(place)
        const row = rows.get(word)
        if (row !== undefined) there.set(word, row)
      }
    for (const word of STOP_WORDS) there.delete(word)
    held = [...there].sort(([, a], [, b]) => a - b)
  }

  function search(asked: number): readonly Near[] {
    const found: { readonly word: string; readonly cosine: number }[] = []
    for (const [word, row] of held) {
      const cosine = product(table, asked, row) / ((lengths[asked] ?? 1) * (lengths[row] ?? 1))
      if (cosine > LEAST && row !== asked) found.push({ word, cosine })
    }
    return found
      .sort((a, b) => b.cosine - a.cosine || (a.word < b.word ? -1 : 1))
      .slice(0, MOST)
      .map(({ word, cosine }) => ({ word, likeness: cosine * cosine }))
  }

  return {
    knows: (word) => rows.has(word),
    near: (word, dictionaries) => {
      catchUp(dictionaries)
      const before = known.get(word)
      if (before) return before
      const row = rows.get(word)
      const found = row === undefined ? [] : search(row)
      if (known.size === MOST_KNOWN) known.clear()
      known.set(word, found)
      return found
    },
  }
}

function product({ directions, dimensions }: WordTable, a: number, b: number): number {
  const [one, other] = [a * dimensions, b * dimensions]
  let sum = 0
  for (let n = 0; n < dimensions; n++) sum += (directions[one + n] ?? 0) * (directions[other + n] ?? 0)
  return sum
}
