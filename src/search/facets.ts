/** Facet counts: what ticking a value alone in its group would give, the other groups as they are. */
import type { Paper, Topic } from '../corpus/paper.ts'
import type { QueryContext } from '../query/context.ts'
import { FILTER_KEYS, FILTERS, LIBRARY_KEYS, type FilterKey, type Filters } from '../query/filters.ts'
import type { Matches } from './engine/word-index.ts'
import type { Shelf } from './engine/shelf.ts'
import { createValues, listValues, type Values } from './facet-values.ts'
import type { FacetCount, SearchAnswer } from './protocol.ts'

export interface Counted {
  /** Those that pass the filters. */
  readonly passing: Matches
  readonly facets: SearchAnswer['facets']
}

/** Counts over the papers that match by words; topics by count, then in the corpus' order; zeros included. */
export type CountFacets = (matches: Matches, filters: Filters, context: QueryContext | null) => Counted

/** Reads the values of all papers once; each count then only adds up numbers. */
export function createFacets(
  { papers, rowOf }: Pick<Shelf, 'papers' | 'rowOf'>,
  topics: readonly Topic[],
): CountFacets {
  const keys = FILTER_KEYS.filter((key) => !isLibrary(key))
  const lists = listValues(
    papers,
    keys.map((key) => (paper: Paper | undefined) => (paper ? FILTERS[key].of(paper) : [])),
  )
  const own = new Map(keys.map((key, at) => [key, lists[at] ?? NO_VALUES]))
  return (matches, filters, context) => {
    const groups = FILTER_KEYS.map((key): Group => {
      const kept = isLibrary(key) && context ? createValues(papers.length, keptValues(context, key, rowOf)) : null
      const values = kept ?? own.get(key) ?? NO_VALUES
      return { key, values, counts: new Uint32Array(values.names.length), ticked: tickedIn(values, filters[key]) }
    })
    // A group without values counts nothing, and without ticks refuses nothing.
    const passing = countInto(
      groups.filter(({ values, ticked }) => values.names.length > 0 || ticked !== null),
      matches,
    )
    return { passing, facets: wordFacets(groups, topics, context) }
  }
}

const NO_VALUES: Values = { names: [], starts: new Uint32Array(0), numbers: new Uint16Array(0) }

interface Group {
  readonly key: FilterKey
  readonly values: Values
  readonly counts: Uint32Array
  /** By number of a value, whether it is ticked; null where none is, which every paper passes. */
  readonly ticked: Uint8Array | null
}

const isLibrary = (key: FilterKey): boolean => LIBRARY_KEYS.some((one) => one === key)

const keptValues =
  ({ facts }: QueryContext, key: FilterKey, rowOf: Shelf['rowOf']) =>
  (tell: (row: number, value: string) => void): void => {
    for (const { name, value, papers } of facts)
      if (name === key)
        for (const id of papers) {
          const row = rowOf(id)
          if (row !== undefined) tell(row, value)
        }
  }

function tickedIn({ names }: Values, wanted: readonly string[]): Uint8Array | null {
  return wanted.length === 0 ? null : Uint8Array.from(names, (name) => Number(wanted.includes(name)))
}

/** Counts each match where no other group refuses it; gives those that none refuses. */
function countInto(groups: readonly Group[], matches: Matches): Matches {
  const asking = groups.filter(({ ticked }) => ticked !== null)
  const passing = asking.length === 0 ? matches : pass(asking, matches)
  for (const group of groups) for (const row of passing.rows) add(group, row)
  return passing
}

/** Those that none of the groups refuses; what one alone refuses counts in that one. */
function pass(asking: readonly Group[], { rows, scores }: Matches): Matches {
  const passing = { rows: new Uint32Array(rows.length), scores: new Float64Array(rows.length) }
  let passed = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const [refuser, another] = asking.filter((group) => refuses(group, row))
    if (another) continue
    if (refuser) {
      add(refuser, row)
      continue
    }
    passing.rows[passed] = row
    passing.scores[passed++] = scores[at] ?? 0
  }
  return { rows: passing.rows.subarray(0, passed), scores: passing.scores.subarray(0, passed) }
}

function refuses({ ticked, values: { starts, numbers } }: Group, row: number): boolean {
  if (ticked === null) return false
  const end = starts[row + 1] ?? 0
  for (let at = starts[row] ?? 0; at < end; at++) if (ticked[numbers[at] ?? 0] === 1) return false
  return true
}

function add({ counts, values: { starts, numbers } }: Group, row: number): void {
  const end = starts[row + 1] ?? 0
  for (let at = starts[row] ?? 0; at < end; at++) {
    const number = numbers[at] ?? 0
    counts[number] = (counts[number] ?? 0) + 1
  }
}

/** The counts in the order to show them. */
function wordFacets(
  groups: readonly Group[],
  topics: readonly Topic[],
  context: QueryContext | null,
): SearchAnswer['facets'] {
  const named = (key: FilterKey): readonly string[] =>
    context?.facts.flatMap(({ name, value }) => (name === key ? [value] : [])) ?? []
  const wanted = (key: FilterKey): readonly string[] =>
    key === 'topic' ? topics.map(({ id }) => id) : key === 'kind' || key === 'code' ? shown(key) : named(key)
  const facets = groups.map(({ key, values: { names }, counts }): readonly [FilterKey, readonly FacetCount[]] => {
    const all = wanted(key).map((value) => ({ value, count: counts[names.indexOf(value)] ?? 0 }))
    return [key, key === 'topic' ? all.sort((a, b) => b.count - a.count) : all]
  })
  const of = (key: FilterKey): readonly FacetCount[] => facets.find(([one]) => one === key)?.[1] ?? []
  return { topic: of('topic'), kind: of('kind'), code: of('code'), is: of('is'), list: of('list') }
}

const shown = (key: 'kind' | 'code'): readonly string[] => FILTERS[key].values?.map(({ value }) => value) ?? []
