/** Words of a text as the search knows them, for papers and queries alike. */

/*
 * A run of letters and digits is a word; a point between digits stays in it (`sd3.5`). Runs held together by
 * hyphens, slashes, apostrophes or the marks of mathematics are a compound: its parts are words, and so are its
 * parts joined from the first one on. `MGM-Omni` gives mgm, omni, mgmomni; `Align$^2$LLaVA` gives align, 2, llava,
 * align2, align2llava. A single Greek letter is spelled out, so that `π-Flow` and `pi-Flow` are one.
 */
import { foldWithOffsets, type Folded } from './fold.ts'
import { spellGreek } from './greek.ts'

export interface Token {
  /** Folded. */
  readonly text: string
  /** Offsets in the text as it was, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** Whether it is made of a compound's parts, and of how many. */
  readonly joined: boolean
  readonly parts: number
}

const WORD = /[\p{L}\p{N}]+(?:(?<=\p{N})\.(?=\p{N})[\p{L}\p{N}]+)*/gu
/** The same in folded ASCII, which most papers are: half the time. */
const ASCII_WORD = /[a-z0-9]+(?:(?<=[0-9])\.(?=[0-9])[a-z0-9]+)*/g
const CONNECTOR = /^[-‐–/.'’+&@*·$^_{}\\]{1,5}$/
/** Longer chains are addresses and paths; nobody types them as one word. */
const LONGEST = 4

/** The words of a text in reading order; a joined word follows its last part. */
export function tokenize(text: string): readonly Token[] {
  const folded = foldWithOffsets(text)
  const { offsets } = folded
  const tokens: Token[] = []
  scan(folded, (word, from, to, parts, joined) => {
    const start = offsets?.[from] ?? from
    tokens.push({ text: word, start, end: offsets ? endOf(offsets, to) : to, joined, parts })
  })
  return tokens
}

/** The same words without their places, for the index: a third of the time. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  scan(foldWithOffsets(text), (word) => words.push(word))
  return words
}

type Emit = (word: string, from: number, to: number, parts: number, joined: boolean) => void

/** Hands on each word with its offsets in the folded text. */
function scan({ text, offsets }: Folded, emit: Emit): void {
  const isAscii = offsets === null
  let first = 0
  let end = -1
  let parts = 0
  let joined = ''
  for (const match of text.matchAll(isAscii ? ASCII_WORD : WORD)) {
    const from = match.index
    const word = isAscii ? match[0] : spellGreek(match[0])
    if (end === -1 || !connects(text, end, from)) {
      first = from
      parts = 0
      joined = ''
    }
    end = from + match[0].length
    parts += 1
    emit(word, from, end, 1, false)
    joined += word.includes('.') ? word.replaceAll('.', '') : word
    if (joined !== word && parts <= LONGEST && /\p{L}/u.test(joined)) emit(joined, first, end, parts, true)
  }
}

/** Whether what lies between two words holds them together. */
function connects(text: string, from: number, to: number): boolean {
  return text[from] !== ' ' && CONNECTOR.test(text.slice(from, to))
}

/** The end in the text of what ends before the code unit `to` of the folded text: ligatures and marks stay whole. */
function endOf(offsets: readonly number[], to: number): number {
  const last = offsets[to - 1] ?? 0
  for (let at = to; at < offsets.length; at++) {
    const next = offsets[at] ?? 0
    if (next > last) return next
  }
  return last
}
