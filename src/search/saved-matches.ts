/** What saved searches find in the papers at hand. */
import type { Paper } from '../corpus/paper.ts'
import type { CorpusWords } from '../query/context.ts'
import { savedTests } from '../query/saved.ts'
import type { MatchesAnswer } from './protocol.ts'

/** The papers of each query; `context` comes from another thread. */
export function findMatches(
  papers: readonly Paper[],
  corpus: CorpusWords,
  queries: readonly string[],
  context: unknown,
): MatchesAnswer {
  const tests = savedTests(queries, corpus, context)
  return { papers: tests.map((finds) => papers.filter(finds).map(({ id }) => id)) }
}
