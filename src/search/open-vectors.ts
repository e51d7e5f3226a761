/** Brings the vectors of a corpus, from cache or host, and puts them to its papers. */
import { err, ok, type Result } from '../base/result.ts'
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Manifest } from '../corpus/manifest.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import type { Problem } from '../corpus/problem.ts'
import type { Page } from '../digest/facts.ts'
import { loadVectorFiles, loadWordsFile } from '../corpus/vector-files.ts'
import { openMeaning, type Meaning } from '../meaning/meaning.ts'
import { createNearWords, type NearWords } from '../meaning/near-words.ts'
import { decodeWords } from '../meaning/words.ts'
import { createByMeaning, type MakeByMeaning } from './by-meaning.ts'
import { pullsOf } from './pulls.ts'

/** What the vectors are asked: papers like a text, and what a reader's own papers pull into an edition. */
export interface Vectors extends Pick<Meaning, 'similar'> {
  readonly pulls: NonNullable<Page['meaning']>
  /** Search by meaning, once its table of words is here; without it, by what is here. */
  readonly meaning: () => Promise<MakeByMeaning>
}

/** Brings the vectors of a corpus, with the code that reads them; null where it has none. */
export type Measure = (place: CorpusPlace, corpus: LoadedCorpus) => Promise<Result<Vectors | null, Problem>>

/** Null where the corpus has no vectors. */
export const openVectors: Measure = async (place, { manifest, papers }) => {
  const files = await loadVectorFiles(place, manifest)
  if (!files.ok) return files
  if (files.value === null) return ok(null)
  const opened = openMeaning(papers, files.value)
  if (!opened.ok) return err({ kind: 'not-ours', file: manifest.basis?.file ?? '', detail: opened.error })
  const { similar, around } = opened.value
  const meaning = async (): Promise<MakeByMeaning> =>
    createByMeaning({ words: await openWords(place, manifest), around })
  return ok({ similar, pulls: pullsOf(papers, opened.value), meaning })
}

/** Null where the table does not come, or is of no use: the search goes on without it. */
async function openWords(place: CorpusPlace, manifest: Manifest): Promise<NearWords | null> {
  const file = await loadWordsFile(place, manifest)
  const table = file.ok && file.value !== null ? decodeWords(file.value) : null
  return table?.ok ? createNearWords(table.value) : null
}
