/** Vectors: a paper as a direction in the basis, and the file that holds those of a shard. */
import { err, ok, type Result } from '../base/result.ts'
import type { Basis } from './basis.ts'
import { checksum } from './checksum.ts'
import { countTerms, type Described } from './terms.ts'
import { weigh } from './weights.ts'

/*
 * The file, little-endian: 16 bytes of header (`OPVE`, version, dimensions, two zeros, mark of the basis, checksum of
 * all that follows), then a byte with a sign for each dimension of each paper, in the order of the shard. Only the
 * direction counts, so a row has no scale of its own.
 */
const MAGIC = 0x4556504f
const VERSION = 1
const HEADER = 16

/** Where a text points in the basis, of unit length; all zeros where the basis knows none of its terms. */
export function project(text: Described, basis: Basis): Float32Array {
  const { dimensions, rows, directions } = basis
  const sum = new Float64Array(dimensions)
  for (const [term, weight] of weigh(countTerms(text), basis)) {
    const row = rows.get(term)
    if (row === undefined) continue
    for (let n = 0; n < dimensions; n++) sum[n] = (sum[n] ?? 0) + weight * (directions[row * dimensions + n] ?? 0)
  }
  return toUnit(sum)
}

/** The vectors file of a shard; the same papers give the same bytes. */
export function encodeVectors(papers: readonly Described[], basis: Basis): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER + papers.length * basis.dimensions)
  const view = new DataView(bytes.buffer)
  papers.forEach((paper, row) => {
    const vector = project(paper, basis)
    const peak = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    vector.forEach((value, n) => {
      view.setInt8(HEADER + row * basis.dimensions + n, peak === 0 ? 0 : Math.round((value / peak) * 127))
    })
  })
  view.setUint32(0, MAGIC, true)
  bytes[4] = VERSION
  bytes[5] = basis.dimensions
  view.setUint32(8, basis.mark, true)
  view.setUint32(12, checksum(bytes.subarray(HEADER)), true)
  return bytes
}

/** The vectors of a shard of so many papers, row by row and of unit length; or why they are of no use. */
export function decodeVectors(bytes: Uint8Array, papers: number, basis: Basis): Result<Float32Array, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) return err('not vectors')
  if (bytes[4] !== VERSION) return err(`vectors of version ${String(bytes[4])}`)
  if (bytes[5] !== basis.dimensions || view.getUint32(8, true) !== basis.mark) return err('vectors of another basis')
  if (bytes.length !== HEADER + papers * basis.dimensions) return err(`vectors of other than ${String(papers)} papers`)
  if (checksum(bytes.subarray(HEADER)) !== view.getUint32(12, true)) return err('damaged vectors')
  const vectors = new Float32Array(papers * basis.dimensions)
  for (let at = 0; at < vectors.length; at += basis.dimensions)
    vectors.set(toUnit(new Int8Array(bytes.buffer, bytes.byteOffset + HEADER + at, basis.dimensions)), at)
  return ok(vectors)
}

function toUnit(values: Float64Array | Int8Array): Float32Array {
  let squares = 0
  for (const value of values) squares += value * value
  const length = Math.sqrt(squares) || 1
  return Float32Array.from(values, (value) => value / length)
}
