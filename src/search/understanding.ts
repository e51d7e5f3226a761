/** Search by meaning: taught to the search once papers are shown, unless the reader has switched it off. */
import type { LoadedCorpus } from '../corpus/load.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import type { Answerer } from './answer.ts'
import type { Measured } from './measured.ts'

export class Understanding {
  readonly #measured: Measured
  on = true

  constructor(measured: Measured) {
    this.#measured = measured
  }

  /** Whether the answers are by meaning now; without its files they are by words alone, and the next start tries again. */
  async teach(place: CorpusPlace, corpus: LoadedCorpus, answer: Answerer): Promise<boolean> {
    const vectors = await this.#measured.of(place, corpus)
    const meaning = this.on && vectors.ok ? await vectors.value?.meaning() : null
    const isMeant = this.on && meaning !== null && meaning !== undefined
    answer.understand(isMeant ? meaning : null)
    return isMeant
  }
}
