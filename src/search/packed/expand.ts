/** The lists of a segment that a slot of a query stands for, with what each counts. */
import { eachBeginning, LONGEST } from './beginnings.ts'
import type { Slot } from '../engine/word-index.ts'
import { addPhrase, placesOfForms } from './phrase.ts'
import type { Counter } from './counter.ts'
import { bytesOf, NOWHERE } from './posting-lists.ts'
import type { Segment } from './segment.ts'

/** What another word counts for that stands for the typed one: .3 to .7 measure alike. */
const OTHER = 0.4

/** Of the completions of a letter or two none is likely: each weighs as if it had so many letters. */
const USUAL_LENGTH = 8

/** Lists that count alike. */
export interface Expansion {
  /** How many have to be read at most. */
  readonly bytes: number
  /** Counts them in the slot at hand. */
  readonly count: (counter: Counter) => void
}

/** What a slot stands for in a segment; `placeOf` says where words stand in it. */
export function expand(
  { words: [typed = '', ...others], phrases = [], open }: Slot,
  segment: Segment,
  placeOf: (word: string) => number,
): readonly Expansion[] {
  return [
    ...(open ? begunBy(typed, segment, placeOf(typed)) : wordAt(segment, placeOf(typed), 1)),
    ...others.flatMap((other) => wordAt(segment, placeOf(other), OTHER)),
    ...phrases.map(({ forms }) => {
      const places = placesOfForms(forms, segment, placeOf)
      const bytes = places.flat().reduce((sum, place) => sum + bytesOf(segment, place), 0)
      return { bytes, count: (counter: Counter) => addPhrase(places, OTHER, segment, counter) }
    }),
  ]
}

/** A word and its completions, which weigh by how much of them is typed. */
function begunBy(typed: string, segment: Segment, place: number): readonly Expansion[] {
  const { dictionary, beginnings, firstRow } = segment
  const first = dictionary.placeOf(typed)
  const end = dictionary.endOf(typed)
  if (typed.length > LONGEST) return [lists(segment, first, end, (place) => typed.length / dictionary.lengthAt(place))]
  const weight = typed.length / USUAL_LENGTH
  const list = beginnings.texts.indexOf(typed)
  const all: Expansion =
    list === -1
      ? lists(segment, first, end, () => weight)
      : {
          bytes: bytesOf(beginnings, list),
          count: (counter) =>
            eachBeginning(beginnings, firstRow, list, (row, title, abstract) =>
              counter.addRow(row, weight * counter.countIn(row, title, abstract)),
            ),
        }
  return [all, ...wordAt(segment, place, 1 - weight)]
}

function wordAt(segment: Segment, place: number, weight: number): readonly Expansion[] {
  return place === NOWHERE ? [] : [lists(segment, place, place + 1, () => weight)]
}

function lists(segment: Segment, from: number, to: number, weightOf: (place: number) => number): Expansion {
  return { bytes: bytesOf(segment, from, to), count: (counter) => counter.addAll(segment, from, to, weightOf) }
}
