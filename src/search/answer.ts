/** From a request to its answer: words, then filters, then order, then the slice with its marks. */
import type { Paper, Topic } from '../corpus/paper.ts'
import { passes } from '../query/filters.ts'
import { tokenize, type Token } from '../text/tokenize.ts'
import { createEngine } from './engine/engine.ts'
import { countFacets } from './facets.ts'
import { markText, type MarkedWords } from './marks.ts'
import type { Card, SearchAnswer, SearchRequest, Sort } from './protocol.ts'
import { createStages } from './stages.ts'

export type Answerer = (request: SearchRequest) => SearchAnswer

/** Indexes the papers, which are in page order, and answers over them. */
export function createAnswerer(papers: readonly Paper[], topics: readonly Topic[]): Answerer {
  const find = createStages(papers, createEngine(papers))
  const card = createCardMaker()
  return ({ text, filters, sort, offset, limit }) => {
    const { stage, rows, corrections, marked } = find(text)
    const found = rows.flatMap((row) => papers[row] ?? [])
    const kept = order(
      found.filter((paper) => passes(paper, filters)),
      sort,
    )
    return {
      stage,
      corrections,
      total: kept.length,
      facets: countFacets(found, filters, topics),
      cards: kept.slice(offset, offset + limit).map((paper) => card(paper, marked)),
    }
  }
}

/** Keeps the words of papers once shown: while a query is typed the same ones come again and again. */
function createCardMaker(): (paper: Paper, marked: MarkedWords) => Card {
  const words = new WeakMap<Paper, { readonly title: readonly Token[]; readonly abstract: readonly Token[] }>()
  return (paper, marked) => {
    if (marked.words.size === 0) return { paper, titleMarks: [], abstractMarks: [] }
    const { title, abstract } = words.get(paper) ?? { title: tokenize(paper.title), abstract: tokenize(paper.abstract) }
    words.set(paper, { title, abstract })
    return {
      paper,
      titleMarks: markText(paper.title, title, marked),
      abstractMarks: markText(paper.abstract, abstract, marked),
    }
  }
}

const byTitle = new Intl.Collator('en', { numeric: true })

function order(found: readonly Paper[], sort: Sort): readonly Paper[] {
  if (sort === 'relevance') return found
  return [...found].sort((a, b) => (sort === 'title' && byTitle.compare(a.title, b.title)) || a.rank - b.rank)
}
