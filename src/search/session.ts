/** What the search worker does with each message: takes papers whole as they are brought, and answers questions. */
import { pause } from '../base/pause.ts'
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Paper } from '../corpus/paper.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import type { Reach } from '../corpus/reach.ts'
import { statementsOf } from '../corpus/statements.ts'
import { failedBy, type Problem } from '../corpus/problem.ts'
import { createAnswerer, type Answerer } from './answer.ts'
import { Arrivals } from './arrivals.ts'
import { isBringing } from './bringing.ts'
import { chosenExtent, describeCorpus } from './corpus-info.ts'
import { Measured } from './measured.ts'
import { withOwn } from './own-papers.ts'
import { packsOf } from './packs.ts'
import { isToWorker } from './message-kinds.ts'
import type { Answer, CorpusInfo, CorpusState, Question, ToWorker } from './protocol.ts'
import { isReading, replyAtOnce, replyMatches, replyMeasured, type Desk, type Held } from './replies.ts'
import type { SessionParts } from './session-parts.ts'
import { Supply } from './supply.ts'
import { Understanding } from './understanding.ts'
import { warmUp } from './warm-up.ts'
import { asksAll, needsVectors, takesTime } from './what-it-takes.ts'

interface Asked {
  readonly id: number
  readonly question: Question
}

