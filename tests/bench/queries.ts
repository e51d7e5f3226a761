/** The judged queries of the test collection, as the parts of the bench type and ask them. */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const Queries = v.object({
  queries: v.array(
    v.object({ id: v.string(), type: v.string(), query: v.string(), relevant: v.record(v.string(), v.number()) }),
  ),
})

/** A judged query; `relevant` grades papers by their number in source order. */
export type Query = v.InferOutput<typeof Queries>['queries'][number]

/** All judged queries. */
export function readQueries(): readonly Query[] {
  return v.parse(Queries, JSON.parse(readFileSync('tests/golden/relevance/queries.json', 'utf8'))).queries
}

/** What a reader has typed after each key of a query. */
export function prefixes(query: string): readonly string[] {
  return Array.from(query, (_, index) => query.slice(0, index + 1))
}
