/** Brings the vectors of a corpus, from cache or host, and puts them to its papers. */
import { err, ok } from '../base/result.ts'
import { loadVectorFiles } from '../corpus/vector-files.ts'
import { openMeaning } from '../meaning/meaning.ts'
import type { Measure } from './measured.ts'
import { pullsOf } from './pulls.ts'

/** Null where the corpus has no vectors. */
export const openVectors: Measure = async (place, { manifest, papers }) => {
  const files = await loadVectorFiles(place, manifest)
  if (!files.ok) return files
  if (files.value === null) return ok(null)
  const opened = openMeaning(papers, files.value)
  if (!opened.ok) return err({ kind: 'not-ours', file: manifest.basis?.file ?? '', detail: opened.error })
  return ok({ similar: opened.value.similar, pulls: pullsOf(papers, opened.value) })
}
