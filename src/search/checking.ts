/** Looking whether all is well with papers and search: code that the worker does not start with, since few visits need it. */
import type { Paper } from '../corpus/paper.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import type { Answerer } from './answer.ts'
import type { Answer, Question } from './protocol.ts'

/** A question whether all is well. */
export type CheckQuestion = Extract<Question, { kind: 'check' }>

/** What is looked at: the papers' place on the device, the papers that are searched, and the search. */
export interface ToCheck {
  readonly place: CorpusPlace
  readonly papers: readonly Paper[]
  readonly answer: Answerer
}

/** Answers it; rejects where its code does not come. */
export type Check = (question: CheckQuestion, here: ToCheck) => Promise<Answer>
