/** What the saved searches find at present: asked for one after the other while Saved is in view. */
import { SvelteMap } from 'svelte/reactivity'
import type { Opening } from '../../library/searches.ts'
import type { SavedSearch } from '../../library/snapshot.ts'
import { parseRoute, type Choices } from '../routes.ts'
import type { AppState } from './app.ts'

type Asked = Pick<AppState, 'client' | 'corpus' | 'today'>

/** As many ids as a saved search remembers. */
const MOST = 2_000

/** The state of Browse that a saved search names; null where a later build wrote it in a way of its own. */
function choicesOf(search: SavedSearch): Choices | null {
  const route = parseRoute(search.query)
  return route.kind === 'browse' ? route.choices : null
}

/** What a search finds now, to count from at the next opening. */
export interface Counted extends Opening {
  readonly total: number
}

/** Null where nothing could be asked. */
export async function openingOf({ client, corpus, today }: Asked, choices: Choices): Promise<Counted | null> {
  const generation = corpus.info?.generation
  const reply = await client.search({ ...choices, offset: 0, limit: MOST })
  if (!reply.ok || generation === undefined) return null
  const { total, cards } = reply.value
  return { generation, day: today.day, total, found: total > MOST ? null : cards.map(({ paper }) => paper.id) }
}

/** By search id; absent while unknown. */
export class SearchCounts {
  readonly found = new SvelteMap<string, Counted>()
  readonly #app: Asked
  #round = 0

  constructor(app: Asked) {
    this.#app = app
  }

  /** Asks for each search anew; a later call takes over. */
  async count(searches: readonly SavedSearch[]): Promise<void> {
    const round = ++this.#round
    for (const search of searches) {
      const choices = choicesOf(search)
      const opening = choices && (await openingOf(this.#app, choices))
      if (round !== this.#round) return
      if (opening) this.found.set(search.id, opening)
    }
  }

  stop(): void {
    this.#round++
  }
}
