/** A glance at the letters of a text, before its words are read: a fiftieth of the work, and enough for most papers. */
import { stem } from '../text/variants.ts'

/** Patterns that are kept. */
const MOST = 500
const patterns = new Map<string, RegExp | null>()

/** Whether a text may hold a folded word, some form of it, or a compound it begins; false is sure. */
export function mayHold(word: string, text: string): boolean {
  const pattern = patternOf(word)
  // Accents, Greek letters and ligatures are only known once they are folded.
  return pattern === null || pattern.test(text) || /[^\p{ASCII}]/u.test(text)
}

function patternOf(word: string): RegExp | null {
  const known = patterns.get(word)
  if (known !== undefined) return known
  if (patterns.size === MOST) patterns.clear()
  const pattern = makePattern(word)
  patterns.set(word, pattern)
  return pattern
}

/** The letters that all forms of the word have in common, with what may hold the parts of a compound together. */
function makePattern(word: string): RegExp | null {
  if (!/^[a-z0-9.]+$/.test(word)) return null
  const letters = stem(word).replaceAll('.', '')
  const common = Array.from(letters.slice(0, Math.max(1, letters.length - 2)))
  return new RegExp(common.map((letter) => (/[sz]/.test(letter) ? '[sz]' : letter)).join('[^a-z0-9]{0,5}'), 'i')
}
