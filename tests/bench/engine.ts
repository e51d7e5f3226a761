/** The face behind which every engine of the bench is measured. */
import type { Paper, Topic } from '../../src/corpus/paper.ts'

/** What is asked with every query: counts of topics, kinds and code over all that fits, or papers of one topic alone too. */
export type How = 'facets' | 'filter'

/** An engine that holds its papers; `ask` gives ten results, and says how many there are. */
export interface Held {
  readonly ask: (text: string, how: How) => number
  /** The index as it would be stored. */
  readonly store: () => Stored
}

/** A text, or a file of bytes for each shard. */
export type Stored = string | readonly Uint8Array<ArrayBuffer>[]

export interface Engine {
  readonly build: (papers: readonly Paper[], topics: readonly Topic[]) => Held
  /** From what it stored itself. */
  readonly open: (stored: Stored, papers: readonly Paper[], topics: readonly Topic[]) => Held
}

/** The only topic that is asked for. */
export const TOPIC = 't3'
export const TEN = 10
export const FACETS = ['topics', 'kind', 'code'] as const

export const SQLITE = 'SQLite FTS5 (wasm), porter, last word open'
export const FLEX_SEARCH = 'FlexSearch, forward'
/** Engines that are measured on request. */
export const MORE = [SQLITE, FLEX_SEARCH] as const

/** Counts topics, kinds and code, for engines that have no facets. */
export function countFacets(found: readonly object[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>()
  for (const one of found as readonly Readonly<Record<string, unknown>>[])
    for (const facet of FACETS) for (const value of [one[facet]].flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
