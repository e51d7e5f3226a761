/** The window's face of the search worker: questions as promises, the latest search wins. */
import type { Problem } from '../corpus/problem.ts'
import { err, ok, type Result } from '../base/result.ts'
import {
  isFromWorker,
  type Answer,
  type AnswerOf,
  type Answers,
  type CorpusState,
  type EditionAnswer,
  type PaperAnswer,
  type Question,
  type SearchAnswer,
  type SearchRequest,
  type ToWorker,
} from './protocol.ts'

/** The part of a Worker that is used; tests hand in a pair of functions. */
export interface WorkerPort {
  postMessage(message: ToWorker): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
}

/** A later search was asked for before this one was answered. */
export interface Superseded {
  readonly kind: 'superseded'
}

export interface SearchClient {
  /** Slices of a list are searches too: one asked for while another is under way takes its place. */
  search(request: SearchRequest): Promise<Result<SearchAnswer, Problem | Superseded>>
  paper(id: string): Promise<Result<PaperAnswer, Problem>>
  edition(size: number): Promise<Result<EditionAnswer, Problem>>
  /** Looks for a newer corpus, or tries again after a failure; the outcome comes by `onCorpus` and `onNotice`. */
  refresh(): void
  /** Calls at once with the present state, then with each new one; returns the way to stop. */
  onCorpus(listener: (state: CorpusState) => void): () => void
  onNotice(listener: (problem: Problem | null) => void): () => void
}

type Reply = Result<Answer, Problem>
type Settle = (reply: Reply) => void
type SearchSettle = (outcome: Result<SearchAnswer, Problem | Superseded>) => void

/** Opens the corpus at `place` (absolute, with closing slash; the cache's name) in a worker just started. */
export function createSearchClient(
  worker: WorkerPort,
  place: { readonly corpus: string; readonly cache: string },
): SearchClient {
  const corpus = createChannel<CorpusState>({ kind: 'loading', loaded: 0, total: null })
  const notice = createChannel<Problem | null>(null)
  const open = new Map<number, Settle>()
  let lastId = 0
  let heard = false

  const ask = (question: Question, settle: Settle): void => {
    lastId += 1
    open.set(lastId, settle)
    worker.postMessage({ kind: 'ask', id: lastId, question })
  }

  const settle = (id: number, reply: Reply): void => {
    const waiting = open.get(id)
    open.delete(id)
    waiting?.(reply)
  }

  const lost = (detail: string): void => {
    const problem: Problem = { kind: 'failed', detail }
    if (heard) notice.send(problem)
    else corpus.send({ kind: 'failed', problem })
    for (const id of [...open.keys()]) settle(id, err(problem))
  }

  worker.addEventListener('message', ({ data }) => {
    if (!isFromWorker(data)) return
    heard = true
    if (data.kind === 'corpus') corpus.send(data.state)
    else if (data.kind === 'notice') notice.send(data.problem)
    else settle(data.id, data.kind === 'answer' ? ok(data.answer) : err(data.problem))
  })
  worker.addEventListener('error', (event) => {
    // A script that cannot be fetched or parsed gives a plain Event without words.
    lost('message' in event && event.message ? String(event.message) : 'The search worker could not be started.')
  })
  worker.addEventListener('messageerror', () => {
    lost('A message between the page and the search worker could not be read.')
  })
  measureIndex(corpus)
  worker.postMessage({ kind: 'open', ...place })

  return {
    search: createLatest(ask),
    paper: (id) =>
      new Promise((done) => {
        ask({ kind: 'paper', id }, (reply) => {
          done(only('paper', reply))
        })
      }),
    edition: (size) =>
      new Promise((done) => {
        ask({ kind: 'edition', size }, (reply) => {
          done(only('edition', reply))
        })
      }),
    refresh: () => {
      worker.postMessage({ kind: 'refresh' })
    },
    onCorpus: corpus.listen,
    onNotice: notice.listen,
  }
}

/** At most one search is in the worker and one waits for it; whoever is overtaken hears so at once. */
function createLatest(ask: (question: Question, settle: Settle) => void): SearchClient['search'] {
  let current: SearchSettle | null = null
  let next: SearchRequest | null = null
  let busy = false

  const send = (request: SearchRequest): void => {
    busy = true
    ask({ kind: 'search', request }, (reply) => {
      busy = false
      if (next) {
        const waiting = next
        next = null
        send(waiting)
        return
      }
      const settle = current
      current = null
      settle?.(only('search', reply))
    })
  }

  return (request) => {
    current?.(err({ kind: 'superseded' }))
    return new Promise((done) => {
      current = done
      if (busy) next = request
      else send(request)
    })
  }
}

function only<Kind extends keyof Answers>(kind: Kind, reply: Reply): Result<Answers[Kind], Problem> {
  if (!reply.ok) return reply
  const fits = (answer: Answer): answer is Answer & AnswerOf<Kind> => answer.kind === kind
  if (fits(reply.value)) return ok(reply.value.value)
  return err({ kind: 'failed', detail: `asked for ${kind}, answered ${reply.value.kind}` })
}

interface Channel<Value> {
  readonly send: (value: Value) => void
  readonly listen: (listener: (value: Value) => void) => () => void
}

function createChannel<Value>(first: Value): Channel<Value> {
  const listeners = new Set<(value: Value) => void>()
  let last = first
  return {
    send: (value) => {
      last = value
      for (const listener of [...listeners]) listener(value)
    },
    listen: (listener) => {
      listeners.add(listener)
      listener(last)
      return () => listeners.delete(listener)
    },
  }
}

/** The timing mark `offprint:index`: start of the worker to the first query answerable. */
function measureIndex(corpus: Channel<CorpusState>): void {
  const start = performance.now()
  const stop = corpus.listen((state) => {
    if (state.kind !== 'ready') return
    performance.measure('offprint:index', { start, end: performance.now() })
    queueMicrotask(() => stop())
  })
}
