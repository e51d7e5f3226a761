/** A letter or two with which many words begin, and the lists of these words as one: what is typed first is answered at once. */
import { Column } from './column.ts'
import { bytesOf, eachPosting, pushNumber, type Lists } from './posting-lists.ts'

/*
 * A list is a run of bytes: for each paper how far its row lies behind the one before, as numbers are written in the
 * lists of words; then a byte with how often words that begin so stand in its title (three bits, 7 at most) and in its
 * abstract (five bits, 31 at most).
 */
export interface Beginnings {
  readonly texts: readonly string[]
  /** Where each list ends; it begins where that of the text before ends. */
  readonly ends: Uint32Array
  readonly bytes: Uint8Array
}

/** Code units of the longest text. */
export const LONGEST = 2
/** Lists of fewer bytes together are as quickly read one by one: 20 µs. */
const LEAST = 4_096
const ABSTRACT_BITS = 5
const MOST = { title: 0x07, abstract: 0x1f }

/** Those of a segment. */
export function beginningsOf(lists: Lists): Beginnings {
  const texts: string[] = []
  const ends = new Column(Uint32Array)
  const bytes = new Column(Uint8Array)
  let counts: Counts | null = null
  for (let length = 1; length <= LONGEST; length++)
    for (const { text, from, to } of runsOf(lists, length)) {
      if (bytesOf(lists, from, to) < LEAST) continue
      counts ??= countsOver(spanOf(lists))
      sum(lists, from, to, counts)
      texts.push(text)
      push(bytes, counts)
      ends.push(bytes.length)
    }
  return { texts, ends: ends.packed(), bytes: bytes.packed() }
}

/** Calls with each row of a list, and the counts of its words in title and abstract; `firstRow` is that of the segment. */
export function eachBeginning(
  { bytes, ends }: Beginnings,
  firstRow: number,
  list: number,
  visit: (row: number, title: number, abstract: number) => void,
): void {
  let row = firstRow
  const end = ends[list] ?? 0
  for (let at = list === 0 ? 0 : (ends[list - 1] ?? 0); at < end;) {
    let byte = bytes[at++] ?? 0
    let step = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0
      step |= (byte & 0x7f) << shift
    }
    row += step
    const counts = bytes[at++] ?? 0
    visit(row, counts >> ABSTRACT_BITS, counts & MOST.abstract)
  }
}

interface Counts {
  readonly title: Uint16Array
  readonly abstract: Uint16Array
}

function countsOver(rows: number): Counts {
  return { title: new Uint16Array(rows), abstract: new Uint16Array(rows) }
}

/** How many rows the lists reach over. */
function spanOf({ dictionary, ends, bytes, firstRow }: Lists): number {
  let last = firstRow
  for (let place = 0; place < dictionary.size; place++)
    eachPosting({ ends, bytes, firstRow }, place, (row) => (last = Math.max(last, row)))
  return last - firstRow + 1
}

/** Words one after another that begin alike, `to` exclusive. */
function* runsOf({ dictionary }: Lists, length: number): Generator<{ text: string; from: number; to: number }> {
  let from = 0
  while (from < dictionary.size) {
    const text = dictionary.at(from).slice(0, length)
    const to = dictionary.endOf(text)
    if (text.length === length) yield { text, from, to }
    // A shorter word stands before all that begin so.
    from = text.length === length ? to : from + 1
  }
}

function sum(lists: Lists, from: number, to: number, { title, abstract }: Counts): void {
  for (let place = from; place < to; place++)
    eachPosting(lists, place, (row, inTitle, inAbstract) => {
      const at = row - lists.firstRow
      title[at] = (title[at] ?? 0) + inTitle
      abstract[at] = (abstract[at] ?? 0) + inAbstract
    })
}

/** Adds a list of the counts, and leaves zeros. */
function push(bytes: Column<Uint8Array<ArrayBuffer>>, { title, abstract }: Counts): void {
  let before = 0
  for (let row = 0; row < title.length; row++) {
    const [inTitle, inAbstract] = [title[row] ?? 0, abstract[row] ?? 0]
    if (inTitle + inAbstract === 0) continue
    pushNumber(bytes, row - before)
    bytes.push((Math.min(MOST.title, inTitle) << ABSTRACT_BITS) | Math.min(MOST.abstract, inAbstract))
    before = row
  }
  title.fill(0)
  abstract.fill(0)
}
