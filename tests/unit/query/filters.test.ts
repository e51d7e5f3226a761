/** Filters: within a group OR, between groups AND, and a label for every value that a paper can have. */
import { describe, expect, it } from 'vitest'
import { CODE_STATES, KINDS } from '../../../src/corpus/paper.ts'
import { FILTERS, NO_FILTERS, passes, type Filters } from '../../../src/query/filters.ts'
import { paper } from '../../support/papers.ts'

const one = paper({ topics: ['speech', 'vision'], kind: 'survey', code: 'link' })

describe('filters', () => {
  it.each<[Partial<Filters>, boolean]>([
    [{}, true],
    [{ topic: ['vision'] }, true],
    [{ topic: ['graphs'] }, false],
    [{ topic: ['graphs', 'speech'] }, true],
    [{ kind: ['survey', 'method'], code: ['link'] }, true],
    [{ kind: ['survey'], code: ['none'] }, false],
    [{ topic: ['unheard-of'] }, false],
  ])('%j: %s', (ticked, expected) => {
    expect(passes(one, { ...NO_FILTERS, ...ticked })).toBe(expected)
  })

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
