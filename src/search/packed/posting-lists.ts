/** A dictionary, and for each of its words the rows that it stands in. */
import type { Column } from './column.ts'
import type { Dictionary } from '../../text/dictionary.ts'

/*
 * A posting list is a run of bytes: for each paper, twice how far its row lies behind the one before in the list, in
 * groups of seven bits, the lowest first (LEB128). Of most papers that is all: the number is one more where the word
 * stands once, in the abstract. Else a byte follows with how often it stands in the title (high half) and in the
 * abstract (low half), 15 at most.
 */
export interface Lists {
  readonly dictionary: Dictionary
  /** The row that lists begin to count from. */
  readonly firstRow: number
  /** By place of a word: where its list ends; it begins where that of the word before ends. */
  readonly ends: Uint32Array
  /** By place of a word: how many papers it stands in. */
  readonly papers: Uint32Array
  readonly bytes: Uint8Array
}

/** The most that is counted of a word in one field of one paper. */
export const MOST_COUNTED = 15

/** Not in the title, once in the abstract. */
const ONCE = 0x01

/** The place of a word that is not in a dictionary. */
export const NOWHERE = -1

/** Where a word stands in the dictionary. */
export function placeIn({ dictionary }: Pick<Lists, 'dictionary'>, word: string): number {
  const place = dictionary.placeOf(word)
  return dictionary.at(place) === word ? place : NOWHERE
}

/** How long the lists of words are that stand together, `to` exclusive. */
export function bytesOf({ ends }: Pick<Lists, 'ends'>, from: number, to = from + 1): number {
  return to <= from ? 0 : (ends[to - 1] ?? 0) - (from === 0 ? 0 : (ends[from - 1] ?? 0))
}

/** Calls with each row of a word's list, and its counts in title and abstract. */
export function eachPosting(
  { bytes, ends, firstRow }: Pick<Lists, 'bytes' | 'ends' | 'firstRow'>,
  place: number,
  visit: (row: number, title: number, abstract: number) => void,
): void {
  let row = firstRow
  let at = place === 0 ? 0 : (ends[place - 1] ?? 0)
  const end = ends[place] ?? 0
  while (at < end) {
    let byte = bytes[at++] ?? 0
    let number = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0
      number |= (byte & 0x7f) << shift
    }
    row += number >>> 1
    const counts = (number & 1) === 1 ? ONCE : (bytes[at++] ?? 0)
    visit(row, counts >> 4, counts & 0x0f)
  }
}

/** Adds a paper to the list that `bytes` ends with: its row as the step from the one before. */
export function pushPosting(
  bytes: Column<Uint8Array<ArrayBuffer>>,
  step: number,
  title: number,
  abstract: number,
): void {
  const counts = (title << 4) | abstract
  pushNumber(bytes, step * 2 + Number(counts === ONCE))
  if (counts !== ONCE) bytes.push(counts)
}

/** Adds a number in groups of seven bits. */
export function pushNumber(bytes: Column<Uint8Array<ArrayBuffer>>, number: number): void {
  let rest = number
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  bytes.push(rest)
}
