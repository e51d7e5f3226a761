/** What saved searches find in the papers at hand. */
import type { Paper, Topic } from '../corpus/paper.ts'
import { savedTests } from '../query/saved.ts'
import type { MatchesAnswer } from './protocol.ts'

/** The papers of each query; `context` comes from another thread. */
export function findMatches(
  papers: readonly Paper[],
  topics: readonly Topic[],
  queries: readonly string[],
  context: unknown,
): MatchesAnswer {
  const tests = savedTests(queries, topics, context)
  return { papers: tests.map((finds) => papers.filter(finds).map(({ id }) => id)) }
}
