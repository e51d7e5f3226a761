/** Counts of filters, held against asking every paper one by one. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CODE_STATES, KINDS } from '../../../src/corpus/paper.ts'
import { keptValues, type QueryContext } from '../../../src/query/context.ts'
import { FILTER_KEYS, FILTERS, passes, type FilterKey, type Filters } from '../../../src/query/filters.ts'
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
        const kept = keptValues(context)
        const shelf = createShelf()
        shelf.put(all, 0)
        const rows = Uint32Array.from(all.flatMap(({ rank }) => (chosen[rank] ? [rank] : [])))
        const matched = all.filter(({ rank }) => chosen[rank])
        const { passing, facets } = createFacets(shelf, TOPICS)(
          { rows, scores: new Float64Array(rows.length) },
          ticked,
          context,
        )
        expect([...passing.rows]).toEqual(matched.filter((one) => passes(one, ticked, kept)).map(({ rank }) => rank))
        const alone = (key: FilterKey, value: string): number =>
          matched.filter(
            (one) => FILTERS[key].of(one, kept).includes(value) && passes(one, { ...ticked, [key]: [] }, kept),
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
