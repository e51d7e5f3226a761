/** From a request to its answer: words, then filters, then order, then the slice with its marks. */
import type { Paper, Topic } from '../corpus/paper.ts'
import { statementsOf } from '../corpus/statements.ts'
import { createKnows, readContext, vocabularyOf, type CorpusWords, type QueryContext } from '../query/context.ts'
import { parse } from '../query/parse.ts'
import type { ByMeaning, MakeByMeaning } from './by-meaning.ts'
import { createEngine } from './engine/engine.ts'
import type { PackedPapers } from './engine/index-papers.ts'
import type { Wanted } from './engine/orama-index.ts'
import type { Matches } from './engine/word-index.ts'
import { createFacets, type Counted, type CountFacets } from './facets.ts'
import { firstRows, withBeyond } from './first-rows.ts'
import { createMark } from './marks.ts'
import { createNearSpelling } from './near-spelling.ts'
import { createOrders, type Orders } from './orders.ts'
import { sortIn, type SearchAnswer, type SearchRequest, type Sort } from './protocol.ts'
import { createStages } from './stages.ts'

export interface Answerer {
  (request: SearchRequest): SearchAnswer
  /** Makes these the papers, in page order, and this their vocabulary; what was indexed already, here or in a pack, stays. */
  readonly update: (papers: readonly Paper[], words: CorpusWords, packs?: readonly PackedPapers[]) => void
  /** From now on finds by meaning, too; null leaves it at words. */
  readonly understand: (meaning: MakeByMeaning | null) => void
}

/** What is read of the papers when the first search asks. */
interface Tables {
  readonly count: CountFacets
  readonly orders: Orders
}

/** Indexes the papers, which are in page order, and answers over them. */
export function createAnswerer(papers: readonly Paper[], topics: readonly Topic[]): Answerer {
  let engine = createEngine(papers)
  let make: MakeByMeaning | null = null
  let meaning: ByMeaning | null = null
  let find = createStages(engine, () => meaning)
  let nearSpelling = createNearSpelling(engine)
  let corpus: CorpusWords = { topics, stated: statementsOf(papers) }
  let tables: Tables | null = null
  const answer = (request: SearchRequest): SearchAnswer => {
    const known = readContext(request.context)
    tables ??= { count: createFacets(engine.shelf, corpus.topics), orders: createOrders(engine.shelf) }
    const choice = createChoice(tables, request, sortIn(request.sort, corpus.stated), known)
    const query = parse(request.text, vocabularyOf(corpus, known))
    const { stage, papers: found, corrections, marked } = find(query, createKnows(known), choice)
    const { passing, facets, beyond } = choice.made()
    const mark = createMark(marked)
    return {
      stage,
      corrections,
      meant: stage === 'all-words' && corrections.length === 0 ? nearSpelling(query) : null,
      total: passing.rows.length,
      beyond: beyond.rows.length,
      facets,
      cards: found.map((paper) => {
        const card = { paper, titleMarks: mark(paper, 'title'), abstractMarks: mark(paper, 'abstract') }
        return beyond.rows.includes(engine.shelf.rowOf(paper.id) ?? -1) ? { ...card, byMeaning: true } : card
      }),
    }
  }
  const update: Answerer['update'] = (next, words, packs) => {
    if (!engine.update(next, packs)) {
      engine = createEngine(next, packs)
      meaning = make?.(engine) ?? null
      find = createStages(engine, () => meaning)
      nearSpelling = createNearSpelling(engine)
    }
    corpus = words
    tables = null
  }
  const understand: Answerer['understand'] = (next) => {
    make = next
    meaning = next?.(engine) ?? null
  }
  return Object.assign(answer, { update, understand })
}

/** Chooses the rows to show of all that fit, and tells what it counted on the way. */
function createChoice(
  { count, orders }: Tables,
  { filters, offset, limit }: SearchRequest,
  order: Sort,
  known: QueryContext | null,
): Wanted & { readonly made: () => Counted & { readonly beyond: Matches } } {
  const places = orders(order, known)
  let counted: Counted | null = null
  let beyond: Matches = NOTHING
  const choose: Wanted['choose'] = (matches) => {
    counted = count(matches, filters, known)
    const { rows } = counted.passing
    // Only relevance has a place for what stands beside the words.
    if (order !== 'relevance')
      return firstRows({ rows, scores: new Float64Array(rows.length) }, places, { offset, limit })
    beyond = matches.beyond ? count(matches.beyond, filters, known).passing : NOTHING
    return firstRows(withBeyond(counted.passing, beyond), places, { offset, limit })
  }
  return { choose, limit, made: () => ({ ...(counted ?? count(NOTHING, filters, known)), beyond }) }
}

const NOTHING = { rows: new Uint32Array(0), scores: new Float64Array(0) }
