/** The words of a dictionary that a slot of a query stands for, with what each counts. */
import type { Slot } from '../engine/word-index.ts'
import { placeIn, type Segment } from './segment.ts'
import type { Tally } from './tally.ts'

/** What another word counts for that stands for the typed one: .3 to .7 measure alike. */
export const OTHER = 0.4

/** Counts each in the slot at hand; a completion weighs by how much of it is typed. */
export function expand({ words: [typed = '', ...others], open }: Slot, segment: Segment, tally: Tally): void {
  const { dictionary } = segment
  const first = dictionary.placeOf(typed)
  if (open) tally.addAll(segment, first, dictionary.endOf(typed), (place) => typed.length / dictionary.lengthAt(place))
  else if (dictionary.at(first) === typed) tally.addAll(segment, first, first + 1, () => 1)
  for (const other of others) {
    const place = placeIn(segment, other)
    if (place !== null) tally.addAll(segment, place, place + 1, () => OTHER)
  }
}
