/** Search as Browse shows it: what is asked for, the answer in view, and the cards fetched so far. */
import { tick } from 'svelte'
import { SvelteSet } from 'svelte/reactivity'
import type { WindowVirtualizerHandle } from 'virtua/svelte'
import { err, ok, type Result } from '../../base/result.ts'
import { failedBy, type Problem } from '../../corpus/problem.ts'
import type { Card, CorpusState, SearchAnswer } from '../../search/protocol.ts'
import type { SearchClient } from '../../search/client.ts'
import { browseAddress, NO_CHOICES, type Choices } from '../routes.ts'
import type { QueryLibrary } from '../../query/context.ts'
import { contextFor } from './language.ts'
import { standingOf } from './standing.ts'
import { contextOfChoices, NO_LIBRARY, restsOnLibrary, type LibraryAtHand } from './choices-context.ts'

/** An answer with the choices it answers; the cards are kept apart, because more of them come. */
export interface Found extends Omit<SearchAnswer, 'cards'> {
  readonly choices: Choices
}

/** Results in one answer: two screens of a tall window. */
const SLICE = 20
/** Measures at a time: a page that stays open for weeks is not to fill with them. */
const MEASURES_KEPT = 1_000

export class Search {
  /** What the reader asks for. */
  choices: Choices = $state.raw(NO_CHOICES)
  /** The answer in view; behind `choices` while `busy`. */
  found: Found | null = $state.raw(null)
  /** As long as all that was found, by words or by meaning; undefined where a card has not been fetched. */
  cards: readonly (Card | undefined)[] = $state.raw([])
  /** Heights of the rows of the list that was left last, so that it stands at once when one comes back. */
  sizes: { readonly choices: Choices; readonly rows: ReturnType<WindowVirtualizerHandle['getCache']> } | null = null
  /** Papers whose abstract is unfolded. */
  readonly unfolded = new SvelteSet<string>()
  /** Why there is no answer. */
  problem: Problem | null = $state.raw(null)
  readonly busy: boolean = $derived(this.problem === null && this.found?.choices !== this.choices)

  readonly #client: Pick<SearchClient, 'search' | 'slice'>
  /** The newest question, until another is asked. */
  #asked: Promise<boolean> | null = null
  /** Firsts of the slices that rows in view wait for, the newest last. */
  #wanted: readonly number[] = []
  #fetching = false
  #generation: string | null = null
  #standing: string | null = null
  #isMeant = false
  #measured = 0

  readonly #library: LibraryAtHand

  constructor(client: Pick<SearchClient, 'search' | 'slice'>, library: LibraryAtHand = NO_LIBRARY) {
    this.#client = client
    this.#library = library
  }

  /** What queries may ask of the reader's library; null where it is not at hand. */
  get library(): QueryLibrary | null {
    return this.#library.queries
  }

