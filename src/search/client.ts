/** The window's face of the search worker: questions as promises, the latest search wins. */
import { err, ok, type Result } from '../base/result.ts'
import type { Paper } from '../corpus/paper.ts'
import type { Problem } from '../corpus/problem.ts'
import type { Reach } from '../corpus/reach.ts'
import type { EditionFacts } from '../digest/facts.ts'
import type { QueryContext } from '../query/context.ts'
import type { Text } from '../meaning/space.ts'
import { createChannel, type Channel } from './channel.ts'
import { createLatest, type Superseded } from './latest.ts'
import type { FindAnswer, GivenFile, LinkedPaper, ReadAnswer } from './brought.ts'
import {
  type Answer,
  type AnswerOf,
  type Answers,
  type AskedFor,
  type CheckAnswer,
  type CorpusState,
  type EditionAnswer,
  type FromWorker,
  type MatchesAnswer,
  type PaperAnswer,
  type PostscriptAnswer,
  type Question,
  type SearchAnswer,
  type SearchRequest,
  type SimilarAnswer,
  type ToWorker,
} from './protocol.ts'

/** A search worker as the client sees it; tests hand in one of their own. */
export interface SearchPort {
  postMessage(message: ToWorker): void
  /** `lose`: there is no worker any more, or none yet, for this reason; what it was asked is not answered. */
  listen(hear: (message: FromWorker) => void, lose: (reason: string) => void): void
}

export interface SearchClient {
  /** What the reader types: a search asked for while another is under way takes its place. */
  search(request: SearchRequest): Promise<Result<SearchAnswer, Problem | Superseded>>
  /** More of a list, or a place in it: always answered, in turn. */
  slice(request: SearchRequest): Promise<Result<SearchAnswer, Problem>>
  /** Names of papers that what is typed may begin, the likeliest first. */
  names(text: string): Promise<Result<readonly string[], Problem>>
  paper(id: string): Promise<Result<PaperAnswer, Problem>>
  edition(facts: EditionFacts): Promise<Result<EditionAnswer, Problem>>
  /** Papers that have come since a generation of the corpus. */
  postscript(facts: EditionFacts, since: string): Promise<Result<PostscriptAnswer, Problem>>
  /** The papers most like a text, with the words they share; it does not wait for the index. */
  similar(text: Text, count: number): Promise<Result<SimilarAnswer, Problem>>
  /** What saved searches find. */
  matches(queries: readonly string[], context?: QueryContext): Promise<Result<MatchesAnswer, Problem>>
  /** Papers in files of any format that sources have. */
  read(files: readonly GivenFile[]): Promise<Result<ReadAnswer, Problem>>
  /** The papers of links, of those that are here. */
  find(links: readonly LinkedPaper[]): Promise<Result<FindAnswer, Problem>>
  /** What the worker has asked of the network since it started. */
  requests(): Promise<Result<readonly AskedFor[], Problem>>
  /** Looks through kept files, or searches for titles, as many as it can in so many milliseconds. */
  check(subject: 'files' | 'titles', patience: number): Promise<Result<CheckAnswer, Problem>>
  /** Has more of the corpus come onto this device, or less be on it; how far that is comes by `onCorpus`. */
  choose(reach: Reach): void
  /** Whether to search by meaning; without, its table of words is not fetched. */
  mean(on: boolean): void
  /** Hands over all papers that the reader brought: what is asked from now on finds them with the rest. */
  own(papers: readonly Paper[]): void
  /** Looks for a newer corpus, or tries again after a failure; the outcome comes by `onCorpus` and `onNotice`. */
  refresh(why?: 'asked' | 'unasked'): void
  /** Calls at once with the present state, then with each new one; returns the way to stop. */
  onCorpus(listener: (state: CorpusState) => void): () => void
  /** The same for what keeps a newer corpus away; null where nothing does. */
  onNotice(listener: (problem: Problem | null) => void): () => void
}

