/** Today's edition in the window: the one that is kept, else a new one from the worker, claimed for its day. */
import { SvelteSet } from 'svelte/reactivity'
import type { Day } from '../../base/days.ts'
import { within } from '../../base/pause.ts'
import type { Problem } from '../../corpus/problem.ts'
import { entriesOf, isOlder, type Edition, type Entry } from '../../digest/edition.ts'
import { factsOfNewReader } from '../../digest/facts.ts'
import type { SearchClient } from '../../search/client.ts'
import type { CorpusState } from '../../search/protocol.ts'
import type { EditionDesk } from './edition-desk.ts'
import { contextOfSearches } from './language.ts'
import type { LibraryState } from './library.svelte.ts'
import { hasLibrary } from './library-hint.ts'

/** What stands between and below the entries comes after them in as many steps: topics, the end, ways to take it away. */
const AFTER_ENTRIES = 3
/** That there is nothing new is not said before the host was asked; it is not waited for longer than this. */
const HOST_PATIENCE_MS = 3_000

export interface EditionParts {
  readonly client: Pick<SearchClient, 'edition' | 'postscript'>
  readonly library: Pick<LibraryState, 'snapshot' | 'queries' | 'desk' | 'ready' | 'start' | 'reread'>
  readonly today: () => Day
}

export class TodaysEdition {
  /** Null until it has come. It is of an earlier day where the reader's rhythm has none today. */
  current = $state.raw<Edition | null>(null)
  /** Its papers in the order to read; null likewise. */
  readonly entries: readonly Entry[] | null = $derived(this.current && entriesOf(this.current))
  problem = $state.raw<Problem | null>(null)
  /** How many entries stand on the page, and steps beyond: all at once would hold a slow phone up for half a second. */
  drawn = $state(0)
  /** Ids of the papers whose whole abstract is open; it outlives the view, so Back finds them as they were. */
  readonly unfolded = new SvelteSet<string>()
  /** Called with a paper whose abstract has just been unfolded. */
  onUnfold: (paper: { readonly id: string; readonly title: string }) => void = () => undefined
  readonly #parts: EditionParts
  /** Of the corpus in the worker. */
  #generation: string | null = null
  #refused = false
  #drawing = false
  /** Settles when the first entry stands. */
  #begun = Promise.resolve()
  /**
   * Where what is shown stands: `guessed` before the library was read, `made` out of what it says and to be claimed,
   * `kept` in it, `gone` where it was and everything has been deleted since.
   */
  #place: 'guessed' | 'made' | 'kept' | 'gone' = 'guessed'
  #round = 0
  #settleChecked!: () => void
  /** Settles when the host has been asked for newer papers, or could not be. */
  readonly #checked = new Promise<void>((settle) => (this.#settleChecked = settle))

  constructor(parts: EditionParts) {
    this.#parts = parts
  }

