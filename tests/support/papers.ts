/** Papers for tests: the seed text as title and abstract in turn, and single ones made by hand. */
import { readFileSync } from 'node:fs'
import type { Paper } from '../../src/corpus/paper.ts'

/** A paper with what matters to a test; the rest is plain. */
export function paper(fields: Partial<Paper> = {}): Paper {
  const title = fields.title ?? 'Untitled'
  return {
    id: title.toLowerCase().replace(/\W+/g, '-'),
    title,
    abstract: '',
    rank: 0,
    topics: [],
    kind: 'method',
    code: 'none',
    codeLinks: [],
    projectLink: null,
    system: null,
    does: null,
    result: null,
    ...fields,
  }
}

/** The 198 papers of the seed text, in page order, without what the compiler finds in them. */
export function seedPapers(): readonly Paper[] {
  const lines = readFileSync(new URL('../../data/sources/2026-11-22-trending-page.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('Get trending papers'))
  return lines
    .filter((_, line) => line % 2 === 0)
    .map((title, rank) =>
      paper({
        id: `seed-${String(rank)}`,
        title: title.replace(/^Subscribe/, '').trim(),
        abstract: lines[2 * rank + 1] ?? '',
        rank,
      }),
    )
}
