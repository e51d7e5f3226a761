/** Search by meaning over papers, from the files in data/, as the worker has it. */
import { readFileSync } from 'node:fs'
import type { Paper } from '../../src/corpus/paper.ts'
import { decodeBasis } from '../../src/meaning/basis.ts'
import { openMeaning } from '../../src/meaning/meaning.ts'
import { createNearWords } from '../../src/meaning/near-words.ts'
import { encodeVectors } from '../../src/meaning/vectors.ts'
import { decodeWords } from '../../src/meaning/words.ts'
import { createByMeaning, type MakeByMeaning } from '../../src/search/by-meaning.ts'

/** `words` false leaves the table of words out. */
export function meantBy(papers: readonly Paper[], words = true): MakeByMeaning {
  const file = readFileSync('data/basis.bin')
  const basis = decodeBasis(file)
  const table = decodeWords(readFileSync('data/words.bin'))
  if (!basis.ok || !table.ok) throw new Error('data/ holds no basis or no table of words')
  const vectors = encodeVectors(papers, basis.value)
  const meaning = openMeaning(papers, { basis: file, shards: [{ vectors, papers: papers.length }] })
  if (!meaning.ok) throw new Error(meaning.error)
  return createByMeaning({ words: words ? createNearWords(table.value) : null, around: meaning.value.around })
}