  /** The worker has said what came of asking the host; before there are papers it has not asked. */
  noteChecked(): void {
    if (this.#generation !== null) this.#settleChecked()
  }

  /** Brings the edition of today until its first entry stands; `whole` draws all of it at once. */
  async load(whole = false): Promise<void> {
    if (whole) this.drawn = Infinity
    const round = ++this.#round
    const { library, today } = this.#parts
    // A new reader has nothing to wait for; the library of one who returns says what was shown.
    if (library.snapshot === null && hasLibrary()) {
      library.start()
      await library.ready
    }
    // A tab that slept may not have heard what another has shown meanwhile.
    else if (library.desk?.plan(today()).due) await library.reread()
    if (round === this.#round) await this.#settle(round)
    await this.#begun
  }

  /** Takes in another corpus, or asks again where an earlier question was refused. */
  follow(state: CorpusState): void {
    if (!('info' in state)) {
      if (state.kind === 'failed') this.problem = state.problem
      else if (this.problem) this.problem = null
      return
    }
    this.#generation = state.info.generation
    if (state.info.from === 'network') this.#settleChecked()
    const stale = this.#place === 'guessed' && this.current && this.current.generation !== this.#generation
    // An end of an earlier day stays in view only until papers come.
    const ended = this.current?.kind === 'last' && this.current.day !== this.#parts.today()
    if (this.#refused || stale || ended) void this.load()
    else void this.#takeIn()
  }

  /** Follows the library: shows what stands there, and claims the day for what does not yet. */
  followLibrary(): void {
    const { snapshot } = this.#parts.library
    const shown = this.current
    if (!snapshot || !shown) return
    const there = snapshot.editions.find(({ day }) => day === shown.day)
    if (there) this.#show(there, 'kept')
    else if (this.#place === 'kept') this.#place = 'gone'
    else if (this.#place !== 'gone') void this.#settle(++this.#round)
  }

  fold(paper: { readonly id: string; readonly title: string }, unfolded: boolean): void {
    if (unfolded) this.unfolded.add(paper.id)
    else this.unfolded.delete(paper.id)
    if (unfolded) this.onUnfold(paper)
  }

  /** Shows the edition of today: the one that is kept, else what is in view once it is claimed, else a new one. */
  async #settle(round: number): Promise<void> {
    const { client, library, today } = this.#parts
    const { desk } = library
    const day = today()
    const plan = desk?.plan(day) ?? { kept: null, due: true }
    if (plan.due && desk && this.current?.day === day && this.#staysInView(this.current, desk))
      return this.#keep(desk.claim(this.current), round)
    if (plan.kept) this.#show(plan.kept, 'kept')
    if (!plan.due) return this.#takeIn()
    const answer = await client.edition(
      desk ? desk.facts(day, await contextOfSearches(library)) : factsOfNewReader(day),
    )
    if (round !== this.#round) return
    this.#refused = !answer.ok
    if (!answer.ok) {
      this.problem = answer.error
      return
    }
    // Midnight has passed meanwhile.
    if (today() !== day) return this.#settle(round)
    const { edition } = answer.value
    // The page has ended before, and has no new papers: its end is not dated anew.
    if (plan.kept && edition.kind === 'last') return
    if (edition.kind === 'last') {
      await within(this.#checked, HOST_PATIENCE_MS)
      if (round !== this.#round) return
      if (this.#generation !== null && this.#generation !== edition.generation) return this.#settle(round)
    }
    this.#show(edition, desk ? 'made' : 'guessed')
    if (desk) await this.#keep(desk.claim(edition), round)
    // The library has been read meanwhile.
    else if (library.desk) await this.#settle(round)
  }

  /** No paper vanishes from under the reader's finger, nor with each save while the disk is full. */
  #staysInView(edition: Edition, desk: EditionDesk): boolean {
    return this.#place === 'made' || (this.#place === 'guessed' && desk.isTouched(edition))
  }

  /** Untouched, today's edition is made anew of another corpus; touched, it stays and has a postscript. */
  async #takeIn(): Promise<void> {
    const { client, library, today } = this.#parts
    const before = this.current
    const { desk } = library
    if (!desk || !before || this.#place !== 'kept' || before.day !== today()) return
    if (this.#generation === null || this.#generation === before.generation) return
    if (isOlder(this.#generation, before.generation)) return
    const round = ++this.#round
    const context = await contextOfSearches(library)
    if (desk.isTouched(before)) {
      const answer = await client.postscript(desk.facts(before.day, context), before.generation)
      if (answer.ok && round === this.#round && before.kind === 'papers') {
        const { entries, generation, total } = answer.value
        const postscripts =
          entries.length > 0 ? [...before.postscripts, { day: before.day, entries }] : before.postscripts
        const after = { ...before, generation, total, postscripts, shown: before.shown + entries.length }
        await this.#keep(desk.revise(before, after), round)
      }
      return
    }
    const answer = await client.edition(desk.facts(before.day, context, before))
    if (!answer.ok || round !== this.#round) return
    // Touched since it was asked: it stays.
    if (desk.isTouched(before)) return this.#takeIn()
    await this.#keep(desk.revise(before, answer.value.edition), round)
  }

  /** Shows what stands in the library after a claim: ours, or that of a window that was first. */
  async #keep(claim: ReturnType<EditionDesk['claim']>, round: number): Promise<void> {
    const stands = await claim
    // A library that cannot keep it says so itself, over every view.
    if (stands.ok && stands.value && round === this.#round) this.#show(stands.value, 'kept')
  }

  #show(edition: Edition, place: 'guessed' | 'made' | 'kept'): void {
    this.#place = place
    this.problem = null
    if (this.current === edition) return
    this.current = edition
    if (this.#drawing) return
    const first = this.#drawNext()
    if (this.drawn === 0) this.#begun = first
    void this.#drawRest(first)
  }

  /** A task of its own between two frames: within a frame, an entry and its layout would be one task. */
  async #drawNext(): Promise<void> {
    if (this.drawn === Infinity) return
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
    this.drawn += 1
  }

  async #drawRest(first: Promise<void>): Promise<void> {
    this.#drawing = true
    await first
    while (this.drawn < (this.entries?.length ?? 0) + AFTER_ENTRIES) await this.#drawNext()
    this.#drawing = false
  }
}
