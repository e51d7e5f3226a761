/** The reader's own papers beside those of the corpus. */
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Paper } from '../corpus/paper.ts'

/** The papers of the corpus, then the reader's own but for those that the corpus has by now, ranked through. */
export function withOwn(
  { papers, aliases }: Pick<LoadedCorpus, 'papers' | 'aliases'>,
  own: readonly Paper[],
): readonly Paper[] {
  if (own.length === 0) return papers
  const known = new Set(papers.flatMap(namesOf))
  const others = own.filter((paper) => !aliases.has(paper.id) && !namesOf(paper).some((name) => known.has(name)))
  return [...papers, ...others.map((paper, at) => ({ ...paper, rank: papers.length + at }))]
}

/** All by which a paper is told from others. */
function namesOf({ id, arxiv, doi }: Paper): readonly string[] {
  return [id, ...(arxiv === undefined ? [] : [`arxiv ${arxiv}`]), ...(doi === undefined ? [] : [`doi ${doi}`])]
}
