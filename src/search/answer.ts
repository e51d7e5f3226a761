/** From a request to its answer: words, then filters, then order, then the slice with its marks. */
import type { Paper, Topic } from '../corpus/paper.ts'
import { statementsOf } from '../corpus/statements.ts'
import { createKnows, readContext, vocabularyOf, type CorpusWords } from '../query/context.ts'
import { parse } from '../query/parse.ts'
import { readWords } from '../query/reading.ts'
import { createEngine } from './engine/engine.ts'
import type { Wanted } from './engine/orama-index.ts'
import { createFacets, type CountFacets } from './facets.ts'
import { firstRows } from './first-rows.ts'
import { markText, type MarkedWords } from './marks.ts'
import { createNearSpelling } from './near-spelling.ts'
import { createOrders, type Orders } from './orders.ts'
import { sortIn, type Card, type SearchAnswer, type SearchRequest } from './protocol.ts'
import { createStages } from './stages.ts'

export interface Answerer {
  (request: SearchRequest): SearchAnswer
  /** Makes these the papers, in page order, and this their vocabulary; what was indexed already stays. */
  readonly update: (papers: readonly Paper[], words: CorpusWords) => void
}

/** What is read of the papers when the first search asks. */
interface Tables {
  readonly count: CountFacets
  readonly orders: Orders
}

/** Indexes the papers, which are in page order, and answers over them. */
export function createAnswerer(papers: readonly Paper[], topics: readonly Topic[]): Answerer {
  let engine = createEngine(papers)
  let find = createStages(engine)
  let nearSpelling = createNearSpelling(engine)
  let corpus: CorpusWords = { topics, stated: statementsOf(papers) }
  let tables: Tables | null = null
  const answer = ({ text, context, filters, sort, offset, limit }: SearchRequest): SearchAnswer => {
    const known = readContext(context)
    const { count, orders } = (tables ??= {
      count: createFacets(engine.shelf, corpus.topics),
      orders: createOrders(engine.shelf),
    })
    let counted = count(NOTHING, filters, known)
    const choose: Wanted['choose'] = (matches) => {
      counted = count(matches, filters, known)
      const order = sortIn(sort, corpus.stated)
      const { rows, scores } = counted.passing
      const ranked = order === 'relevance' ? scores : new Float64Array(rows.length)
      return firstRows({ rows, scores: ranked }, orders(order, known), { offset, limit })
    }
    const query = parse(text, vocabularyOf(corpus, known))
    const { stage, papers: found, corrections, marked } = find(query, createKnows(known), { choose, limit })
    const { passing, facets } = counted
    return {
      stage,
      corrections,
      meant: stage === 'all-words' && corrections.length === 0 ? nearSpelling(query) : null,
      total: passing.rows.length,
      facets,
      cards: found.map((paper) => makeCard(paper, marked)),
    }
  }
  const update: Answerer['update'] = (next, words) => {
    if (!engine.update(next)) {
      engine = createEngine(next)
      find = createStages(engine)
      nearSpelling = createNearSpelling(engine)
    }
    corpus = words
    tables = null
  }
  return Object.assign(answer, { update })
}

const NOTHING = { rows: new Uint32Array(0), scores: new Float64Array(0) }

function makeCard(paper: Paper, marked: MarkedWords): Card {
  if (marked.words.size === 0 && marked.runs.length === 0) return { paper, titleMarks: [], abstractMarks: [] }
  return {
    paper,
    titleMarks: markText(paper.title, 'title', readWords(paper, 'title'), marked),
    abstractMarks: markText(paper.abstract, 'abstract', readWords(paper, 'abstract'), marked),
  }
}
