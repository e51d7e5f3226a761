/** The words of papers, kept once read: while a query is typed the same papers come again and again. */
import type { Paper } from '../corpus/paper.ts'
import { tokenize, type Token } from '../text/tokenize.ts'
import { stem, type Variants } from '../text/variants.ts'
import type { Field } from './terms.ts'

/** The different words of a paper, and its other forms of a word. */
interface WordSet {
  readonly words: ReadonlySet<string>
  readonly variants: Variants
}

interface Reading {
  title?: readonly Token[]
  abstract?: readonly Token[]
  foreign?: Readonly<Record<Field, boolean>>
  set?: WordSet
}

/** Some pages of results; each takes 20 to 40 kB. */
export const MOST_READ = 200
const readings = new Map<Paper, Reading>()

/** The words of one part of a paper, in reading order. */
export function readWords(paper: Paper, field: Field): readonly Token[] {
  return (readingOf(paper)[field] ??= tokenize(paper[field]))
}

/** The words of a paper as a set. */
export function readWordSet(paper: Paper): WordSet {
  return (readingOf(paper).set ??= collect([...readWords(paper, 'title'), ...readWords(paper, 'abstract')]))
}

/** Most papers, and ten times as quickly seen. */
const ASCII = /^[\x00-\x7f]*$/
/** What may be letters once it is folded: accents, Greek, ligatures; dashes, quotes and signs of mathematics are not. */
const FOREIGN = /[^\p{ASCII}\p{P}\p{Sm}\p{Zs}]/u

/** Whether a text has no other signs. */
export function isAscii(text: string): boolean {
  return ASCII.test(text)
}

/** Whether one part of a paper has letters that are only known once they are folded. */
export function isForeign(paper: Paper, field: Field): boolean {
  const foreign = (text: string): boolean => !isAscii(text) && FOREIGN.test(text)
  return (readingOf(paper).foreign ??= { title: foreign(paper.title), abstract: foreign(paper.abstract) })[field]
}

function readingOf(paper: Paper): Reading {
  const known = readings.get(paper)
  if (known) return known
  if (readings.size === MOST_READ) readings.clear()
  const reading: Reading = {}
  readings.set(paper, reading)
  return reading
}

function collect(tokens: readonly Token[]): WordSet {
  const words = new Set(tokens.map((token) => token.text))
  // Forms of a word begin alike: a table of all stems would cost more than the few that are asked for.
  const variants: Variants = (word) =>
    [...words].filter((other) => other !== word && other.startsWith(word.slice(0, 1)) && stem(other) === stem(word))
  return { words, variants }
}
