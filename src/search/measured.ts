/** The vectors of the corpus at hand: loaded once, and tried again when next asked for where that failed. */
import { err, type Result } from '../base/result.ts'
import type { LoadedCorpus } from '../corpus/load.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import { failedBy, type Problem } from '../corpus/problem.ts'
import type { Measure } from './open-vectors.ts'

/** The browser's way: files and code that only this needs, so that the worker starts without them. */
export const measureCorpus: Measure = async (place, corpus) => {
  const { openVectors } = await import('./open-vectors.ts')
  return openVectors(place, corpus)
}

/** Keeps the vectors of one corpus, the last that was asked about. */
export class Measured {
  readonly #measure: Measure
  #corpus: LoadedCorpus | null = null
  #loading: ReturnType<Measure> | null = null

  constructor(measure: Measure) {
    this.#measure = measure
  }

  /** The vectors of a corpus, as soon as they are here. */
  of(place: CorpusPlace, corpus: LoadedCorpus): ReturnType<Measure> {
    if (this.#corpus === corpus && this.#loading) return this.#loading
    const loading = this.#measure(place, corpus).catch((cause: unknown) => failed(cause))
    this.#corpus = corpus
    this.#loading = loading
    void loading.then((result) => {
      if (!result.ok && this.#loading === loading) this.#loading = null
    })
    return loading
  }
}

/** The code that reads vectors comes as a file of its own, which may be lost on the way. */
function failed(cause: unknown): Result<never, Problem> {
  return err(failedBy(cause))
}
