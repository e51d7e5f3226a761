/** Saved searches as plain tests of a paper, so that neither an index nor a guess at typing errors is needed. */
import type { Paper } from '../corpus/paper.ts'
import { createKnows, readContext, vocabularyOf, type CorpusWords } from './context.ts'
import { testOf } from './matches.ts'
import { parse } from './parse.ts'

/** For each text the test whether it finds a paper; `context` comes from another thread. */
export function savedTests(
  texts: readonly string[],
  corpus: CorpusWords,
  context: unknown,
): readonly ((paper: Paper) => boolean)[] {
  const known = readContext(context)
  const knows = createKnows(known)
  const vocabulary = vocabularyOf(corpus, known)
  return texts.map((text) => {
    const query = parse(text, vocabulary)
    // Saved texts are canonical, so a problem says that a list or topic is gone: that must not widen the search.
    return query.problems.length > 0 ? () => false : testOf(query, knows)
  })
}
