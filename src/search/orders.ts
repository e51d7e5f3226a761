/** The orders of a list, as a place for each row. */
import { dayOfPaper, type Paper } from '../corpus/paper.ts'
import type { QueryContext } from '../query/context.ts'
import type { Shelf } from './engine/shelf.ts'
import type { Sort } from './protocol.ts'

/** By row, its place in an order; for relevance, which is by score, the place on the page decides between equals. */
export type Orders = (sort: Sort, context: QueryContext | null) => ArrayLike<number>

let collator: Intl.Collator | null = null
/** Made at the first list by title: 10 ms that the start has not to wait for. */
const byTitle = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('en', { numeric: true })).compare(a, b)

/** What stands before page order; a paper that has nothing to go by comes last. */
const COMPARE: Readonly<Record<Exclude<Sort, 'relevance' | 'page' | 'saved'>, (a: Paper, b: Paper) => number>> = {
  newest: (a, b) => compareTexts(dayOfPaper(b) ?? '', dayOfPaper(a) ?? ''),
  votes: (a, b) => (b.votes ?? -1) - (a.votes ?? -1),
  title: (a, b) => byTitle(a.title, b.title),
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Orders of the papers on a shelf, each made when it is first asked for. */
export function createOrders({ papers, places, rowOf }: Omit<Shelf, 'put' | 'paperOf'>): Orders {
  const known = new Map<Sort, ArrayLike<number>>()
  return (sort, context) => {
    if (sort === 'relevance' || sort === 'page') return places
    if (sort === 'saved') return placeSaved(places, rowOf, context)
    const order = known.get(sort) ?? placeBy(papers, COMPARE[sort])
    known.set(sort, order)
    return order
  }
}

function placeBy(papers: Shelf['papers'], compare: (a: Paper, b: Paper) => number): Uint32Array {
  const all = papers.flatMap((paper, row) => (paper ? [{ paper, row }] : []))
  all.sort((a, b) => compare(a.paper, b.paper) || a.paper.rank - b.paper.rank)
  const order = new Uint32Array(papers.length)
  all.forEach(({ row }, place) => (order[row] = place))
  return order
}

/** The last saved first, then the rest of the page. */
function placeSaved(places: Uint32Array, rowOf: Shelf['rowOf'], context: QueryContext | null): ArrayLike<number> {
  const saved = context?.facts.find(({ name, value }) => name === 'is' && value === 'saved')?.papers ?? []
  const order = places.map((place) => place + saved.length)
  saved.forEach((id, place) => {
    const row = rowOf(id)
    if (row !== undefined) order[row] = place
  })
  return order
}
