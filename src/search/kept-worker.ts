/** Keeps a search worker going: one that hangs or breaks is replaced, and the next is told and asked what it was. */
import type { SearchPort } from './client.ts'
import { isFromWorker } from './message-kinds.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

/** A worker that runs, and where its words arrive: at itself, or by a channel. */
export interface Running {
  readonly worker: Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>
  readonly answers: Pick<BroadcastChannel, 'addEventListener'> & { close?(): void }
}

/** Milliseconds between two looks at a worker that owes an answer; while a page sleeps there are none. */
const LOOK_MS = 500
/** Looks without a word until it counts as hung: four seconds, and twice as long after each time, for slow devices. */
const PATIENCE = 8
/** The same for one that has never spoken: its script may be on a slow line. */
const START_PATIENCE = 16
/** So many ends in a minute are too many to go on by itself. */
const MOST_ENDS = 4
const MINUTE_MS = 60_000
/** Answered at once by a worker that lives; the client counts its questions from 1. */
const SIGN_OF_LIFE = { kind: 'ask', id: 0, question: { kind: 'requests' } } as const satisfies ToWorker

interface Asked {
  readonly message: ToWorker & { readonly kind: 'ask' }
  /** Workers that came to their end while they owed the answer. */
  ends: number
}

export class KeptWorker implements SearchPort {
  readonly #start: (isBroken: boolean) => Running
  #hearer: (message: FromWorker) => void = () => undefined
  #loser: (reason: string) => void = () => undefined
  /** The last word of each kind that a new worker has to hear, `open` before all others. */
  readonly #told = new Map<string, ToWorker>()
  readonly #asked = new Map<number, Asked>()
  #ends: readonly number[] = []
  #running: Running | null = null
  #looks: ReturnType<typeof setInterval> | undefined
  /** Looks since its last word. */
  #silent = 0
  #heard = false
  /** Whether the last one ended with an error: its script may be damaged. */
  #broken = false
  /** Given up, until the reader tries again. */
  #stopped = false
  /** Whether papers are here: that a new worker reads them again is no news to the reader. */
  #hasPapers = false
  /** Whether papers are on their way. */
  #bringing = true

  /** `start` starts a worker, and each that takes its place; `isBroken` says that the one before ended with an error. */
  constructor(start: (isBroken: boolean) => Running) {
    this.#start = start
    this.#run()
  }

  listen(hear: (message: FromWorker) => void, lose: (reason: string) => void): void {
    this.#hearer = hear
    this.#loser = lose
  }

  postMessage(message: ToWorker): void {
    if (message.kind === 'refresh' && this.#stopped) {
      this.#ends = []
      this.#run()
      return
    }
    if (message.kind === 'ask' && this.#stopped) {
      this.#refuse(message.id, 'The search worker has stopped.')
      return
    }
    if (message.kind === 'ask') this.#asked.set(message.id, { message, ends: 0 })
    else if (message.kind === 'refresh') this.#bringing = true
    else this.#told.set(message.kind, message)
    this.#running?.worker.postMessage(message)
    this.#watch()
  }

  #run(): void {
    const running = this.#start(this.#broken)
    this.#running = running
    this.#broken = false
    this.#stopped = false
    this.#heard = false
    this.#bringing = true
    this.#silent = 0
    running.answers.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (this.#running === running && isFromWorker(data)) this.#hear(data)
    })
    const end = (event: Event): void => {
      if (this.#running !== running) return
      this.#broken = true
      this.#end(reasonOf(event))
    }
    running.worker.addEventListener('error', end)
    running.answers.addEventListener('messageerror', end)
    for (const message of this.#told.values()) running.worker.postMessage(message)
    for (const { message } of this.#asked.values()) running.worker.postMessage(message)
    this.#watch()
  }

  #hear(data: FromWorker): void {
    this.#silent = 0
    this.#heard = true
    if (data.kind === 'answer' || data.kind === 'refused') {
      if (data.id === SIGN_OF_LIFE.id) return
      this.#asked.delete(data.id)
    }
    if (data.kind === 'notice') this.#bringing = false
    if (data.kind === 'corpus') {
      const { kind } = data.state
      this.#bringing = kind === 'loading' || kind === 'readable'
      if (kind === 'loading' && this.#hasPapers) return
      if (kind !== 'loading') this.#hasPapers = kind !== 'failed'
    }
    this.#hearer(data)
  }

  /** Looks for signs of life as long as anything is owed. */
  #watch(): void {
    this.#looks ??= setInterval(() => {
      if (this.#running && (this.#bringing || this.#asked.size > 0)) this.#look()
      else this.#rest()
    }, LOOK_MS)
  }

  #rest(): void {
    clearInterval(this.#looks)
    this.#looks = undefined
    this.#silent = 0
  }

  #look(): void {
    this.#silent += 1
    const patience = (this.#heard ? PATIENCE : START_PATIENCE) * 2 ** Math.min(3, this.#ends.length)
    if (this.#silent < patience) {
      if (this.#heard) this.#running?.worker.postMessage(SIGN_OF_LIFE)
    } else if (this.#heard) this.#end('The search worker did not answer.')
    else {
      // The next may come, but by now the reader wants to know.
      this.#loser(NOT_STARTED)
      this.#end(NOT_STARTED)
    }
  }

  #leave(): void {
    this.#running?.worker.terminate()
    this.#running?.answers.close?.()
    this.#running = null
    this.#rest()
  }

  #end(reason: string): void {
    this.#leave()
    const now = Date.now()
    this.#ends = [...this.#ends, now]
    const lately = this.#ends.filter((time) => now - time < MINUTE_MS).length
    this.#stopped = lately >= MOST_ENDS
    for (const [id, asked] of this.#asked) {
      asked.ends += 1
      // What has brought two workers down is not put to a third.
      if (asked.ends > 1 || this.#stopped) this.#refuse(id, reason)
    }
    if (this.#stopped) this.#loser(reason)
    else setTimeout(() => this.#running ?? this.#run(), (lately - 1) * LOOK_MS)
  }

  #refuse(id: number, detail: string): void {
    this.#asked.delete(id)
    this.#hearer({ kind: 'refused', id, problem: { kind: 'failed', detail } })
  }
}

const NOT_STARTED = 'The search worker could not be started.'

/** A script that cannot be fetched or read gives an event without words. */
function reasonOf(event: Event): string {
  const words = 'message' in event && typeof event.message === 'string' ? event.message : ''
  return words || NOT_STARTED
}
