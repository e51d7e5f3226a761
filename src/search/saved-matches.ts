/** What saved searches find in the papers at hand, in pieces that let signs of life and searches in between. */
import { pause } from '../base/pause.ts'
import type { Paper } from '../corpus/paper.ts'
import type { CorpusWords } from '../query/context.ts'
import { savedTests } from '../query/saved.ts'

/** Papers put to a test before others have their turn: some 30 ms. */
const PIECE = 2_000

/** The papers of each query; `context` comes from another thread. */
export async function findMatches(
  papers: readonly Paper[],
  corpus: CorpusWords,
  queries: readonly string[],
  context: unknown,
): Promise<readonly (readonly Paper[])[]> {
  const found: Paper[][] = []
  let done = 0
  for (const finds of savedTests(queries, corpus, context)) {
    const ones: Paper[] = []
    for (const paper of papers) {
      if (++done % PIECE === 0) await pause()
      if (finds(paper)) ones.push(paper)
    }
    found.push(ones)
  }
  return found
}
