/** Brings papers to a session: opens what is here, looks for newer ones, and step by step brings all that are wanted. */
import type { LoadedCorpus, Progress } from '../corpus/load.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import { failedBy, type Problem } from '../corpus/problem.ts'
import type { Reach } from '../corpus/reach.ts'
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
  /** What keeps the rest of the wanted papers away. */
  readonly onStopped: (problem: Problem) => void
}

type Parts = Pick<SessionParts, 'open' | 'refresh' | 'adjust'>

export class Supply {
  readonly #parts: Parts
  readonly #taker: Taker
  #doing: 'nothing' | 'looking' | 'stepping' = 'nothing'
  /** Asked for between two steps. */
  #due: Why | null = null
  /** Whether the reader has asked while it looked by itself. */
  #asked = false
  #chosen: Reach | null = null

  constructor(parts: Parts, taker: Taker) {
    this.#parts = parts
    this.#taker = taker
  }

  /** Opens the corpus; looks for a newer one where it is open. While it looks, what is asked for is on its way. */
  bring(place: CorpusPlace, why: Why): void {
    this.#asked = this.#doing === 'looking' && (this.#asked || why === 'asked')
    if (this.#doing === 'stepping') this.#due = why
    else this.#once(place, why)
  }

  /** Brings more of the corpus, or less. */
  choose(place: CorpusPlace, reach: Reach): void {
    this.#chosen = reach
    if (this.#taker.held()) this.#once(place, null)
  }

  #once(place: CorpusPlace, why: Why | null): void {
    if (this.#doing !== 'nothing') return
    this.#doing = 'looking'
    this.#work(place, why)
      .catch((cause: unknown) => {
        if (this.#taker.held()) this.#taker.onLooked(failedBy(cause))
        else this.#taker.onFailure(failedBy(cause))
      })
      .finally(() => (this.#doing = 'nothing'))
  }

  async #work(place: CorpusPlace, asked: Why | null): Promise<void> {
    let why = asked
    if (!this.#taker.held()) {
      const opened = await this.#open(place)
      if (!opened) return
      // What is on this device comes before anything is asked of the network.
      await this.#step(place, () => this.#taker.held()?.unread === true)
      why = opened.from === 'cache' ? 'unasked' : null
    }
    for (let goesOn = true; goesOn; goesOn = why !== null) {
      if (why) await this.#look(place, why)
      this.#doing = 'stepping'
      await this.#step(place, () => this.#due === null)
      this.#doing = 'looking'
      why = this.#due
      this.#due = null
    }
  }

  async #open(place: CorpusPlace): Promise<LoadedCorpus | null> {
    this.#taker.onProgress(0, null)
    const opened = await this.#parts.open(place, this.#taker.onProgress)
    if (opened.ok) await this.#taker.take(opened.value)
    else this.#taker.onFailure(opened.error)
    return opened.ok ? opened.value : null
  }

  /** Being offline is no news to a reader who did not ask for newer papers. */
  async #look(place: CorpusPlace, why: Why): Promise<void> {
    const newer = await this.#parts.refresh(place, this.#taker.held())
    const silent = newer.ok || (why === 'unasked' && !this.#asked && newer.error.kind === 'unreachable')
    this.#asked = false
    if (newer.ok && newer.value) await this.#taker.take(newer.value)
    // Last, so that who waits for it knows which papers the device has now.
    this.#taker.onLooked(silent ? null : newer.error)
  }

  /** Each step is kept before the next, so that one cut short goes on from there; until nothing is left to bring. */
  async #step(place: CorpusPlace, goesOn: () => boolean): Promise<void> {
    for (let held = this.#taker.held(); held && goesOn(); held = this.#taker.held()) {
      const hadRoom = await held.kept
      const next = await this.#parts.adjust(place, held, this.#takeChoice())
      const corpus = next.ok ? next.value : null
      // Papers that there is no room for would have to be fetched with each start.
      const fits = corpus !== null && (!hadRoom || (await corpus.kept))
      if (fits) await this.#taker.take(corpus)
      else if (this.#chosen === null) {
        if (!next.ok || corpus) this.#taker.onStopped(next.ok ? { kind: 'no-room' } : next.error)
        return
      }
    }
  }
  #takeChoice(): Reach | null {
    const chosen = this.#chosen
    this.#chosen = null
    return chosen
  }
}
