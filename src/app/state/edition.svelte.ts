/** Today's edition in the window, and which of them the reader has unfolded. */
import { SvelteSet } from 'svelte/reactivity'
import type { Day } from '../../base/days.ts'
import type { Problem } from '../../corpus/problem.ts'
import { entriesOf, type Edition, type Entry } from '../../digest/edition.ts'
import { factsOfNewReader } from '../../digest/facts.ts'
import type { SearchClient } from '../../search/client.ts'
import type { CorpusState } from '../../search/protocol.ts'

/** Entries drawn at once; all twelve would hold a slow phone up for half a second. */
const FIRST_DRAWN = 1

export class TodaysEdition {
  /** Null until it has come. */
  current = $state.raw<Edition | null>(null)
  /** Its papers in the order to read; null likewise. */
  readonly entries: readonly Entry[] | null = $derived(this.current && entriesOf(this.current))
  problem = $state.raw<Problem | null>(null)
  /** How many entries stand on the page: the first at once, each other in a frame of its own. */
  drawn = $state(FIRST_DRAWN)
  /** Ids of the papers whose whole abstract is open; it outlives the view, so Back finds them as they were. */
  readonly unfolded = new SvelteSet<string>()
  #generation: string | null = null
  #refused = false
  readonly #client: Pick<SearchClient, 'edition'>

  readonly #today: () => Day

  constructor(client: Pick<SearchClient, 'edition'>, today: () => Day) {
    this.#client = client
    this.#today = today
  }

  /** Asks for the edition again: a corpus that has arrived since may have changed it. `whole` draws all at once. */
  async load(whole = false): Promise<void> {
    const answer = await this.#client.edition(factsOfNewReader(this.#today()))
    if (answer.ok) {
      if (whole) this.drawn = Infinity
      this.current = answer.value.edition
      this.problem = null
      requestAnimationFrame(() => {
        this.#drawNext()
      })
    } else this.problem = answer.error
    this.#refused = !answer.ok
  }

  /** Asks again where another corpus has come, or an earlier question was refused. */
  follow(state: CorpusState): void {
    if (!('info' in state)) {
      if (state.kind === 'failed') this.problem = state.problem
      else if (this.problem) this.problem = null
      return
    }
    const { generation } = state.info
    const stale = this.#refused || (this.current !== null && this.#generation !== generation)
    this.#generation = generation
    if (stale) void this.load()
  }

  #drawNext(): void {
    if (this.drawn >= (this.entries?.length ?? 0)) return
    this.drawn += 1
    requestAnimationFrame(() => {
      this.#drawNext()
    })
  }

  fold(id: string, unfolded: boolean): void {
    if (unfolded) this.unfolded.add(id)
    else this.unfolded.delete(id)
  }
}
