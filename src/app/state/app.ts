/** What every view can reach: one object, handed down as Svelte context. */
import { createContext } from 'svelte'
import type { Result } from '../../base/result.ts'
import type { Problem } from '../../corpus/problem.ts'
import type { Answers, Question } from '../../search/protocol.ts'
import type { Corpus } from './corpus.svelte.ts'
import type { Router } from './route.svelte.ts'

/** Asks the search worker; waits while the corpus is on its way. */
export type Ask = <Kind extends Question['kind']>(
  question: Extract<Question, { kind: Kind }>,
) => Promise<Result<Answers[Kind], Problem>>

export interface AppState {
  readonly router: Router
  readonly corpus: Corpus
  readonly ask: Ask
}

export const [useApp, provideApp] = createContext<AppState>()
