/** The table of words: where everyday and technical words lie among a hundred dimensions; its file. */
import { err, ok, type Result } from '../base/result.ts'
import { checksum } from './checksum.ts'

/*
 * The file, little-endian: 16 bytes of header (`OPWO`, version, dimensions, two zeros, words, checksum of all that
 * follows), then the direction of each word, 4 bits a dimension, then the words as lines. Only the direction counts,
 * so a row has no scale of its own. Four bits instead of floats change no figure.
 */
export interface WordTable {
  readonly dimensions: number
  /** The row of each word. */
  readonly rows: ReadonlyMap<string, number>
  /** Row by row, from -7 to 7. */
  readonly directions: Int8Array
}

const VERSION = 1
const MAGIC = 0x4f57504f
const HEADER = 16
const STEPS = 7

/** The bytes of a table; an even number of dimensions. */
export function encodeWords(words: readonly string[], dimensions: number, rows: Float64Array): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(words.join('\n'))
  const width = dimensions / 2
  const bytes = new Uint8Array(HEADER + words.length * width + text.length)
  const view = new DataView(bytes.buffer)
  words.forEach((_, row) => {
    const direction = rows.subarray(row * dimensions, (row + 1) * dimensions)
    const peak = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
    const nibble = (n: number): number => Math.round(((direction[n] ?? 0) / peak) * STEPS) + 8
    for (let pair = 0; pair < width; pair++)
      bytes[HEADER + row * width + pair] = nibble(2 * pair) | (nibble(2 * pair + 1) << 4)
  })
  bytes.set(text, HEADER + words.length * width)
  view.setUint32(0, MAGIC, true)
  bytes[4] = VERSION
  bytes[5] = dimensions
  view.setUint32(8, words.length, true)
  view.setUint32(12, checksum(bytes.subarray(HEADER)), true)
  return bytes
}

/** Reads a table, or says why it is none. */
export function decodeWords(bytes: Uint8Array): Result<WordTable, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) return err('not a table of words')
  if (bytes[4] !== VERSION) return err(`a table of words of version ${String(bytes[4])}`)
  const dimensions = bytes[5] ?? 0
  const count = view.getUint32(8, true)
  const text = HEADER + (count * dimensions) / 2
  if (dimensions === 0 || dimensions % 2 === 1 || text > bytes.length) return err('a table of words that is cut off')
  if (checksum(bytes.subarray(HEADER)) !== view.getUint32(12, true)) return err('a damaged table of words')
  const words = new TextDecoder().decode(bytes.subarray(text)).split('\n')
  if (words.length !== count) return err(`a table with ${String(words.length)} of ${String(count)} words`)
  const directions = new Int8Array(count * dimensions)
  for (let at = 0; at < directions.length; at += 2) {
    const pair = bytes[HEADER + at / 2] ?? 0
    directions[at] = (pair & 15) - 8
    directions[at + 1] = (pair >> 4) - 8
  }
  return ok({ dimensions, rows: new Map(words.map((word, row) => [word, row])), directions })
}
