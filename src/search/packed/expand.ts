/** The words of a dictionary that a slot of a query stands for, with what each counts. */
import type { Slot } from '../engine/word-index.ts'
import type { Dictionary } from './dictionary.ts'

/** What another word counts for that stands for the typed one: .3 to .7 measure alike. */
const OTHER = 0.4

/** A completion weighs by how much of it is typed. */
export function* expand(
  { words: [typed = '', ...others], open }: Slot,
  dictionary: Dictionary,
): Generator<{ readonly place: number; readonly weight: number }> {
  const first = dictionary.placeOf(typed)
  if (open)
    for (let place = first; place < dictionary.size && dictionary.at(place).startsWith(typed); place++)
      yield { place, weight: typed.length / dictionary.lengthAt(place) }
  else if (dictionary.at(first) === typed) yield { place: first, weight: 1 }
  for (const other of others) {
    const place = dictionary.placeOf(other)
    if (dictionary.at(place) === other) yield { place, weight: OTHER }
  }
}
