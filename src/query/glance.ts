/** A glance at the letters of a text, before its words are read: a fiftieth of the work, and enough for most papers. */
import type { Paper } from '../corpus/paper.ts'
import { tokenize } from '../text/tokenize.ts'
import { occurrences } from './occurrences.ts'
import { commonLetters, glanceAt, type Glance } from './letters.ts'
import { isAscii, isForeign } from './reading.ts'
import type { Field } from './terms.ts'
import type { Words } from './tree.ts'

/** Patterns that are kept. */
const MOST = 500
const patterns = new Map<string, Glance | null>()

/** Whether a text may hold a folded word, some form of it, or a compound it begins; false is sure. */
export function mayHold(word: string, paper: Paper, field: Field): boolean {
  return mayShow(glanceOf(word), paper, field)
}

/** Whether a text may show what a glance looks for; false is sure. */
export function mayShow(glance: Glance | null, paper: Paper, field: Field): boolean {
  if (glance === null) return true
  const text = paper[field]
  return begins(glance.either, text) && (begins(glance.letters, text) || isForeign(paper, field))
}

/** Whether a text may hold a folded word, or a longer one or a compound that it begins; false is sure. */
export function mayBegin(word: string, text: string): boolean {
  const glance = glanceOf(word)
  return glance === null || begins(glance.either, text)
}

export function begins(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

/** Places that are looked at; whoever stands at none of them is looked for in the whole text. */
const MOST_PLACES = 8

/**
 * Whether words stand where a pattern shows something, as no word and no compound reaches across a space: only what
 * lies around, and `reach` letters more, is cut into words. Null where there are more places than are looked at, or a
 * word may be in disguise.
 */
export function standsAt(
  pattern: RegExp,
  words: Pick<Words, 'parts' | 'exact'>,
  text: string,
  { open, reach = 0 }: { readonly open: boolean; readonly reach?: number },
): boolean | null {
  let from = 0
  for (let place = 0; place < MOST_PLACES; place++) {
    pattern.lastIndex = from
    const found = pattern.exec(text)
    if (!found) return isAscii(text) ? false : null
    const start = text.lastIndexOf(' ', found.index) + 1
    const end = text.indexOf(' ', pattern.lastIndex + reach)
    const around = tokenize(text.slice(start, end === -1 ? text.length : end))
    if (!occurrences(words, around, open).next().done) return true
    from = found.index + 1
  }
  return null
}

/** Whether a single word stands in a text; null where only the whole text says it. */
export function standsNearby(words: Pick<Words, 'parts' | 'exact'>, text: string, open = false): boolean | null {
  const pattern = glanceOf(words.parts.join(''))?.letters
  return pattern ? standsAt(pattern, words, text, { open }) : null
}

function glanceOf(word: string): Glance | null {
  const known = patterns.get(word)
  if (known !== undefined) return known
  if (patterns.size === MOST) patterns.clear()
  const letters = commonLetters(word)
  const glance = letters === null ? null : glanceAt(letters)
  patterns.set(word, glance)
  return glance
}
