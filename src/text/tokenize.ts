/** Words of a text as the search knows them, for papers and queries alike. */

/*
 * A run of letters and digits is a word; a point between digits stays in it (`sd3.5`). Runs held together by
 * hyphens, slashes, apostrophes or the marks of mathematics are a compound: its parts are words, and so are its
 * parts joined from the first one on. `MGM-Omni` gives mgm, omni, mgmomni; `Align$^2$LLaVA` gives align, 2, llava,
 * align2, align2llava. A single Greek letter is spelled out, so that `π-Flow` and `pi-Flow` are one.
 */
import { foldWithOffsets } from './fold.ts'
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
const CONNECTOR = /^[-‐–/.'’+&@*·$^_{}\\]{1,5}$/
/** Longer chains are addresses and paths; nobody types them as one word. */
const LONGEST = 4

interface Part {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The words of a text in reading order; a joined word follows its last part. */
export function tokenize(text: string): readonly Token[] {
  const folded = foldWithOffsets(text)
  const offset = (at: number): number => folded.offsets?.[at] ?? at
  const tokens: Token[] = []
  const push = (word: string, from: number, to: number, parts: number, joined: boolean): void => {
    tokens.push({
      text: word,
      start: offset(from),
      end: folded.offsets ? endOf(folded.offsets, to) : to,
      joined,
      parts,
    })
  }
  let compound: Part[] = []
  let joined = ''
  for (const match of folded.text.matchAll(WORD)) {
    const part: Part = { text: spellGreek(match[0]), from: match.index, to: match.index + match[0].length }
    const before = compound.at(-1)
    if (!before || !CONNECTOR.test(folded.text.slice(before.to, part.from))) {
      compound = []
      joined = ''
    }
    compound.push(part)
    push(part.text, part.from, part.to, 1, false)
    joined += part.text.replaceAll('.', '')
    const first = compound[0]
    if (first && compound.length <= LONGEST && joined !== part.text && /\p{L}/u.test(joined))
      push(joined, first.from, part.to, compound.length, true)
  }
  return tokens
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
