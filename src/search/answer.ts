/** From a request to its answer: words, then filters, then order, then the slice with its marks. */
import type { Paper, Topic } from '../corpus/paper.ts'
import { fold } from '../text/fold.ts'
import { passes } from '../query/filters.ts'
import { countFacets } from './facets.ts'
import type { SearchAnswer, SearchRequest, Sort } from './protocol.ts'

export type Answerer = (request: SearchRequest) => SearchAnswer

/** Indexes the papers, which are in page order, and answers over them. */
export function createAnswerer(papers: readonly Paper[], topics: readonly Topic[]): Answerer {
  const texts = papers.map((paper) => fold(`${paper.title} ${paper.abstract}`))
  return ({ text, filters, sort, offset, limit }) => {
    const words = fold(text).split(/\s+/).filter(Boolean)
    const found = papers.filter((_, row) => words.every((word) => texts[row]?.includes(word)))
    const kept = order(
      found.filter((paper) => passes(paper, filters)),
      sort,
    )
    return {
      stage: words.length === 0 ? 'everything' : 'all-words',
      corrections: [],
      total: kept.length,
      facets: countFacets(found, filters, topics),
      cards: kept.slice(offset, offset + limit).map((paper) => ({ paper, titleMarks: [], abstractMarks: [] })),
    }
  }
}

const byTitle = new Intl.Collator('en', { numeric: true })

function order(found: readonly Paper[], sort: Sort): readonly Paper[] {
  if (sort === 'relevance') return found
  return [...found].sort((a, b) => (sort === 'title' && byTitle.compare(a.title, b.title)) || a.rank - b.rank)
}
