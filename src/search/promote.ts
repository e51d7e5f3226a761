/** Papers whose title, then those whose name, is exactly what was typed: they stand first. */
import type { Engine } from './engine/engine.ts'
import { keyOf, keysOf } from './engine/paper-keys.ts'
import type { Matches } from './engine/word-index.ts'

/** Above all that words can score. */
const AHEAD = { title: 2e9, name: 1e9 } as const

/** Puts papers with one of the texts as title or name ahead of all others, in their scores. */
export function promote(
  { rowsCalled, shelf: { papers } }: Pick<Engine, 'rowsCalled' | 'shelf'>,
  texts: readonly string[],
  { rows, scores }: Matches,
): void {
  const typed = new Set(texts.map(keyOf))
  typed.delete('')
  for (const row of new Set([...typed].flatMap(rowsCalled))) {
    const place = placeIn(rows, row)
    const paper = papers[row]
    if (place === null || !paper) continue
    const ahead = typed.has(keyOf(paper.title)) ? 'title' : keysOf(paper).some((key) => typed.has(key)) ? 'name' : null
    if (ahead) scores[place] = (scores[place] ?? 0) + AHEAD[ahead]
  }
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
