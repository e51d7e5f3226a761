/** Filters: within a group OR, between groups AND; their counts, held against asking every paper one by one. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CODE_STATES, KINDS, type Paper } from '../../../src/corpus/paper.ts'
import type { QueryContext } from '../../../src/query/context.ts'
import { FILTER_KEYS, FILTERS, NO_FILTERS, type FilterKey, type Filters } from '../../../src/query/filters.ts'
import { createShelf } from '../../../src/search/engine/shelf.ts'
import { createFacets } from '../../../src/search/facets.ts'
import { paper } from '../../support/papers.ts'

const TOPICS = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))
const some = <One>(values: readonly One[]) => fc.subarray([...values])
const papers = fc.array(
  fc.record({
    topics: some(['a', 'b', 'c', 'unlisted']),
    kind: fc.constantFrom(...KINDS),
    code: fc.constantFrom(...CODE_STATES),
  }),
  { minLength: 1, maxLength: 30 },
)
const filters: fc.Arbitrary<Filters> = fc.record({
  topic: some(['a', 'b', 'nowhere']),
  kind: some(KINDS),
  code: some(CODE_STATES),
  is: some(['saved', 'done']),
  list: some(['To read']),
})
const ids = fc.uniqueArray(fc.nat(35).map((row) => `paper-${String(row)}`))

/** The values that a paper has in a group, by itself and as the library says. */
const valuesOf = (key: FilterKey, one: Paper, { facts }: QueryContext): readonly string[] => [
  ...FILTERS[key].of(one),
  ...facts.flatMap(({ name, value, papers }) => (name === key && papers.includes(one.id) ? [value] : [])),
]
const passes = (one: Paper, ticked: Filters, context: QueryContext): boolean =>
  FILTER_KEYS.every((key) => {
    const values = valuesOf(key, one, context)
    return ticked[key].length === 0 || ticked[key].some((value) => values.includes(value))
  })

it.each<[Partial<Filters>, boolean]>([
  [{}, true],
  [{ topic: ['b'] }, true],
  [{ topic: ['c'] }, false],
  [{ topic: ['c', 'a'] }, true],
  [{ kind: ['survey', 'method'], code: ['link'] }, true],
  [{ kind: ['survey'], code: ['none'] }, false],
  [{ topic: ['unheard-of'] }, false],
])('what is ticked lets a survey of two topics with code through, %j: %s', (ticked, expected) => {
  const shelf = createShelf()
  shelf.put([paper({ topics: ['a', 'b'], kind: 'survey', code: 'link' })], 0)
  const matches = { rows: Uint32Array.of(0), scores: Float64Array.of(1) }
  const { passing } = createFacets(shelf, TOPICS)(matches, { ...NO_FILTERS, ...ticked }, null)
  expect(passing.rows.length === 1).toBe(expected)
})

it('count what ticking a value alone in its group would give', () => {
  fc.assert(
    fc.property(
      papers,
      filters,
      ids,
      ids,
      fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      (made, ticked, saved, read, chosen) => {
        const all = made.map((fields, rank) => paper({ id: `paper-${String(rank)}`, title: 'T', rank, ...fields }))
        const context: QueryContext = {
          facts: [
            { name: 'is', value: 'saved', papers: saved },
            { name: 'list', value: 'To read', papers: read },
          ],
          searches: [],
        }
        const shelf = createShelf()
        shelf.put(all, 0)
        const rows = Uint32Array.from(all.flatMap(({ rank }) => (chosen[rank] ? [rank] : [])))
        const matched = all.filter(({ rank }) => chosen[rank])
        const { passing, facets } = createFacets(shelf, TOPICS)(
          { rows, scores: new Float64Array(rows.length) },
          ticked,
          context,
        )
        expect([...passing.rows]).toEqual(matched.filter((one) => passes(one, ticked, context)).map(({ rank }) => rank))
        const alone = (key: FilterKey, value: string): number =>
          matched.filter(
            (one) => valuesOf(key, one, context).includes(value) && passes(one, { ...ticked, [key]: [] }, context),
          ).length
        for (const key of FILTER_KEYS)
          expect(facets[key]).toEqual(facets[key].map(({ value }) => ({ value, count: alone(key, value) })))
        expect(facets.topic.map(({ value }) => value).toSorted()).toEqual(['a', 'b', 'c'])
        expect(facets.is.map(({ value }) => value)).toEqual(['saved'])
      },
    ),
    { seed: 20261123 },
  )
})
