/** Patterns for the letters of words as texts may write them: forms, spellings, and what holds a compound together. */
import { stem } from '../text/variants.ts'

export interface Glance {
  readonly letters: RegExp
  /** The same, or a sign that may be a letter in disguise: most texts have neither, and are gone through once. */
  readonly either: RegExp
}

/** Every word, and every compound, begins where no letter or digit stands before it. */
const BEGINS = '(?<![a-z0-9])'
const DISGUISED = String.raw`[^\x00-\x7f]`
/** What may stand between two letters of a compound; no word and no compound reaches across a space. */
export const BETWEEN = '[^a-z0-9 ]{0,5}'
/** Every word and every compound ends where no letter or digit follows. */
export const ENDS = '(?![a-z0-9])'

/** The glance for letters where a word begins. */
export function glanceAt(letters: string): Glance {
  const source = BEGINS + letters
  return { letters: new RegExp(source, 'gi'), either: new RegExp(`${source}|${DISGUISED}`, 'gi') }
}

/** The letters that all forms of a folded word have in common; null where it has others than the Latin ones. */
export function commonLetters(word: string): string | null {
  const letters = stem(word).replaceAll('.', '')
  return lettersOf(word) === null ? null : lettersOf(letters.slice(0, Math.max(1, letters.length - 2)))
}

/** All letters of a folded word; null where it has others than the Latin ones. */
export function lettersOf(word: string): string | null {
  if (!/^[a-z0-9.]+$/.test(word)) return null
  const letters = Array.from(word.replaceAll('.', ''))
  return letters.map((letter) => (/[sz]/.test(letter) ? '[sz]' : letter)).join(BETWEEN)
}
