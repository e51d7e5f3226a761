/** What first searches would wait for, done before them, in pieces that let questions in between. */
import { pause } from '../base/pause.ts'
import type { Paper } from '../corpus/paper.ts'
import { NO_FILTERS } from '../query/filters.ts'
import { MOST_READ, readWords } from '../query/reading.ts'
import type { Answerer } from './answer.ts'

/** While the window draws the first edition, a phone's other core has enough to do; milliseconds. */
const DRAWN_MS = 400
/** About 4 ms of work. */
const PIECE = 10

/** Does it as long as it is of use. */
export async function warmUp(papers: readonly Paper[], answer: Answerer, isOfUse: () => boolean): Promise<void> {
  await pause(DRAWN_MS)
  for (const pieces = piecesOf(papers, answer); isOfUse() && !pieces.next().done;) await pause()
}

/** Each step is a piece: the tables of word forms and of spelling, then the words of the first papers. */
function* piecesOf(papers: readonly Paper[], answer: Answerer): Generator<void> {
  // No paper holds it, so that every stage is gone through.
  answer({ text: 'qzxjqz', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 0 })
  for (const [at, paper] of papers.slice(0, MOST_READ).entries()) {
    if (at % PIECE === 0) yield
    readWords(paper, 'title')
    readWords(paper, 'abstract')
  }
}
