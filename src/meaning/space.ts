/** The space of meaning: papers with their vectors, and how near one lies to another. */
import { err, ok, type Result } from '../base/result.ts'
import type { Paper } from '../corpus/paper.ts'
import { decodeBasis, type Basis } from './basis.ts'
import { decodeVectors, project } from './vectors.ts'
import type { Described } from './terms.ts'

/** A paper of the corpus by its id, else any text. */
export type Text = Described & { readonly id?: string | undefined }

export interface Space {
  readonly basis: Basis
  readonly papers: readonly Paper[]
  /** By id of the paper. */
  readonly rows: ReadonlyMap<string, number>
  /** Row by row, each of unit length. */
  readonly vectors: Float32Array
}

/** The files as they came: a basis, and for each shard its vectors and how many papers it has. */
export interface SpaceFiles {
  readonly basis: Uint8Array
  readonly shards: readonly { readonly vectors: Uint8Array; readonly papers: number }[]
}

/** Puts papers and the vectors of their shards together, or says which file is of no use. */
export function openSpace(papers: readonly Paper[], files: SpaceFiles): Result<Space, string> {
  const basis = decodeBasis(files.basis)
  if (!basis.ok) return basis
  const { dimensions } = basis.value
  const vectors = new Float32Array(papers.length * dimensions)
  let row = 0
  for (const shard of files.shards) {
    const read = decodeVectors(shard.vectors, shard.papers, basis.value)
    if (!read.ok) return read
    if (row + shard.papers > papers.length) return err('vectors of more papers than there are')
    vectors.set(read.value, row * dimensions)
    row += shard.papers
  }
  if (row < papers.length) return err(`vectors of ${String(row)} of ${String(papers.length)} papers`)
  return ok({ basis: basis.value, papers, rows: new Map(papers.map(({ id }, at) => [id, at])), vectors })
}

/** Where a paper lies: as the compiler put it, else, for a text that is not in the corpus, by its own words. */
export function vectorOf(space: Space, text: Text): Float32Array {
  const row = text.id === undefined ? undefined : space.rows.get(text.id)
  return row === undefined ? project(text, space.basis) : vectorAt(space, row)
}

/** The vector of a row. */
export function vectorAt({ vectors, basis: { dimensions } }: Space, row: number): Float32Array {
  return vectors.subarray(row * dimensions, (row + 1) * dimensions)
}

/**
 * The cosine of a vector and the one that begins at `from` among others, read in place, as a view of each row of many
 * takes three times as long; in four sums, which takes 0.6 of the time of one.
 */
export function nearness(a: Float32Array, others: Float32Array, from = 0): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  for (let n = 0, at = from; n < a.length; n += 4, at += 4) {
    first += (a[n] ?? 0) * (others[at] ?? 0)
    second += (a[n + 1] ?? 0) * (others[at + 1] ?? 0)
    third += (a[n + 2] ?? 0) * (others[at + 2] ?? 0)
    fourth += (a[n + 3] ?? 0) * (others[at + 3] ?? 0)
  }
  return first + second + third + fourth
}
