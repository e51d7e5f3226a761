/** What the search worker does with each message: opens the corpus, answers questions, takes newer papers whole. */
import type { Result } from '../base/result.ts'
import type { LoadedCorpus, Progress } from '../corpus/load.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import type { Paper } from '../corpus/paper.ts'
import type { Problem } from '../corpus/problem.ts'
import { createAnswerer, type Answerer } from './answer.ts'
import { isToWorker, type Answer, type CorpusInfo, type FromWorker, type Question } from './protocol.ts'

/** What the session is given, so that it runs without a worker, a network or a cache. */
export interface SessionParts {
  readonly post: (message: FromWorker) => void
  readonly open: (place: CorpusPlace, progress: Progress) => Promise<Result<LoadedCorpus, Problem>>
  /** Null where the host has the same generation. */
  readonly refresh: (place: CorpusPlace, current: string) => Promise<Result<LoadedCorpus | null, Problem>>
  readonly compose: (papers: readonly Paper[], size: number) => readonly Paper[]
  /** Milliseconds on any steady clock. */
  readonly now: () => number
}

export interface Session {
  /** Takes a message of the window; anything else is passed over. */
  readonly receive: (data: unknown) => void
  /** Tells the window of a bug that nobody caught. */
  readonly report: (cause: unknown) => void
}

interface Held {
  readonly corpus: LoadedCorpus
  readonly info: CorpusInfo
  /** Null until the index is built; all else can be answered before. */
  readonly answer: Answerer | null
}

interface Asked {
  readonly id: number
  readonly question: Question
}

/** A session before its first message. */
export function createSession(parts: SessionParts): Session {
  const { post } = parts
  let place: CorpusPlace | null = null
  let held: Held | null = null
  let failure: Problem | null = null
  let busy = false
  let waiting: readonly Asked[] = []

  const ask = (asked: Asked): void => {
    const answer = held && reply(held, asked.question, parts.compose)
    if (answer) post({ kind: 'answer', id: asked.id, answer })
    else if (failure) post({ kind: 'refused', id: asked.id, problem: failure })
    else waiting = [...waiting, asked]
  }

  const askAgain = (): void => {
    const before = waiting
    waiting = []
    before.forEach(ask)
  }

  const fail = (problem: Problem): void => {
    failure = problem
    post({ kind: 'corpus', state: { kind: 'failed', problem } })
    askAgain()
  }

  const take = async (corpus: LoadedCorpus): Promise<void> => {
    const info = describe(corpus)
    if (!held) {
      held = { corpus, info, answer: null }
      post({ kind: 'corpus', state: { kind: 'readable', info } })
      askAgain()
      // The first edition is asked for on hearing of the papers; it goes before the index.
      await new Promise((resume) => setTimeout(resume))
    }
    const start = parts.now()
    const answer = createAnswerer(corpus.papers, corpus.manifest.topics)
    held = { corpus, info, answer }
    post({ kind: 'corpus', state: { kind: 'ready', info, indexMs: parts.now() - start } })
    askAgain()
  }

  const start = async (from: CorpusPlace): Promise<void> => {
    failure = null
    post({ kind: 'corpus', state: { kind: 'loading', loaded: 0, total: null } })
    const opened = await parts.open(from, (loaded, total) => {
      post({ kind: 'corpus', state: { kind: 'loading', loaded, total } })
    })
    if (!opened.ok) {
      fail(opened.error)
      return
    }
    await take(opened.value)
    if (opened.value.from === 'cache') await check(from, 'unasked')
  }

  /** Being offline is no news to a reader who did not ask for newer papers. */
  const check = async (from: CorpusPlace, why: 'asked' | 'unasked'): Promise<void> => {
    const newer = await parts.refresh(from, held?.info.generation ?? '')
    const silent = newer.ok || (why === 'unasked' && newer.error.kind === 'unreachable')
    post({ kind: 'notice', problem: silent ? null : newer.error })
    if (newer.ok && newer.value) await take(newer.value)
  }

  /** One at a time: what is asked for while another is under way is on its way already. */
  const once = (work: () => Promise<void>): void => {
    if (busy) return
    busy = true
    work()
      .catch((cause: unknown) => {
        const problem = bug(cause)
        if (held?.answer) post({ kind: 'notice', problem })
        else fail(problem)
      })
      .finally(() => (busy = false))
  }

  return {
    receive: (data) => {
      if (!isToWorker(data)) return
      if (data.kind === 'ask') {
        ask(data)
        return
      }
      if (data.kind === 'open') place = { url: data.corpus, cache: data.cache }
      const from = place
      if (from) once(() => (held?.answer ? check(from, 'asked') : start(from)))
    },
    report: (cause) => {
      post({ kind: 'notice', problem: bug(cause) })
    },
  }
}

/** Null where the answer has to wait for the index. */
function reply({ corpus, answer }: Held, question: Question, compose: SessionParts['compose']): Answer | null {
  if (question.kind === 'edition') return { kind: 'edition', value: { papers: compose(corpus.papers, question.size) } }
  if (question.kind === 'paper')
    return { kind: 'paper', value: { paper: corpus.papers.find(({ id }) => id === question.id) ?? null } }
  return answer && { kind: 'search', value: answer(question.request) }
}

function describe({ manifest, papers, from, kept }: LoadedCorpus): CorpusInfo {
  const { generation, taken, topics, sources, state, shards } = manifest
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, state.bytes)
  return { generation, taken, papers: papers.length, topics, sources, bytes, from, kept }
}

function bug(cause: unknown): Problem {
  return { kind: 'failed', detail: cause instanceof Error ? cause.message : String(cause) }
}
