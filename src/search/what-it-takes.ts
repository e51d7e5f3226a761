/** What a question takes: all papers, the vectors, or time. */
import type { Question } from './protocol.ts'

/** Questions that the vectors may have a part in. */
export type Measurable = Extract<Question, { kind: 'similar' | 'edition' | 'postscript' }>

/** Questions that no part of the papers could answer rightly. */
export function asksAll({ kind }: Question): boolean {
  return kind === 'edition' || kind === 'postscript' || kind === 'matches' || kind === 'read' || kind === 'find'
}

/** An edition for someone who saved neither papers nor searches is composed at once. */
export function takesTime(question: Question): question is Measurable {
  return needsVectors(question) || (question.kind === 'edition' && question.facts.searches.length > 0)
}

/** An edition for someone who saved no papers does not wait for them. */
export function needsVectors(question: Question): boolean {
  if (question.kind === 'edition' || question.kind === 'postscript') return question.facts.saved.length > 0
  return question.kind === 'similar'
}