/** The state of a search worker; `receive` is its way in, `parts.post` its way out. */
export class Session {
  readonly #parts: SessionParts
  readonly #measured: Measured
  readonly #supply: Supply
  readonly #understanding: Understanding
  #place: CorpusPlace | null = null
  #held: Held | null = null
  #failure: Problem | null = null
  #waiting: readonly Asked[] = []
  #own: readonly Paper[] = []
  readonly #arrivals = new Arrivals()
  readonly #desk: Desk

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.#measured = new Measured(parts.measure)
    this.#understanding = new Understanding(this.#measured)
    this.#desk = { ...parts, arrivals: this.#arrivals }
    this.#supply = new Supply(parts, {
      held: () => (this.#held?.answer ? this.#held.corpus : null),
      onProgress: (loaded, total) => this.#await(loaded, total),
      take: (corpus) => this.#take(corpus),
      onFailure: (problem) => this.#fail(problem),
      onLooked: (problem) => parts.post({ kind: 'notice', problem }),
      onStopped: (problem) => this.#stop(problem),
    })
  }

  /** Takes a message of the window; anything else is passed over. */
  receive(data: unknown): void {
    if (!isToWorker(data)) return
    if (data.kind === 'ask') this.#ask(data)
    else if (data.kind === 'own') this.#takeOwn(data.papers)
    else if (data.kind === 'meaning') this.#mean(data.on)
    else this.#bring(data)
  }

  #bring(data: Extract<ToWorker, { kind: 'open' | 'refresh' | 'reach' }>): void {
    if (data.kind === 'open') {
      this.#place = { url: data.corpus, cache: data.cache }
      this.#understanding.on = data.meaning ?? true
    }
    if (!this.#place) return
    const why = data.kind === 'refresh' && data.unasked === true ? 'unasked' : 'asked'
    if (data.kind === 'reach') this.#choose(this.#place, data.reach)
    else this.#supply.bring(this.#place, why)
  }

  /** Tells the window of a bug that nobody caught. */
  report(cause: unknown): void {
    this.#parts.post({ kind: 'notice', problem: failedBy(cause) })
  }

  #ask(asked: Asked): void {
    const { id, question } = asked
    if (question.kind === 'requests') {
      this.#parts.post({ kind: 'answer', id, answer: { kind: 'requests', value: this.#parts.requests() } })
      return
    }
    if (this.#held && isReading(this.#held.state) && asksAll(question)) {
      this.#waiting = [...this.#waiting, asked]
      return
    }
    const later = this.#held && this.#later(this.#held, question)
    if (later) {
      void later.then(
        (answer) => this.#parts.post({ kind: 'answer', id, answer }),
        (cause: unknown) => this.#parts.post({ kind: 'refused', id, problem: failedBy(cause) }),
      )
      return
    }
    const answer = this.#held && replyAtOnce(this.#desk, this.#held, question)
    if (answer) this.#parts.post({ kind: 'answer', id: asked.id, answer })
    else if (this.#failure) this.#parts.post({ kind: 'refused', id: asked.id, problem: this.#failure })
    else this.#waiting = [...this.#waiting, asked]
  }

  /** Answers that take their time, or whose code or files may still be on their way; null for those that are at hand. */
  #later({ corpus, papers, state, answer }: Held, question: Question): Promise<Answer> | null {
    if (isBringing(question))
      return this.#parts.bring(question, { papers, aliases: corpus.aliases, own: corpus.papers.length })
    if (question.kind === 'check')
      return answer && this.#place && this.#parts.check(question, { place: this.#place, papers, answer })
    if (question.kind === 'matches') return replyMatches(papers, state, question)
    if (!takesTime(question)) return null
    const measuring = this.#place && needsVectors(question) ? this.#measured.of(this.#place, corpus) : null
    return replyMeasured(this.#desk, corpus, measuring, question)
  }

  /** Tells the window what is true now, and what was waited for in it. */
  #become(state: CorpusState): void {
    this.#parts.post({ kind: 'corpus', state })
    const before = this.#waiting
    this.#waiting = []
    for (const asked of before) this.#ask(asked)
  }

  #fail(problem: Problem): void {
    this.#failure = problem
    this.#become({ kind: 'failed', problem })
  }

  #await(loaded: number, total: number | null): void {
    this.#failure = null
    this.#parts.post({ kind: 'corpus', state: { kind: 'loading', loaded, total } })
  }

  async #take(corpus: LoadedCorpus): Promise<void> {
    const arrived = this.#arrivals.note(corpus)
    const before = this.#held?.state.info
    if (!this.#held) {
      const papers = withOwn(corpus, this.#own)
      const info = describeCorpus(corpus, arrived, this.#own)
      this.#hold({ corpus, papers, state: { kind: 'readable', info }, answer: null })
      // The first edition is asked for on hearing of the papers; it goes before the index.
      await pause()
    }
    const start = this.#parts.now()
    const held = this.#held?.answer ? this.#held.corpus : null
    const packs = this.#place ? await packsOf(this.#place, corpus, held, this.#parts.packs, this.#parts.now) : []
    const papers = withOwn(corpus, this.#own)
    const described = describeCorpus(corpus, arrived, this.#own)
    // A step leaves it as it is, lest the mark turn to and fro.
    const kept = before?.generation === described.generation ? before.kept : null
    const info = { ...described, kept }
    const answer = this.#held?.answer ?? createAnswerer([], [])
    answer.update(papers, info, packs)
    this.#hold({ corpus, papers, state: { kind: 'ready', info, indexMs: this.#parts.now() - start }, answer })
    const { coming } = info.extent
    if (coming === null) void this.#warm(corpus, answer)
    if (coming?.kind !== 'fetching') void this.#tellKept(corpus) // keeping goes on beside all else; a bug in it is reported as any other
  }

  /** What the reader brought is found from now on; the window knows when to ask again. */
  #takeOwn(own: readonly Paper[]): void {
    this.#own = own
    if (!this.#held) return
    const { corpus, state, answer } = this.#held
    const papers = withOwn(corpus, own)
    const stated = statementsOf(corpus.papers, own)
    answer?.update(papers, { ...state.info, stated })
    this.#held = { ...this.#held, papers }
    this.#tell({ stated })
  }

  async #warm(corpus: LoadedCorpus, answer: Answerer): Promise<void> {
    const isHeld = (): boolean => this.#held?.corpus === corpus
    await warmUp(corpus.papers, answer, isHeld)
    if (isHeld()) await this.#understand(corpus, answer)
  }

  /** Brings the files too, so that they are on this device when the network is gone. */
  async #understand(corpus: LoadedCorpus, answer: Answerer): Promise<void> {
    const here = this.#place ? await this.#understanding.teach(this.#place, corpus, answer) : false
    const meaning = this.#held?.state.info.meaning
    if (this.#held?.corpus === corpus && meaning && meaning.here !== here) this.#tell({ meaning: { ...meaning, here } })
  }

  #mean(on: boolean): void {
    this.#understanding.on = on
    if (this.#held?.answer) void this.#understand(this.#held.corpus, this.#held.answer) // a bug in it is reported as any other
  }

  async #tellKept(corpus: LoadedCorpus): Promise<void> {
    const kept = await corpus.kept
    if (this.#held?.corpus !== corpus) return
    this.#tell({ kept })
  }

  #choose(place: CorpusPlace, reach: Reach): void {
    if (this.#held) this.#tell({ extent: chosenExtent(this.#held.state.info, reach) })
    this.#supply.choose(place, reach)
  }

  /** What is here is all there is for now. */
  #stop(problem: Problem): void {
    if (!this.#held) return
    this.#tell({ extent: { ...this.#held.state.info.extent, coming: { kind: 'stopped', problem } } })
    void this.#tellKept(this.#held.corpus) // a bug in it is reported as any other
  }

  #tell(change: Partial<CorpusInfo>): void {
    if (!this.#held) return
    const { state } = this.#held
    this.#hold({ ...this.#held, state: { ...state, info: { ...state.info, ...change } } })
  }

  #hold(held: Held): void {
    this.#held = held
    this.#become(held.state)
  }
}
