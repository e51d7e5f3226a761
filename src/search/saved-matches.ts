/** What saved searches find: by the plain test, so that neither an index nor a guess at typing errors is needed. */
import type { Paper, Topic } from '../corpus/paper.ts'
import { createKnows, readContext, vocabularyOf } from '../query/context.ts'
import { matches } from '../query/matches.ts'
import { parse } from '../query/parse.ts'
import type { MatchesAnswer } from './protocol.ts'

/** The papers of each query; `context` comes from another thread. */
export function findMatches(
  papers: readonly Paper[],
  topics: readonly Topic[],
  queries: readonly string[],
  context: unknown,
): MatchesAnswer {
  const known = readContext(context)
  const knows = createKnows(known)
  const vocabulary = vocabularyOf(topics, known)
  return {
    papers: queries.map((text) => {
      const query = parse(text, vocabulary)
      // Saved texts are canonical, so a problem says that a list or topic is gone: that must not widen the search.
      if (query.problems.length > 0) return []
      return papers.filter((paper) => matches(query, paper, knows)).map(({ id }) => id)
    }),
  }
}
