/** Brings papers to a session: opens what is here, looks for newer ones; one thing at a time. */
import type { LoadedCorpus, Progress } from '../corpus/load.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import { failedBy, type Problem } from '../corpus/problem.ts'
import type { SessionParts } from './session-parts.ts'

/** Whether newer papers were asked for by the reader. */
export type Why = 'asked' | 'unasked'

/** Whom the papers are brought to. */
export interface Taker {
  /** The papers that are searched; null until the first are. */
  readonly held: () => LoadedCorpus | null
  /** How far the first papers have come. */
  readonly onProgress: Progress
  readonly take: (corpus: LoadedCorpus) => Promise<void>
  /** There are no papers at all. */
  readonly onFailure: (problem: Problem) => void
  /** What keeps newer papers away; null once it has been looked for them. */
  readonly onLooked: (problem: Problem | null) => void
}

export class Supply {
  readonly #parts: Pick<SessionParts, 'open' | 'refresh'>
  readonly #taker: Taker
  #busy = false

  constructor(parts: Pick<SessionParts, 'open' | 'refresh'>, taker: Taker) {
    this.#parts = parts
    this.#taker = taker
  }

  /** Opens the corpus; looks for a newer one where it is open. */
  bring(place: CorpusPlace, why: Why): void {
    this.#once(() => (this.#taker.held() ? this.#look(place, why) : this.#start(place)))
  }

  async #start(place: CorpusPlace): Promise<void> {
    this.#taker.onProgress(0, null)
    const opened = await this.#parts.open(place, this.#taker.onProgress)
    if (!opened.ok) {
      this.#taker.onFailure(opened.error)
      return
    }
    await this.#taker.take(opened.value)
    if (opened.value.from === 'cache') await this.#look(place, 'unasked')
  }

  /** Being offline is no news to a reader who did not ask for newer papers. */
  async #look(place: CorpusPlace, why: Why): Promise<void> {
    const newer = await this.#parts.refresh(place, this.#taker.held())
    const silent = newer.ok || (why === 'unasked' && newer.error.kind === 'unreachable')
    if (newer.ok && newer.value) await this.#taker.take(newer.value)
    // Last, so that who waits for it knows which papers the device has now.
    this.#taker.onLooked(silent ? null : newer.error)
  }

  /** One at a time: what is asked for while another is under way is on its way already. */
  #once(work: () => Promise<void>): void {
    if (this.#busy) return
    this.#busy = true
    work()
      .catch((cause: unknown) => {
        if (this.#taker.held()) this.#taker.onLooked(failedBy(cause))
        else this.#taker.onFailure(failedBy(cause))
      })
      .finally(() => (this.#busy = false))
  }
}
