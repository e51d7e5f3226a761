/** The basis: which terms there are, how rare each is, and its direction among some dozens; its file. */
import { err, ok, type Result } from '../base/result.ts'
import { checksum } from './checksum.ts'

/*
 * The file, little-endian: 20 bytes of header (`OPBA`, version, dimensions, two zeros, papers, terms, checksum of all
 * that follows), then for each term the number of papers that hold it (4 bytes), the length of its direction (1 byte)
 * and the direction itself (4 bits a dimension), then the terms as lines. Four bits instead of floats change no
 * figure by more than 0.02.
 */

export interface Basis {
  readonly dimensions: number
  /** Names this basis: vectors made with another one mean nothing here. */
  readonly mark: number
  /** How many papers it was made from. */
  readonly papers: number
  /** The row of each term. */
  readonly rows: ReadonlyMap<string, number>
  /** How many of those papers hold a term, by row. */
  readonly frequencies: Uint32Array
  /** Direction of a term, row by row. */
  readonly directions: Float32Array
}

/** Version of the file, and of the way terms are cut and weighed, which its readers have to share. */
export const BASIS_VERSION = 1
export const MOST_TERMS = 20_000
const MAGIC = 0x4142504f
const HEADER = 20
/** The largest of four bits with a sign. */
const STEPS = 7

/** What a basis file is made of; the terms are in the order of their rows. */
export interface BasisParts {
  readonly dimensions: number
  readonly papers: number
  readonly terms: readonly string[]
  readonly frequencies: readonly number[]
  readonly directions: Float64Array
}

/** The bytes of a basis; an even number of dimensions. */
export function encodeBasis({
  dimensions,
  papers,
  terms,
  frequencies,
  directions,
}: BasisParts): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(terms.join('\n'))
  const width = dimensions / 2
  const bytes = new Uint8Array(HEADER + terms.length * (5 + width) + text.length)
  const view = new DataView(bytes.buffer)
  const peaks = terms.map((_, row) => peakOf(directions.subarray(row * dimensions, (row + 1) * dimensions)))
  const highest = Math.max(...peaks, Number.MIN_VALUE)
  const [lengths, rows, words] = places(terms.length, width)
  terms.forEach((_, row) => {
    view.setUint32(HEADER + 4 * row, frequencies[row] ?? 0, true)
    const length = Math.ceil(((peaks[row] ?? 0) / highest) * 255)
    bytes[lengths + row] = length
    const step = (highest * length) / 255 / STEPS || 1
    const nibble = (n: number): number => (Math.round((directions[row * dimensions + n] ?? 0) / step) + 8) & 15
    for (let pair = 0; pair < width; pair++)
      bytes[rows + row * width + pair] = nibble(2 * pair) | (nibble(2 * pair + 1) << 4)
  })
  bytes.set(text, words)
  view.setUint32(0, MAGIC, true)
  bytes[4] = BASIS_VERSION
  bytes[5] = dimensions
  view.setUint32(8, papers, true)
  view.setUint32(12, terms.length, true)
  view.setUint32(16, checksum(bytes.subarray(HEADER)), true)
  return bytes
}

/** Reads a basis file, or says why it is none. */
export function decodeBasis(bytes: Uint8Array): Result<Basis, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) return err('not a basis')
  if (bytes[4] !== BASIS_VERSION) return err(`a basis of version ${String(bytes[4])}`)
  const dimensions = bytes[5] ?? 0
  const count = view.getUint32(12, true)
  const [lengths, rows, words] = places(count, dimensions / 2)
  if (dimensions === 0 || dimensions % 2 === 1 || count > MOST_TERMS || words > bytes.length)
    return err('a basis of another length than it says')
  const mark = view.getUint32(16, true)
  if (checksum(bytes.subarray(HEADER)) !== mark) return err('a damaged basis')
  const terms = new TextDecoder().decode(bytes.subarray(words)).split('\n')
  if (terms.length !== count) return err(`a basis with ${String(terms.length)} of ${String(count)} terms`)
  const directions = new Float32Array(count * dimensions)
  for (let at = 0; at < directions.length; at++) {
    const pair = bytes[rows + (at >> 1)] ?? 0
    const level = (at % 2 === 0 ? pair & 15 : pair >> 4) - 8
    directions[at] = (level * (bytes[lengths + Math.floor(at / dimensions)] ?? 0)) / (255 * STEPS)
  }
  return ok({
    dimensions,
    mark,
    papers: view.getUint32(8, true),
    rows: new Map(terms.map((term, row) => [term, row])),
    frequencies: Uint32Array.from(terms, (_, row) => view.getUint32(HEADER + 4 * row, true)),
    directions,
  })
}

/** Where lengths, directions and terms begin. */
function places(terms: number, width: number): readonly [number, number, number] {
  const lengths = HEADER + 4 * terms
  return [lengths, lengths + terms, lengths + terms + terms * width]
}

function peakOf(row: Float64Array): number {
  return row.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0)
}