  /** Shows the answer to these choices, and settles when it is in the document; `index` will be among the cards. */
  async find(choices: Choices, index = 0): Promise<void> {
    const isSame = browseAddress(choices) === browseAddress(this.choices)
    await (isSame && this.#asked ? this.#asked : this.#ask(choices, sliceOf(index)))
    this.want(index)
  }

  /** Asks as the reader types or ticks, and measures from `event` to the results in the document. */
  async type(choices: Choices, event: Event): Promise<void> {
    const start = event.timeStamp
    if (!(await this.#ask(choices, 0)) || !this.found) return
    const detail = { query: choices.text, total: this.found.total }
    if (this.#measured++ % MEASURES_KEPT === MEASURES_KEPT - 1) performance.clearMeasures('offprint:search')
    performance.measure('offprint:search', { start, end: performance.now(), detail })
  }

  /** Asks again where another corpus has come, or an earlier question was refused. */
  follow(state: CorpusState): void {
    if (state.kind !== 'ready') return
    const { generation } = state.info
    // Once when all of them are here: a list that changed with each part would not let itself be read.
    const standing = standingOf(state.info) ?? this.#standing
    const isMeant = state.info.meaning?.here ?? false
    const meansMore = isMeant && !this.#isMeant && this.found !== null && isWeak(this.found)
    const changed = this.#generation !== generation || this.#standing !== standing || meansMore
    this.#isMeant = isMeant
    const stale = this.problem !== null || (this.found !== null && changed)
    this.#generation = generation
    this.#standing = standing
    if (stale) void this.#ask({ ...this.choices }, 0)
  }

  /**
   * Asks again where the library has changed and what is in view asks something of it, or where it has brought `papers`;
   * else only counts anew.
   */
  followLibrary(papers = false): void {
    // What is on its way may have been asked before the change.
    if (this.busy) void this.#asked?.then(() => this.followLibrary(papers))
    else if (!this.found) return
    else if (papers || restsOnLibrary(this.choices) || contextFor([this.choices.text], this.library))
      void this.#ask({ ...this.choices }, 0)
    else void this.#recount()
  }

  /** Fetches the slice around a result, unless it is here or on its way; while `busy`, the list to come may lack it. */
  want(index: number): void {
    if (this.busy || this.cards[index] || index >= this.cards.length) return
    this.#wanted = [...this.#wanted.filter((first) => first !== sliceOf(index)), sliceOf(index)]
    void this.#fetchWanted()
  }

  #ask(choices: Choices, offset: number): Promise<boolean> {
    this.choices = choices
    this.problem = null
    this.#wanted = []
    this.#asked = this.#answer(choices, offset)
    return this.#asked
  }

  /** Sends a question with what it asks of the library; null where something else is asked for by then. */
  async #send(
    by: 'search' | 'slice',
    choices: Choices,
    offset: number,
  ): Promise<Awaited<ReturnType<SearchClient['search']>> | null> {
    const gathered = await contextOfChoices(choices, this.#library).then(ok, broken)
    if (choices !== this.choices) return null
    if (!gathered.ok) return gathered
    return this.#client[by]({ ...choices, context: gathered.value, offset, limit: SLICE })
  }

  /** Whether the answer was the newest, and is now in the document. */
  async #answer(choices: Choices, offset: number): Promise<boolean> {
    const reply = await this.#send('search', choices, offset)
    if (!reply || choices !== this.choices) return false
    if (!reply.ok) {
      if (reply.error.kind !== 'superseded') this.problem = reply.error
      return false
    }
    const { cards, ...answer } = reply.value
    this.found = { ...answer, choices }
    this.cards = place(new Array<undefined>(answer.total + answer.beyond), offset, cards)
    await tick()
    return true
  }

  /** Brings the counts of states and lists up to date; the list stays as it stands, wherever one has scrolled to. */
  async #recount(): Promise<void> {
    const choices = this.choices
    const reply = await this.#send('slice', choices, 0)
    if (reply?.ok && this.found?.choices === choices) this.found = { ...this.found, facets: reply.value.facets }
  }

  async #fetchWanted(): Promise<void> {
    const offset = this.#wanted.at(-1)
    if (offset === undefined || this.#fetching) return
    this.#fetching = true
    const choices = this.choices
    const reply = await this.#send('slice', choices, offset)
    this.#fetching = false
    if (choices === this.choices && reply?.ok && reply.value.total + reply.value.beyond === this.cards.length) {
      this.#wanted = this.#wanted.filter((first) => first !== offset)
      this.cards = place(this.cards, offset, reply.value.cards)
    } else if (choices === this.choices && reply?.ok) {
      void this.#ask({ ...choices }, offset) // papers have come since: the list is another
      return
    } else if (choices === this.choices && reply?.ok === false && reply.error.kind !== 'superseded') {
      this.#wanted = []
      this.problem = reply.error
    }
    void this.#fetchWanted()
  }
}

/** Whether meaning may add to it. */
function isWeak({ stage, total }: Found): boolean {
  return stage === 'any-word' || (stage === 'all-words' && total < SLICE)
}

function sliceOf(index: number): number {
  return index - (index % SLICE)
}

function place(
  cards: readonly (Card | undefined)[],
  offset: number,
  slice: readonly Card[],
): readonly (Card | undefined)[] {
  const next = [...cards]
  slice.forEach((card, n) => (next[offset + n] = card))
  return next
}

/** A part of the language's code has not come, or has a fault of ours. */
function broken(cause: unknown): Result<never, Problem> {
  return err(failedBy(cause))
}
