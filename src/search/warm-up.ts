/** What first searches would wait for, done before them, in pieces that let questions in between. */
import type { Paper } from '../corpus/paper.ts'
import { NO_FILTERS } from '../query/filters.ts'
import { readWords } from '../query/reading.ts'
import type { Answerer } from './answer.ts'

/** Papers whose words are kept ready, in page order: some 10 kB each. */
const PAPERS = 400
/** About 4 ms of work. */
const PIECE = 10

/** Each step is a piece: the tables of word forms and of spelling, then the words of the first papers. */
export function* warmUp(papers: readonly Paper[], answer: Answerer): Generator<void> {
  // No paper holds it, so that every stage is gone through.
  answer({ text: 'qzxjqz', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 0 })
  for (const [at, paper] of papers.slice(0, PAPERS).entries()) {
    if (at % PIECE === 0) yield
    readWords(paper, 'title')
    readWords(paper, 'abstract')
  }
}
