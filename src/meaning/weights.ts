/** TF-IDF: how much each term of a text says, as a vector of unit length. */
import type { Basis } from './basis.ts'

/** What is known of the terms at large. */
export type Rarity = Pick<Basis, 'papers' | 'rows'> & { readonly frequencies: ArrayLike<number> }

/** Papers that hold a term the basis does not know: fewer than it takes to be known. */
const UNKNOWN = 2

/** ln(papers / papers that hold the term). */
export function rarityOf(term: string, { papers, rows, frequencies }: Rarity): number {
  const row = rows.get(term)
  return Math.log(Math.max(1, papers / (row === undefined ? UNKNOWN : (frequencies[row] ?? UNKNOWN))))
}

/** (1 + ln count) × rarity for each term, of unit length together. */
export function weigh(counts: ReadonlyMap<string, number>, known: Rarity): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  let squares = 0
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * rarityOf(term, known)
    if (weight === 0) continue
    weights.set(term, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares)
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

/** The cosine of two such vectors. */
export function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0)
  return sum
}
