/** Papers whose title, then those whose name, is exactly what was typed: they stand first. */
import type { Paper } from '../corpus/paper.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Shelf } from './engine/shelf.ts'
import type { Matches } from './engine/word-index.ts'
import { Column } from './packed/column.ts'

/** Above all that words can score. */
const AHEAD = { title: 2e9, name: 1e9 } as const

/** Puts papers with one of the texts as title or name ahead of all others. */
export type Promote = (texts: readonly string[], matches: Matches) => Matches

/** Titles and names are kept as checksums: a few bytes a paper, and what has the same is compared itself. */
export function createPromoter({ papers }: Pick<Shelf, 'papers'>): Promote {
  const rows = new Column(Uint32Array)
  const sums = new Column(Uint32Array)
  let read = 0
  /** Reads what came since the last search. */
  const catchUp = (): void => {
    for (; read < papers.length; read++) {
      const paper = papers[read]
      const keys = paper ? new Set([key(paper.title), ...namesOf(paper)]) : []
      for (const one of keys) {
        rows.push(read)
        sums.push(checksum(one))
      }
    }
  }
  return (texts, matches) => {
    const typed = texts.map(key).filter((one) => one !== '')
    if (typed.length === 0) return matches
    catchUp()
    const wanted = [...new Set(typed.map(checksum))]
    for (let at = 0; at < sums.length; at++) {
      if (!wanted.includes(sums.at(at))) continue
      const row = rows.at(at)
      const place = placeIn(matches.rows, row)
      const paper = papers[row]
      if (place === null || !paper || (matches.scores[place] ?? 0) >= AHEAD.name) continue
      if (typed.includes(key(paper.title))) matches.scores[place] = AHEAD.title + (matches.scores[place] ?? 0)
      else if (namesOf(paper).some((name) => typed.includes(name)))
        matches.scores[place] = AHEAD.name + (matches.scores[place] ?? 0)
    }
    return matches
  }
}

function namesOf({ title, system }: Pick<Paper, 'title' | 'system'>): readonly string[] {
  return [key(system ?? ''), ...(title.includes(':') ? shortNames(title.split(':')[0] ?? '') : [])]
}

/** `Align$^2$LLaVA` is called `align llava`, too: a power is hard to type. */
function shortNames(text: string): readonly string[] {
  return [key(text), key(text.replace(/\$[^$]*\$/g, ' '))]
}

/** A title or name without spaces, marks, accents and case. */
function key(text: string): string {
  return tokenize(text)
    .flatMap(({ text: word, joined }) => (joined ? [] : [word]))
    .join(' ')
}

/** FNV-1a over code units, in 32 bits. */
function checksum(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Where a row stands among rows that count up. */
function placeIn(rows: Uint32Array, row: number): number | null {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return rows[low] === row ? low : null
}
