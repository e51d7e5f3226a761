/** The words of a dictionary that a slot of a query stands for, with what each counts. */
import type { Slot } from '../engine/word-index.ts'
import type { Dictionary } from '../../text/dictionary.ts'

/** What another word counts for that stands for the typed one: .3 to .7 measure alike. */
export const OTHER = 0.4

/** Calls with the place and the weight of each; a completion weighs by how much of it is typed. */
export function expand(
  { words: [typed = '', ...others], open }: Slot,
  dictionary: Dictionary,
  visit: (place: number, weight: number) => void,
): void {
  const first = dictionary.placeOf(typed)
  if (open) {
    const end = dictionary.endOf(typed)
    for (let place = first; place < end; place++) visit(place, typed.length / dictionary.lengthAt(place))
  } else if (dictionary.at(first) === typed) visit(first, 1)
  for (const other of others) {
    const place = dictionary.placeOf(other)
    if (dictionary.at(place) === other) visit(place, OTHER)
  }
}
