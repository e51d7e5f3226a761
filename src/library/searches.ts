/** Saved searches: states of Browse that have a name. */
import { nextOrder, orderBefore } from './order.ts'
import type { Change } from './record.ts'
import type { SavedSearch, Snapshot } from './snapshot.ts'

/** What is asked, as canonical text, and the order of what it finds; without one by relevance. */
export type Question = Pick<SavedSearch, 'query' | 'sort'>

/** Names a question; the name must not be empty. */
export function saveSearch(snapshot: Snapshot, id: string, name: string, question: Question): Change {
  return put({ id, name: name.trim(), ...question, order: nextOrder(snapshot.searches) })
}

/** Gives a search another name, another query, or both. */
export function editSearch(search: SavedSearch, name: string, query: string): Change {
  return put({ ...search, name: name.trim(), query })
}

/** Puts a search before another, or at the end. */
export function reorderSearch(snapshot: Snapshot, search: SavedSearch, before: SavedSearch | null): Change {
  const others = snapshot.searches.filter(({ id }) => id !== search.id)
  return put({ ...search, order: orderBefore(others, before) })
}

/** Forgets a search. */
export function deleteSearch(search: SavedSearch): Change {
  return [
    { kind: 'search', id: search.id, data: null },
    { kind: 'search-opened', id: search.id, data: null },
  ]
}

function put({ id, name, query, sort, order }: Omit<SavedSearch, 'lastOpened'>): Change {
  return [{ kind: 'search', id, data: { name, query, ...(sort !== undefined && { sort }), order } }]
}

/** What a search found, and when: the corpus generation, the day as 2026-11-22. */
export interface Opening {
  readonly generation: string
  readonly day: string
  /** The ids it found; null where they are not known. */
  readonly found: readonly string[] | null
}

/** More than these are not kept; "n new" is then not counted. */
const MOST_FOUND = 2_000

/** From now on "n new" counts what was not found at this opening. */
export function markSearchOpened(search: Pick<SavedSearch, 'id'>, { generation, day, found }: Opening): Change {
  const few = found !== null && found.length <= MOST_FOUND
  return [{ kind: 'search-opened', id: search.id, data: { generation, day, ...(few ? { found: [...found] } : {}) } }]
}

/** How many of the papers a search finds now are new since it was last opened; null where that is not known. */
export function countNew(
  { lastOpened }: SavedSearch,
  now: { readonly generation: string; readonly found: readonly string[] },
): number | null {
  if (lastOpened === null) return null
  if (lastOpened.generation === now.generation) return 0
  if (!lastOpened.found) return null
  const before = new Set(lastOpened.found)
  return now.found.filter((id) => !before.has(id)).length
}
