/** Makes a basis from papers: TF-IDF, then the directions in which their words vary most (a truncated SVD). */
import { BASIS_VERSION, encodeBasis, MOST_TERMS } from './basis.ts'
import { countTerms, type Described } from './terms.ts'
import { weigh } from './weights.ts'

/** Similar papers are found as well by 40 as by 60 dimensions; 48 keep vectors at 48 bytes. */
const DIMENSIONS = 48
/** A term of fewer papers links hardly any, and the words themselves are compared besides. */
const FEWEST = 3
/** Rounds after which the subspace no longer turns in the digits that are kept. */
const ROUNDS = 60

/** A paper as the entries of its row: rows of terms, and their weights. */
interface SparseRow {
  readonly rows: readonly number[]
  readonly weights: readonly number[]
}

/** The bytes of a basis; the same papers in the same order give the same bytes. */
export function makeBasis(papers: readonly Described[]): Uint8Array<ArrayBuffer> {
  const counted = papers.map(countTerms)
  const holding = new Map<string, number>()
  for (const counts of counted) for (const term of counts.keys()) holding.set(term, (holding.get(term) ?? 0) + 1)
  const known = [...holding]
    .filter(([, held]) => held >= FEWEST)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS)
  const terms = known.map(([term]) => term)
  const frequencies = known.map(([, held]) => held)
  const rows = new Map(terms.map((term, row) => [term, row]))
  const sparse = counted.map((counts): SparseRow => {
    const weighed = [...weigh(counts, { papers: papers.length, rows, frequencies })].filter(([term]) => rows.has(term))
    return { rows: weighed.map(([term]) => rows.get(term) ?? 0), weights: weighed.map(([, weight]) => weight) }
  })
  const directions = mainDirections(sparse, terms.length, DIMENSIONS)
  return encodeBasis({ dimensions: DIMENSIONS, papers: papers.length, terms, frequencies, directions })
}

/** Orthogonal iteration: a block of directions is multiplied by the matrix and set upright again, until it stays. */
function mainDirections(matrix: readonly SparseRow[], terms: number, dimensions: number): Float64Array {
  let block = startBlock(terms * dimensions)
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(terms * dimensions)
    for (const { rows, weights } of matrix) {
      const image = new Float64Array(dimensions)
      rows.forEach((row, n) => addRow(image, 0, block, row * dimensions, weights[n] ?? 0))
      rows.forEach((row, n) => addRow(next, row * dimensions, image, 0, weights[n] ?? 0))
    }
    orthonormalise(next, dimensions)
    block = next
  }
  return block

  function addRow(to: Float64Array, at: number, from: Float64Array, start: number, weight: number): void {
    for (let n = 0; n < dimensions; n++) to[at + n] = (to[at + n] ?? 0) + weight * (from[start + n] ?? 0)
  }
}

/** Gram-Schmidt over the columns, each against those before it. */
function orthonormalise(block: Float64Array, dimensions: number): void {
  const dot = (a: number, b: number): number => {
    let sum = 0
    for (let at = 0; at < block.length; at += dimensions) sum += (block[at + a] ?? 0) * (block[at + b] ?? 0)
    return sum
  }
  for (let column = 0; column < dimensions; column++) {
    for (let before = 0; before < column; before++) {
      const overlap = dot(column, before)
      for (let at = 0; at < block.length; at += dimensions)
        block[at + column] = (block[at + column] ?? 0) - overlap * (block[at + before] ?? 0)
    }
    const length = Math.sqrt(dot(column, column))
    for (let at = 0; at < block.length; at += dimensions)
      block[at + column] = length > 1e-9 ? (block[at + column] ?? 0) / length : 0
  }
}

/** Any start will do that leans on no direction; this one is the same every time (a linear congruence). */
function startBlock(size: number): Float64Array {
  let state = BASIS_VERSION
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  })
}
