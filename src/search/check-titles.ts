/** Whether papers come first where somebody searches for their exact titles. */
import { drawnEvenly, lookThrough, type Findings } from '../base/findings.ts'
import { pause } from '../base/pause.ts'
import type { Paper } from '../corpus/paper.ts'
import { NO_FILTERS } from '../query/filters.ts'
import type { SearchAnswer, SearchRequest } from './protocol.ts'

/** So long what the reader types meanwhile may have to wait. */
const PIECE_MS = 30

/** Searches for papers, evenly drawn, until it is late; a fault is the title of one that another paper stands before. */
export function checkTitles(
  papers: readonly Paper[],
  answer: (request: SearchRequest) => SearchAnswer,
  isLate: () => boolean,
  now: () => number,
): Promise<Findings> {
  let last = now()
  const breathe = async (): Promise<void> => {
    if (now() - last < PIECE_MS) return
    await pause()
    last = now()
  }
  const look = async ({ title }: Paper): Promise<string | null> => {
    await breathe()
    const { cards } = answer({ text: title, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 1 })
    return cards[0]?.paper.title === title ? null : title
  }
  return lookThrough(drawnEvenly(papers), look, isLate)
}
