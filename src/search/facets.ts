/** Facet counts: what ticking a value alone in its group would give, the other groups as they are. */
import type { Paper, Topic } from '../corpus/paper.ts'
import type { QueryContext } from '../query/context.ts'
import {
  FILTER_KEYS,
  FILTERS,
  passesGroup,
  type FilterKey,
  type Filters,
  type LibraryValues,
} from '../query/filters.ts'
import type { FacetCount, SearchAnswer } from './protocol.ts'

/**
 * Counts over the papers that match by words; topics by count, then in the corpus' order; zeros included. `kept` is
 * what the context says of each paper.
 */
export function countFacets(
  matches: readonly Paper[],
  filters: Filters,
  topics: readonly Topic[],
  context: QueryContext | null,
  kept: LibraryValues,
): SearchAnswer['facets'] {
  const named = (name: FilterKey) => context?.facts.flatMap((fact) => (fact.name === name ? [fact.value] : [])) ?? []
  const values: Readonly<Record<string, readonly string[]>> = {
    topic: topics.map(({ id }) => id),
    is: named('is'),
    list: named('list'),
  }
  const tallies = new Map(FILTER_KEYS.map((key) => [key, new Map<string, number>()]))
  for (const paper of matches) {
    const failed = FILTER_KEYS.filter((key) => !passesGroup(paper, key, filters, kept))
    for (const [key, tally] of tallies) {
      if (failed.some((other) => other !== key)) continue
      for (const value of FILTERS[key].of(paper, kept)) tally.set(value, (tally.get(value) ?? 0) + 1)
    }
  }
  const group = (key: FilterKey): readonly FacetCount[] => {
    const counts = (values[key] ?? FILTERS[key].values?.map(({ value }) => value) ?? []).map((value) => ({
      value,
      count: tallies.get(key)?.get(value) ?? 0,
    }))
    return key === 'topic' ? counts.sort((a, b) => b.count - a.count) : counts
  }
  return { topic: group('topic'), kind: group('kind'), code: group('code'), is: group('is'), list: group('list') }
}
