/** A glance at a text for a phrase or compound: of many papers that hold its words few have to be read. */
import type { Paper } from '../corpus/paper.ts'
import { tokenize } from '../text/tokenize.ts'
import { begins, mayShow } from './glance.ts'
import { BETWEEN, commonLetters, ENDS, glanceAt, lettersOf, type Glance } from './letters.ts'
import { occurrences } from './occurrences.ts'
import { isAscii } from './reading.ts'
import type { Field } from './terms.ts'
import type { Words } from './tree.ts'

interface PhraseGlance {
  /** For each two words that follow each other, what a text with both shows; null where that cannot be said. */
  readonly pairs: readonly (Glance | null)[]
  /** All of them as they are mostly written. */
  readonly written: RegExp
}

const closedGlances = new WeakMap<Words, PhraseGlance>()
const openGlances = new WeakMap<Words, PhraseGlance>()

/** The end of some form of a word. */
const REST = `(?:${BETWEEN}[a-z0-9]){0,40}`
/** What stands before a word and behind it where it is surely a word by itself. */
const BEFORE = String.raw`(?:^|[ ([,;:"-])`
const BEHIND = String.raw`(?=$|[ )\],;:?!"-]|\.(?![a-z0-9]))`
/** Letters that a further part of a phrase takes at most, but for some; whole texts are read for these. */
const REACH = 12
/** Places that are looked at; whoever stands at none of them is looked for in the whole text. */
const MOST_PLACES = 8

/** Whether they stand in a text as they are mostly written: in one line, with spaces, commas or hyphens; true is sure. */
export function standsWritten(words: Words, text: string, open: boolean): boolean {
  return begins(glanceOf(words, open).written, text)
}

/** Whether a text may hold them, each behind the one before; `open` says that the last may go on; false is sure. */
export function mayHoldAll(words: Words, paper: Paper, field: Field, open: boolean): boolean {
  return glanceOf(words, open).pairs.every((pair) => mayShow(pair, paper, field))
}

/**
 * Whether they stand in a text, by what lies around the places where the first two may: null where only the whole
 * text says it. No word and no compound reaches across a space.
 */
export function standsAround(words: Words, text: string, open: boolean): boolean | null {
  const pattern = glanceOf(words, open).pairs[0]?.letters
  let from = 0
  for (let place = 0; pattern && place < MOST_PLACES; place++) {
    pattern.lastIndex = from
    const found = pattern.exec(text)
    // A word may be in disguise, and a third may lie anywhere behind the first two.
    if (!found) return words.parts.length === 2 && isAscii(text) ? false : null
    const start = text.lastIndexOf(' ', found.index) + 1
    const end = text.indexOf(' ', pattern.lastIndex + REACH * (words.parts.length - 2))
    const around = tokenize(text.slice(start, end === -1 ? text.length : end))
    if (!occurrences(words, around, open).next().done) return true
    from = found.index + 1
  }
  return null
}

function glanceOf(words: Words, open: boolean): PhraseGlance {
  const glances = open ? openGlances : closedGlances
  const known = glances.get(words)
  if (known) return known
  const { parts, exact } = words
  const pairs = parts.slice(1).map((part, at) => {
    const isOpen = open && at === parts.length - 2
    /* v8 ignore start -- one stands before each but the first */
    const before = parts[at] ?? ''
    /* v8 ignore stop */
    return exact ? besideEachOther(before, part, isOpen) : alongEachOther(before, part)
  })
  const glance = { pairs, written: writtenAs(parts, open) }
  glances.set(words, glance)
  return glance
}

/** Two words of a phrase, as they are. */
function besideEachOther(word: string, next: string, open: boolean): Glance | null {
  const [first, second] = [lettersOf(word), lettersOf(next)]
  return first && second ? glanceAt(`${first}[^a-z0-9]+${second}${open ? '' : ENDS}`) : null
}

/** Two parts of a compound, some form of each, perhaps as one word. */
function alongEachOther(word: string, next: string): Glance | null {
  const [first, second] = [commonLetters(word), commonLetters(next)]
  return first && second ? glanceAt(`${first}${REST}[^a-z0-9]*${second}`) : null
}

/** Looks behind from the first letter: to look from before each letter of a text takes four times as long. */
function writtenAs(parts: readonly string[], open: boolean): RegExp {
  const source = parts.map((part) => part.replaceAll('.', String.raw`\.`)).join('(?:[,;:]? |-)')
  const [first = ''] = source
  return new RegExp(`${first}(?<=${BEFORE}${first})${source.slice(first.length)}${open ? '' : BEHIND}`, 'gi')
}
