/** Editions and postscripts as answers. */
import type { Page } from '../digest/facts.ts'
import type { Arrivals } from './arrivals.ts'
import type { Answer, Question } from './protocol.ts'
import type { SessionParts } from './session-parts.ts'

/** What is asked for, made from a page; a postscript is about what has arrived on it. */
export function composeAnswer(
  { compose, composePostscript }: Pick<SessionParts, 'compose' | 'composePostscript'>,
  arrivals: Arrivals,
  page: Page,
  question: Extract<Question, { kind: 'edition' | 'postscript' }>,
): Answer {
  const { kind, facts } = question
  if (kind === 'edition') return { kind, value: { edition: compose(page, facts) } }
  const { generation, papers } = page
  const entries = composePostscript(page, facts, arrivals.since(question.since, papers))
  return { kind, value: { generation, total: papers.length, entries } }
}