/** Opens the corpus at `place` (absolute, with closing slash; the cache's name; whether to search by meaning) in a worker just started. */
export function createSearchClient(
  worker: SearchPort,
  place: { readonly corpus: string; readonly cache: string; readonly meaning?: boolean },
): SearchClient {
  const corpus = createChannel<CorpusState>({ kind: 'loading', loaded: 0, total: null })
  const notice = createChannel<Problem | null>(null)
  const questions = createQuestions(worker)
  let hasPapers = false

  const hear = (message: FromWorker): void => {
    if (message.kind === 'corpus') {
      hasPapers = 'info' in message.state
      corpus.send(message.state)
    }
    if (message.kind === 'notice') notice.send(message.problem)
    if (message.kind === 'answer') questions.settle(message.id, ok(message.answer))
    if (message.kind === 'refused') questions.settle(message.id, err(message.problem))
  }
  const lose = (detail: string): void => {
    const problem: Problem = { kind: 'failed', detail }
    if (hasPapers) notice.send(problem)
    else corpus.send({ kind: 'failed', problem })
    questions.refuseAll(problem)
  }
  worker.listen(hear, lose)
  measureIndex(corpus)
  worker.postMessage({ kind: 'open', ...place })

  const slice = (request: SearchRequest) => questions.ask('search', { kind: 'search', request })
  const search = createLatest(slice)
  return {
    slice,
    search: (request) => search(request).then((reply) => ('kind' in reply ? err(reply) : reply)),
    names: (text) => questions.ask('names', { kind: 'names', text }),
    paper: (id) => questions.ask('paper', { kind: 'paper', id }),
    edition: (facts) => questions.ask('edition', { kind: 'edition', facts }),
    postscript: (facts, since) => questions.ask('postscript', { kind: 'postscript', facts, since }),
    similar: ({ id, title, abstract, topics }, count) =>
      questions.ask('similar', { kind: 'similar', text: { id, title, abstract, topics: [...topics] }, count }),
    matches: (queries, context) => questions.ask('matches', { kind: 'matches', queries, context }),
    read: (files) => questions.ask('read', { kind: 'read', files }),
    find: (links) => questions.ask('find', { kind: 'find', links }),
    requests: () => questions.ask('requests', { kind: 'requests' }),
    check: (subject, patience) => questions.ask('check', { kind: 'check', subject, patience }),
    choose: (reach) => worker.postMessage({ kind: 'reach', reach }),
    mean: (on) => worker.postMessage({ kind: 'meaning', on }),
    own: (papers) => worker.postMessage({ kind: 'own', papers }),
    refresh: (why = 'asked') => worker.postMessage({ kind: 'refresh', unasked: why === 'unasked' }),
    onCorpus: corpus.listen,
    onNotice: notice.listen,
  }
}

type Reply = Result<Answer, Problem>

interface Questions {
  readonly ask: <Kind extends keyof Answers>(
    kind: Kind,
    question: Question & { readonly kind: Kind },
  ) => Promise<Result<Answers[Kind], Problem>>
  readonly settle: (id: number, reply: Reply) => void
  readonly refuseAll: (problem: Problem) => void
}

/** Numbers the questions and keeps who waits for which. */
function createQuestions(worker: SearchPort): Questions {
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  const settle: Questions['settle'] = (id, reply) => {
    const done = waiting.get(id)
    waiting.delete(id)
    done?.(reply)
  }
  return {
    settle,
    ask: (kind, question) =>
      new Promise((done) => {
        last += 1
        waiting.set(last, (reply) => done(only(kind, reply)))
        worker.postMessage({ kind: 'ask', id: last, question })
      }),
    refuseAll: (problem) => {
      for (const id of [...waiting.keys()]) settle(id, err(problem))
    },
  }
}

function only<Kind extends keyof Answers>(kind: Kind, reply: Reply): Result<Answers[Kind], Problem> {
  if (!reply.ok) return reply
  const fits = (answer: Answer): answer is Answer & AnswerOf<Kind> => answer.kind === kind
  if (fits(reply.value)) return ok(reply.value.value)
  return err({ kind: 'failed', detail: `asked for ${kind}, answered ${reply.value.kind}` })
}

/** The timing mark `offprint:index`: start of the worker to the first query answerable. */
function measureIndex(corpus: Channel<CorpusState>): void {
  const start = performance.now()
  const stop = corpus.listen((state) => {
    if (state.kind !== 'ready') return
    performance.measure('offprint:index', { start, end: performance.now() })
    stop()
  })
}
