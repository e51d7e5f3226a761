/** Makes a table of words from word vectors: the words of the papers, and the most frequent others. */
import { err, ok, type Result } from '../base/result.ts'
import { encodeWords } from './words.ts'

/** With the papers' own words some 14,000, at 50 bytes each. */
const FREQUENT = 12_500
const WORD = /^[a-z][a-z0-9]{1,23}$/

/** Vectors by word, the most frequent first. */
export type WordVectors = ReadonlyMap<string, readonly number[]>

/** The bytes of a table, of vectors as far as `dimensions` goes; the same input gives the same bytes. */
export function makeWords(
  vectors: WordVectors,
  dimensions: number,
  papers: ReadonlySet<string>,
): Result<Uint8Array<ArrayBuffer>, string> {
  const words: string[] = []
  let frequent = 0
  for (const word of vectors.keys()) {
    if (!WORD.test(word)) continue
    frequent += 1
    if (frequent <= FREQUENT || papers.has(word)) words.push(word)
  }
  if (words.length === 0) return err('it holds no words')
  // What all words have in common tells none from another.
  const mean = new Float64Array(dimensions)
  for (const word of words)
    for (let n = 0; n < dimensions; n++) mean[n] = (mean[n] ?? 0) + (vectors.get(word)?.[n] ?? 0) / words.length
  const rows = new Float64Array(words.length * dimensions)
  words.forEach((word, row) => {
    for (let n = 0; n < dimensions; n++) rows[row * dimensions + n] = (vectors.get(word)?.[n] ?? 0) - (mean[n] ?? 0)
  })
  return ok(encodeWords(words, dimensions, rows))
}
