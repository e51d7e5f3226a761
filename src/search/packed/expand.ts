/** The words of a dictionary that a slot of a query stands for, with what each counts. */
import { LONGEST } from './beginnings.ts'
import type { Slot } from '../engine/word-index.ts'
import { placeIn } from './posting-lists.ts'
import type { Segment } from './segment.ts'
import type { Tally } from './tally.ts'

/** What another word counts for that stands for the typed one: .3 to .7 measure alike. */
export const OTHER = 0.4

/** Of the completions of a letter or two none is likely: each weighs as if it had so many letters. */
const USUAL_LENGTH = 8

/** Counts each in the slot at hand; a completion weighs by how much of it is typed. */
export function expand({ words: [typed = '', ...others], open }: Slot, segment: Segment, tally: Tally): void {
  const { dictionary } = segment
  const first = dictionary.placeOf(typed)
  const isThere = dictionary.at(first) === typed
  if (open && typed.length > LONGEST)
    tally.addAll(segment, first, dictionary.endOf(typed), (place) => typed.length / dictionary.lengthAt(place))
  else if (open) {
    const weight = typed.length / USUAL_LENGTH
    const list = segment.beginnings.texts.indexOf(typed)
    if (list === -1) tally.addAll(segment, first, dictionary.endOf(typed), () => weight)
    else tally.addBeginning(segment, list, weight)
    if (isThere) tally.addAll(segment, first, first + 1, () => 1 - weight)
  } else if (isThere) tally.addAll(segment, first, first + 1, () => 1)
  for (const other of others) {
    const place = placeIn(segment, other)
    if (place !== null) tally.addAll(segment, place, place + 1, () => OTHER)
  }
}
