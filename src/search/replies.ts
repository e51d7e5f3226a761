/** Answers to questions, from the papers that a session holds. */
import { within } from '../base/pause.ts'
import { findPaper, type LoadedCorpus } from '../corpus/load.ts'
import type { Paper } from '../corpus/paper.ts'
import type { EditionFacts, Page } from '../digest/facts.ts'
import type { Finds } from '../digest/sources.ts'
import type { Answerer } from './answer.ts'
import type { Arrivals } from './arrivals.ts'
import { pageOf } from './corpus-info.ts'
import type { Measured } from './measured.ts'
import { suggestNames } from './name-suggestions.ts'
import type { Answer, CorpusState, Question } from './protocol.ts'
import { findMatches } from './saved-matches.ts'
import type { SessionParts } from './session-parts.ts'
import type { Measurable } from './what-it-takes.ts'

/** How long an edition waits for the vectors, which are on the device after the first visit. */
const PATIENCE_MS = 2_000

export interface Held {
  readonly corpus: LoadedCorpus
  /** Those of the corpus in page order, then the reader's own. */
  readonly papers: readonly Paper[]
  /** What the window was told last. */
  readonly state: Extract<CorpusState, { kind: 'readable' | 'ready' }>
  /** Null until the index is built; all else can be answered before. */
  readonly answer: Answerer | null
}

/** What makes editions, and what has arrived since the worker started. */
export interface Desk extends Pick<SessionParts, 'compose' | 'composePostscript'> {
  readonly arrivals: Arrivals
}

/** Null where the answer has to wait for the index, or comes otherwise. */
export function replyAtOnce(desk: Desk, { corpus, papers, state, answer }: Held, question: Question): Answer | null {
  switch (question.kind) {
    case 'edition':
    case 'postscript':
      return composed(desk, pageOf(corpus, null), question)
    case 'paper': {
      const paper = findPaper(question.id, { papers, aliases: corpus.aliases })
      return paper || !isReading(state) ? { kind: 'paper', value: { paper } } : null
    }
    case 'names':
      return { kind: 'names', value: suggestNames(papers, question.text) }
    case 'search':
      return answer && { kind: 'search', value: answer(question.request) }
    case 'matches':
    case 'similar':
    case 'read':
    case 'find':
    case 'requests':
    case 'check':
      return null
  }
}

/** What saved searches find. */
export async function replyMatches(
  papers: readonly Paper[],
  { info }: Held['state'],
  { queries, context }: Extract<Question, { kind: 'matches' }>,
): Promise<Answer> {
  const found = await findMatches(papers, info, queries, context)
  return { kind: 'matches', value: { papers: found.map((ones) => ones.map(({ id }) => id)) } }
}

/** The vectors may still be on their way, and nothing else waits for them; without them there is less to say. */
export async function replyMeasured(
  desk: Desk,
  corpus: LoadedCorpus,
  measuring: ReturnType<Measured['of']> | null,
  question: Measurable,
): Promise<Answer> {
  const inTime = question.kind === 'similar' ? measuring : measuring && within(measuring, PATIENCE_MS)
  const measured = await inTime
  const vectors = measured?.ok ? measured.value : null
  if (question.kind !== 'similar') {
    const page = pageOf(corpus, vectors?.pulls ?? null)
    return composed(
      desk,
      page,
      question,
      question.kind === 'edition' ? await searched(page, question.facts) : undefined,
    )
  }
  const found = vectors?.similar(question.text, question.count) ?? []
  const problem = measured && !measured.ok ? measured.error : null
  return { kind: 'similar', value: { found, comparable: vectors !== null, problem } }
}

/** Whether papers that are on this device are still to be read. */
export function isReading({ info }: Held['state']): boolean {
  return info.extent.coming?.kind === 'reading'
}

/** The saved searches put to the papers before the edition is composed: their tests are most of its time. */
async function searched(page: Page, { searches, context }: EditionFacts): Promise<readonly Finds[]> {
  const queries = searches.map(({ query }) => query)
  const found = await findMatches(page.papers, page, queries, context)
  const sets = found.map((papers) => new Set(papers))
  return sets.map((those) => (paper) => those.has(paper))
}

function composed(
  desk: Desk,
  page: Page,
  question: Extract<Question, { kind: 'edition' | 'postscript' }>,
  finds?: readonly Finds[],
): Answer {
  const { kind, facts } = question
  if (kind === 'edition') return { kind, value: { edition: desk.compose(page, facts, finds) } }
  const { generation, papers } = page
  const entries = desk.composePostscript(page, facts, desk.arrivals.since(question.since, papers))
  return { kind, value: { generation, total: papers.length, entries } }
}
