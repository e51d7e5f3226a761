/** What the places in Saved are called. */
import type { Snapshot } from '../library/snapshot.ts'

/** Places that are no lists of the reader's making, by their address in Saved. */
export const FIXED_SHELVES = {
  all: 'Everything saved',
  'recently-opened': 'Recently opened',
  'not-for-me': 'Not for me',
} as const
export type FixedShelf = keyof typeof FIXED_SHELVES

export function isFixedShelf(id: string): id is FixedShelf {
  return Object.hasOwn(FIXED_SHELVES, id)
}

/** The name of a place in Saved; null where there is none at this address. */
export function shelfName(snapshot: Snapshot | null, id: string | null): string | null {
  if (id === null) return null
  return isFixedShelf(id) ? FIXED_SHELVES[id] : (snapshot?.lists.find((list) => list.id === id)?.name ?? null)
}
