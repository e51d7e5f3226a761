/** Papers whose title, then those whose name, is exactly what was typed: they stand first. */
import type { Engine } from './engine/engine.ts'
import { firstReached } from '../base/halving.ts'
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
    const place = firstReached(rows.length, (at) => (rows[at] ?? 0) >= row)
    const paper = papers[row]
    if (rows[place] !== row || !paper) continue
    const ahead = typed.has(keyOf(paper.title)) ? 'title' : keysOf(paper).some((key) => typed.has(key)) ? 'name' : null
    if (ahead) scores[place] = (scores[place] ?? 0) + AHEAD[ahead]
  }
}
