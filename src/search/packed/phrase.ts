/** A term of several words in a segment: the papers that hold each of them, in any place. */
import { bytesOf, eachPosting, NOWHERE } from './posting-lists.ts'
import type { Segment } from './segment.ts'
import type { Counter } from './counter.ts'

/** Where the forms of each word of a term stand in the dictionary, the rarest word first. */
export function placesOfForms(
  forms: readonly (readonly string[])[],
  segment: Segment,
  placeOf: (word: string) => number,
): readonly (readonly number[])[] {
  const cost = (places: readonly number[]): number => places.reduce((sum, place) => sum + bytesOf(segment, place), 0)
  return forms.map((words) => words.map(placeOf).filter((place) => place !== NOWHERE)).sort((a, b) => cost(a) - cost(b))
}

/**
 * Counts a term as often as its rarest word stands in a paper. Where the words lie is not looked at: few papers hold
 * `text` and `speech` and not the term, and they stand behind the others.
 */
export function addPhrase(
  [rarest = [], ...others]: readonly (readonly number[])[],
  weight: number,
  segment: Segment,
  counter: Counter,
): void {
  let rows = new Map<number, number>()
  for (const place of rarest)
    eachPosting(segment, place, (row, title, abstract) => {
      rows.set(row, (rows.get(row) ?? 0) + counter.countIn(row, title, abstract))
    })
  for (const places of others) {
    if (rows.size === 0) return
    const next = new Map<number, number>()
    for (const place of places)
      eachPosting(segment, place, (row, title, abstract) => {
        const most = rows.get(row)
        if (most !== undefined)
          next.set(row, Math.min(most, (next.get(row) ?? 0) + counter.countIn(row, title, abstract)))
      })
    rows = next
  }
  for (const [row, count] of rows) counter.addRow(row, weight * count)
}
