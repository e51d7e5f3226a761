/** A term of several words in a segment: the papers that hold each of them, in any place. */
import { OTHER } from './expand.ts'
import { eachPosting, placeIn } from './posting-lists.ts'
import type { Segment } from './segment.ts'
import type { Tally } from './tally.ts'

/**
 * Counts a term as often as its rarest word stands in a paper. Where the words lie is not looked at: few papers hold
 * `text` and `speech` and not the term, and they stand behind the others.
 */
export function addPhrase(forms: readonly (readonly string[])[], segment: Segment, tally: Tally): void {
  let rows: ReadonlyMap<number, number> | null = null
  for (const words of forms) {
    const before: ReadonlyMap<number, number> | null = rows
    const next = new Map<number, number>()
    for (const word of words) {
      const place = placeIn(segment, word)
      if (place === null) continue
      eachPosting(segment, place, (row, title, abstract) => {
        const most = before ? (before.get(row) ?? 0) : Infinity
        if (most > 0) next.set(row, Math.min(most, (next.get(row) ?? 0) + tally.countIn(row, title, abstract)))
      })
    }
    rows = next
  }
  for (const [row, count] of rows ?? []) if (count > 0) tally.addRow(row, OTHER * count)
}
