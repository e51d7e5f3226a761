/** From a request to its answer: words, then filters, then order, then the slice with its marks. */
import { dayOfPaper, type Paper, type Topic } from '../corpus/paper.ts'
import { statementsOf } from '../corpus/statements.ts'
import {
  createKnows,
  keptValues,
  readContext,
  vocabularyOf,
  type CorpusWords,
  type QueryContext,
} from '../query/context.ts'
import { passes } from '../query/filters.ts'
import { parse } from '../query/parse.ts'
import { readWords } from '../query/reading.ts'
import { createEngine } from './engine/engine.ts'
import { countFacets } from './facets.ts'
import { markText, type MarkedWords } from './marks.ts'
import { sortIn, type Card, type SearchAnswer, type SearchRequest, type Sort } from './protocol.ts'
import { createStages } from './stages.ts'

export interface Answerer {
  (request: SearchRequest): SearchAnswer
  /** Makes these the papers, in page order, and this their vocabulary; what was indexed already stays. */
  readonly update: (papers: readonly Paper[], words: CorpusWords) => void
}

/** Indexes the papers, which are in page order, and answers over them. */
export function createAnswerer(papers: readonly Paper[], topics: readonly Topic[]): Answerer {
  let engine = createEngine(papers)
  let find = createStages(engine)
  let corpus: CorpusWords = { topics, stated: statementsOf(papers) }
  const answer = ({ text, context, filters, sort, offset, limit }: SearchRequest): SearchAnswer => {
    const known = readContext(context)
    const query = parse(text, vocabularyOf(corpus, known))
    const { stage, rows, corrections, marked } = find(query, createKnows(known))
    const found = rows.flatMap((row) => engine.papers[row] ?? [])
    const kept = keptValues(known)
    const ordered = order(
      found.filter((paper) => passes(paper, filters, kept)),
      sortIn(sort, corpus.stated),
      known,
    )
    return {
      stage,
      corrections,
      total: ordered.length,
      facets: countFacets(found, filters, corpus.topics, known, kept),
      cards: ordered.slice(offset, offset + limit).map((paper) => makeCard(paper, marked)),
    }
  }
  const update: Answerer['update'] = (next, words) => {
    if (!engine.update(next)) {
      engine = createEngine(next)
      find = createStages(engine)
    }
    corpus = words
  }
  return Object.assign(answer, { update })
}

function makeCard(paper: Paper, marked: MarkedWords): Card {
  if (marked.words.size === 0 && marked.runs.length === 0) return { paper, titleMarks: [], abstractMarks: [] }
  return {
    paper,
    titleMarks: markText(paper.title, 'title', readWords(paper, 'title'), marked),
    abstractMarks: markText(paper.abstract, 'abstract', readWords(paper, 'abstract'), marked),
  }
}

let collator: Intl.Collator | null = null
/** Made at the first list by title: 10 ms that the start has not to wait for. */
const byTitle = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('en', { numeric: true })).compare(a, b)

/** What stands before page order; a paper that has nothing to go by comes last. */
const COMPARE: Readonly<Record<Exclude<Sort, 'relevance' | 'saved'>, (a: Paper, b: Paper) => number>> = {
  page: () => 0,
  newest: (a, b) => compareTexts(dayOfPaper(b) ?? '', dayOfPaper(a) ?? ''),
  votes: (a, b) => (b.votes ?? -1) - (a.votes ?? -1),
  title: (a, b) => byTitle(a.title, b.title),
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function order(found: readonly Paper[], sort: Sort, context: QueryContext | null): readonly Paper[] {
  if (sort === 'relevance') return found
  if (sort === 'saved') {
    const saved = context?.facts.find(({ name, value }) => name === 'is' && value === 'saved')?.papers ?? []
    const places = new Map(saved.map((id, place) => [id, place]))
    const place = ({ id }: Paper): number => places.get(id) ?? saved.length
    return [...found].sort((a, b) => place(a) - place(b) || a.rank - b.rank)
  }
  const compare = COMPARE[sort]
  return [...found].sort((a, b) => compare(a, b) || a.rank - b.rank)
}
