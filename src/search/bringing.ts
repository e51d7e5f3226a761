/** Reading what a reader brings: code that the worker does not start with, since few visits need it. */
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Answer, Question } from './protocol.ts'

/** A question about what the reader brings. */
export type BringQuestion = Extract<Question, { kind: 'read' | 'find' }>

/** Whether a question is one. */
export function isBringing(question: Question): question is BringQuestion {
  return question.kind === 'read' || question.kind === 'find'
}

/** Answers it, given the papers that are here; rejects where its code does not come. */
export type Bring = (question: BringQuestion, here: Pick<LoadedCorpus, 'papers' | 'aliases'>) => Promise<Answer>
