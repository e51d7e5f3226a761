/** Saved searches: states of Browse that have a name. */
import { nextOrder, orderBefore } from './order.ts'
import type { Change } from './record.ts'
import type { SavedSearch, Snapshot } from './snapshot.ts'

/** Names a canonical query text; the name must not be empty. */
export function saveSearch(snapshot: Snapshot, id: string, name: string, query: string): Change {
  return [{ kind: 'search', id, data: { name: name.trim(), query, order: nextOrder(snapshot.searches) } }]
}

/** Gives a search another name, another query, or both. */
export function editSearch(search: SavedSearch, name: string, query: string): Change {
  return [{ kind: 'search', id: search.id, data: { name: name.trim(), query, order: search.order } }]
}

/** Puts a search before another, or at the end. */
export function reorderSearch(snapshot: Snapshot, search: SavedSearch, before: SavedSearch | null): Change {
  const others = snapshot.searches.filter(({ id }) => id !== search.id)
  return [
    {
      kind: 'search',
      id: search.id,
      data: { name: search.name, query: search.query, order: orderBefore(others, before) },
    },
  ]
}

/** Forgets a search. */
export function deleteSearch(search: SavedSearch): Change {
  return [
    { kind: 'search', id: search.id, data: null },
    { kind: 'search-opened', id: search.id, data: null },
  ]
}

/** From now on "n new" counts what came after this corpus generation; `day` as 2026-11-22. */
export function markSearchOpened(search: SavedSearch, generation: string, day: string): Change {
  return [{ kind: 'search-opened', id: search.id, data: { generation, day } }]
}
