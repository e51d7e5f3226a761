/** The vectors as an edition asks them: which papers a reader's own pull, and what the two share. */
import type { Paper } from '../corpus/paper.ts'
import type { Page } from '../digest/facts.ts'
import type { Meaning } from '../meaning/meaning.ts'

/**
 * The cosine from which a likeness is worth naming. Of the four judged readers no paper that they would never want
 * comes to more than .35, and of those they would want one in thirty stays below .4.
 */
const NAMED = 0.4

/** Papers that the corpus no longer holds share nothing. */
export function pullsOf(papers: readonly Paper[], { interest, shared }: Meaning): NonNullable<Page['meaning']> {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return {
    rank: (reader, candidates) => interest(reader, candidates).filter(({ near, score }) => near >= NAMED && score > 0),
    shared: (id, otherId) => {
      const [paper, other] = [byId.get(id), byId.get(otherId)]
      return paper && other ? shared(other, paper) : []
    },
  }
}
