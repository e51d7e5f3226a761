/** Reading what a reader brings: code that the worker does not start with, since few visits need it. */
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Answer, Question } from './protocol.ts'

/** A question about what the reader brings. */
export type BringQuestion = Extract<Question, { kind: 'read' | 'find' }>

/** Whether a question is one. */
export function isBringing(question: Question): question is BringQuestion {
  return question.kind === 'read' || question.kind === 'find'
}

/** The papers that are here: of the corpus, then from number `own` on the reader's. */
export interface PapersHere extends Pick<LoadedCorpus, 'papers' | 'aliases'> {
  readonly own: number
}

/** Answers it, given the papers that are here; rejects where its code does not come. */
export type Bring = (question: BringQuestion, here: PapersHere) => Promise<Answer>
