/** A glance at a text for a phrase or compound: of many papers that hold its words few have to be read. */
import type { Paper } from '../corpus/paper.ts'
import { begins, mayShow, standsAt } from './glance.ts'
import { BETWEEN, commonLetters, ENDS, glanceAt, lettersOf, type Glance } from './letters.ts'
import { joinedParts } from './occurrences.ts'
import type { Field } from './terms.ts'
import type { Words } from './tree.ts'

interface PhraseGlance {
  /** What a text with all of them shows, each somewhere; null where that cannot be said. */
  readonly shows: readonly (Glance | null)[]
  /** All of them as they are mostly written. */
  readonly written: RegExp
}

/** What of words is looked at. */
type Looked = Pick<Words, 'parts' | 'exact'>

const closedGlances = new WeakMap<Looked, PhraseGlance>()
const openGlances = new WeakMap<Looked, PhraseGlance>()

/** The end of some form of a word. */
const REST = `(?:${BETWEEN}[a-z0-9]){0,40}`
/** What stands before a word and behind it where it is surely a word by itself. */
const BEFORE = String.raw`(?:^|[ ([,;:"-])`
const BEHIND = String.raw`(?=$|[ )\],;:?!"-]|\.(?:$|[ )\]]))`
/** Letters that a further part of a compound takes at most, but for some; whole texts are read for these. */
const REACH = 12

/** Whether they stand in a text as they are mostly written: in one line, with spaces, commas or hyphens; true is sure. */
export function standsWritten(words: Looked, text: string, open: boolean): boolean {
  return begins(glanceOf(words, open).written, text)
}

/** Whether a text may hold them; `open` says that the last word of a phrase may go on; false is sure. */
export function mayHoldAll(words: Looked, paper: Paper, field: Field, open: boolean): boolean {
  return glanceOf(words, open).shows.every((glance) => mayShow(glance, paper, field))
}

/** Whether they stand in a text, by what lies around the places that show it; null where only the whole text says it. */
export function standsAround(words: Looked, text: string, open: boolean): boolean | null {
  const more = words.exact ? 0 : words.parts.length - 2
  const pattern = glanceOf(words, open).shows[0]?.letters
  const stands = pattern ? standsAt(pattern, words, text, { open, reach: REACH * more }) : null
  // A third part may lie anywhere behind the first two.
  return stands === false && more > 0 ? null : stands
}

function glanceOf(words: Looked, open: boolean): PhraseGlance {
  const glances = open ? openGlances : closedGlances
  const known = glances.get(words)
  if (known) return known
  const { parts, exact } = words
  const glance = { shows: exact ? [ofPhrase(parts, open)] : ofCompound(parts), written: writtenAs(parts, open) }
  glances.set(words, glance)
  return glance
}

/** The words as they are, apart. */
function ofPhrase(parts: readonly string[], open: boolean): Glance | null {
  const letters = parts.map(lettersOf)
  return letters.includes(null) ? null : glanceAt(letters.join('[^a-z0-9]+') + (open ? '' : ENDS))
}

/** Each two parts that follow each other, some form of each; or all of them as one word. */
function ofCompound(parts: readonly string[]): readonly (Glance | null)[] {
  const joined = commonLetters(joinedParts(parts))
  const letters = parts.map(commonLetters)
  if (joined === null || letters.includes(null)) return [null]
  const pairs = letters.slice(1).map((next, at) => `(?:${letters[at]}${REST}[^a-z0-9]+${next}|${joined})`)
  return [...new Set(pairs)].map(glanceAt)
}

/** Looks behind from the first letter: to look from before each letter of a text takes four times as long. */
function writtenAs(parts: readonly string[], open: boolean): RegExp {
  const source = parts.map((part) => part.replaceAll('.', String.raw`\.`)).join('(?:[,;:]? |-)')
  const [first = ''] = source
  return new RegExp(`${first}(?<=${BEFORE}${first})${source.slice(first.length)}${open ? '' : BEHIND}`, 'gi')
}
