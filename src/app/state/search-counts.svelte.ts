/** What the saved searches find at present: asked for in one question while Saved is in view. */
import { SvelteMap } from 'svelte/reactivity'
import type { Opening } from '../../library/searches.ts'
import type { SavedSearch } from '../../library/snapshot.ts'
import type { AppState } from './app.ts'
import { contextFor } from './language.ts'

type Asked = Pick<AppState, 'client' | 'corpus' | 'today' | 'library'>

/** The ids that each query finds; null where that cannot be asked, as where the language's code does not come. */
export async function foundBy(
  { client, library }: Pick<Asked, 'client' | 'library'>,
  queries: readonly string[],
): Promise<readonly (readonly string[])[] | null> {
  const asking = contextFor(queries, library.queries)
  const context = await asking?.catch(() => null)
  if (asking && !context) return null
  const reply = await client.matches(queries, context ?? undefined)
  return reply.ok ? reply.value.papers : null
}

/** What each query finds now, to count from at the next opening; null likewise. */
async function askAll(app: Asked, queries: readonly string[]): Promise<readonly Opening[] | null> {
  const generation = app.corpus.info?.generation
  const papers = await foundBy(app, queries)
  if (!papers || generation === undefined) return null
  return papers.map((found) => ({ generation, day: app.today.day, found }))
}

/** What one query finds now. */
export async function openingOf(app: Asked, query: string): Promise<Opening | null> {
  return (await askAll(app, [query]))?.[0] ?? null
}

/** By search id; absent while unknown. */
export class SearchCounts {
  readonly found = new SvelteMap<string, Opening>()
  readonly #app: Asked
  #round = 0

  constructor(app: Asked) {
    this.#app = app
  }

  /** Asks for all of them anew; a later call takes over. */
  async count(searches: readonly SavedSearch[]): Promise<void> {
    const round = ++this.#round
    const openings = await askAll(
      this.#app,
      searches.map(({ query }) => query),
    )
    if (round !== this.#round || !openings) return
    for (const [at, { id }] of searches.entries()) {
      const opening = openings[at]
      if (opening) this.found.set(id, opening)
    }
  }

  stop(): void {
    this.#round++
  }
}
