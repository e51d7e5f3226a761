/** Filters: a label for every value that a paper can have. */
import { describe, expect, it } from 'vitest'
import { CODE_STATES, KINDS } from '../../../src/corpus/paper.ts'
import { FILTERS } from '../../../src/query/filters.ts'

describe('filters', () => {
  it('name every kind and code state once, with labels of their own', () => {
    for (const [key, values] of [
      ['kind', KINDS],
      ['code', CODE_STATES],
    ] as const) {
      const rows = FILTERS[key].values ?? []
      expect(rows.map(({ value }) => value)).toEqual(values)
      expect(new Set(rows.map(({ label }) => label)).size).toBe(values.length)
    }
  })
})
