/** What rides in history.state: where the reader was in an entry, and the list a paper was opened from. */

/** Where the reader was when an entry was left. */
export interface Place {
  /** Pixels scrolled down. */
  readonly y: number
  /** The link that had the focus, by its address. */
  readonly focus: string | null
  /** In a virtual list: the first item in view, and how many pixels of it are scrolled away. */
  readonly item: { readonly index: number; readonly into: number } | null
}

/** The list a paper was opened from: an address of Browse, or ids in a row. */
export interface Trail {
  /** The address of the view that shows the list. */
  readonly from: string
  /** The paper's position in it. */
  readonly at: number
  /** Null where `from` is a search, which is asked again for its neighbours. */
  readonly ids: readonly string[] | null
}

export interface Entry {
  readonly key: string
  readonly place: Place | null
  readonly trail: Trail | null
  /** Whether it stands for the sheets over the view; the entry below has the same key. */
  readonly over: boolean
}

/** Reads history.state, which an older build may have written; null where it is not ours. */
export function readEntry(state: unknown): Entry | null {
  if (!isRecord(state) || typeof state['key'] !== 'string') return null
  const { key, place, trail, over } = state
  return { key, place: readPlace(place), trail: readTrail(trail), over: over === true }
}

function readPlace(place: unknown): Place | null {
  if (!isRecord(place) || typeof place['y'] !== 'number') return null
  const { y, focus, item } = place
  return { y, focus: typeof focus === 'string' ? focus : null, item: readItem(item) }
}

function readItem(item: unknown): Place['item'] {
  if (!isRecord(item) || !isIndex(item['index']) || typeof item['into'] !== 'number') return null
  return { index: item['index'], into: item['into'] }
}

function readTrail(trail: unknown): Trail | null {
  if (!isRecord(trail) || typeof trail['from'] !== 'string' || !isIndex(trail['at'])) return null
  const { from, at, ids } = trail
  if (ids === null) return { from, at, ids }
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? { from, at, ids } : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
