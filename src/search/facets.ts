/** Facet counts: what ticking a value alone in its group would give, the other groups as they are. */
import type { Paper, Topic } from '../corpus/paper.ts'
import { FILTER_KEYS, FILTERS, passesGroup, type FilterKey, type Filters } from '../query/filters.ts'
import type { FacetCount, SearchAnswer } from './protocol.ts'

/** Counts over the papers that match by words; topics by count, then in the corpus' order; zeros included. */
export function countFacets(
  matches: readonly Paper[],
  filters: Filters,
  topics: readonly Topic[],
): SearchAnswer['facets'] {
  const tallies = { topic: new Map<string, number>(), kind: new Map<string, number>(), code: new Map<string, number>() }
  for (const paper of matches) {
    const failed = FILTER_KEYS.filter((key) => !passesGroup(paper, key, filters))
    for (const key of FILTER_KEYS) {
      if (failed.some((other) => other !== key)) continue
      for (const value of FILTERS[key].of(paper)) tallies[key].set(value, (tallies[key].get(value) ?? 0) + 1)
    }
  }
  const group = (key: FilterKey): readonly FacetCount[] => {
    const values = FILTERS[key].values?.map(({ value }) => value) ?? topics.map(({ id }) => id)
    const counts = values.map((value) => ({ value, count: tallies[key].get(value) ?? 0 }))
    return FILTERS[key].values ? counts : counts.sort((a, b) => b.count - a.count)
  }
  return { topic: group('topic'), kind: group('kind'), code: group('code') }
}
