/** Today's edition in the window: the one that is kept, else a new one from the worker, claimed for its day. */
import { SvelteSet } from 'svelte/reactivity'
import type { Day } from '../../base/days.ts'
import type { Problem } from '../../corpus/problem.ts'
import { entriesOf, type Edition, type Entry } from '../../digest/edition.ts'
import { factsOfNewReader } from '../../digest/facts.ts'
import type { SearchClient } from '../../search/client.ts'
import type { CorpusState } from '../../search/protocol.ts'
import type { EditionDesk } from './edition-desk.ts'
import { contextFor } from './language.ts'
import type { LibraryState } from './library.svelte.ts'
import { hasLibrary } from './library-hint.ts'

/** Entries drawn at once; all twelve would hold a slow phone up for half a second. */
const FIRST_DRAWN = 1

export interface EditionParts {
  readonly client: Pick<SearchClient, 'edition' | 'postscript'>
  readonly library: Pick<LibraryState, 'snapshot' | 'queries' | 'desk' | 'ready' | 'start'>
  readonly today: () => Day
}

export class TodaysEdition {
  /** Null until it has come. It is of an earlier day where the reader's rhythm has none today. */
  current = $state.raw<Edition | null>(null)
  /** Its papers in the order to read; null likewise. */
  readonly entries: readonly Entry[] | null = $derived(this.current && entriesOf(this.current))
  problem = $state.raw<Problem | null>(null)
  /** How many entries stand on the page: the first at once, each other in a frame of its own. */
  drawn = $state(FIRST_DRAWN)
  /** Ids of the papers whose whole abstract is open; it outlives the view, so Back finds them as they were. */
  readonly unfolded = new SvelteSet<string>()
  /** Called with a paper whose abstract has just been unfolded. */
  onUnfold: (paper: { readonly id: string; readonly title: string }) => void = () => undefined
  readonly #parts: EditionParts
  /** Of the corpus in the worker. */
  #generation: string | null = null
  #refused = false
  /** Whether what is shown stands in the library; `gone` where it did and everything has been deleted since. */
  #place: 'nowhere' | 'kept' | 'gone' = 'nowhere'
  #round = 0

  constructor(parts: EditionParts) {
    this.#parts = parts
  }

  /** Brings the edition of today; `whole` draws all of it at once. */
  async load(whole = false): Promise<void> {
    if (whole) this.drawn = Infinity
    const round = ++this.#round
    const { library } = this.#parts
    // A new reader has nothing to wait for; the library of one who returns says what was shown.
    if (library.snapshot === null && hasLibrary()) {
      library.start()
      await library.ready
      if (round !== this.#round) return
    }
    await this.#bring(round)
  }

  /** Takes in another corpus, or asks again where an earlier question was refused. */
  follow(state: CorpusState): void {
    if (!('info' in state)) {
      if (state.kind === 'failed') this.problem = state.problem
      else if (this.problem) this.problem = null
      return
    }
    this.#generation = state.info.generation
    if (this.#refused) void this.load()
    else if (this.#place === 'nowhere' && this.current && this.current.generation !== this.#generation) void this.load()
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
    else if (this.#place === 'nowhere') void this.load()
  }

  fold(paper: { readonly id: string; readonly title: string }, unfolded: boolean): void {
    if (unfolded) this.unfolded.add(paper.id)
    else this.unfolded.delete(paper.id)
    if (unfolded) this.onUnfold(paper)
  }

  async #bring(round: number): Promise<void> {
    const { client, library, today } = this.#parts
    const { desk } = library
    const day = today()
    const plan = desk?.plan(day) ?? { kept: null, due: true }
    if (plan.kept) this.#show(plan.kept, 'kept')
    if (!plan.due) return this.#takeIn()
    const shown = this.current
    // One that the reader began before the library had opened is kept as they know it.
    if (desk && shown?.day === day && this.#place === 'nowhere' && desk.isTouched(shown))
      return this.#keep(desk.claim(shown), round)
    const facts = desk ? desk.facts(day, await this.#context()) : factsOfNewReader(day)
    const answer = await client.edition(facts)
    if (round !== this.#round) return
    this.#refused = !answer.ok
    if (!answer.ok) {
      this.problem = answer.error
      return
    }
    const { edition } = answer.value
    // The page has ended before, and has no new papers: its end is not dated anew.
    if (plan.kept && edition.kind === 'last') return
    this.#show(edition, 'nowhere')
    if (desk) await this.#keep(desk.claim(edition), round)
  }

  /** Untouched, today's edition is made anew of another corpus; touched, it stays and has a postscript. */
  async #takeIn(): Promise<void> {
    const { client, library, today } = this.#parts
    const before = this.current
    const { desk } = library
    if (!desk || !before || this.#place !== 'kept' || before.day !== today()) return
    if (this.#generation === null || this.#generation === before.generation) return
    const round = ++this.#round
    const context = await this.#context()
    if (desk.isTouched(before)) {
      const answer = await client.postscript(desk.facts(before.day, context))
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
    if (answer.ok && round === this.#round) await this.#keep(desk.revise(before, answer.value.edition), round)
  }

  /** Shows what stands in the library after a claim: ours, or that of a window that was first. */
  async #keep(claim: ReturnType<EditionDesk['claim']>, round: number): Promise<void> {
    const stands = await claim
    // A library that cannot keep it says so itself, over every view.
    if (stands.ok && stands.value && round === this.#round) this.#show(stands.value, 'kept')
  }

  #context() {
    const { snapshot, queries } = this.#parts.library
    const texts = snapshot?.searches.map(({ query }) => query) ?? []
    return contextFor(texts, queries)
  }

  #show(edition: Edition, place: 'kept' | 'nowhere'): void {
    this.#place = place
    this.problem = null
    if (this.current === edition) return
    this.current = edition
    requestAnimationFrame(() => this.#drawNext())
  }

  #drawNext(): void {
    if (this.drawn >= (this.entries?.length ?? 0)) return
    this.drawn += 1
    requestAnimationFrame(() => this.#drawNext())
  }
}
