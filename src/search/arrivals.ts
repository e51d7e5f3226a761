/** Which papers came with which generation of the corpus, as far as the worker has seen since it started. */
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Paper } from '../corpus/paper.ts'

export class Arrivals {
  /** The papers of each generation, by id. */
  readonly #papersOf = new Map<string, Set<string>>()
  #arrived = 0

  /** Takes note of a corpus; gives how many of its papers none before it had, none of the first. */
  note({ manifest, papers }: Pick<LoadedCorpus, 'manifest' | 'papers'>): number {
    const ids = papers.map(({ id }) => id)
    const before = [...this.#papersOf.values()]
    const here = this.#papersOf.get(manifest.generation)
    if (here) {
      // More of a corpus comes by and by: none of that is new, and it might have come with those before.
      for (const id of ids.filter((one) => !here.has(one))) for (const known of before) known.add(id)
      return this.#arrived
    }
    this.#papersOf.set(manifest.generation, new Set(ids))
    this.#arrived = before.length === 0 ? 0 : ids.filter((id) => !before.some((known) => known.has(id))).length
    return this.#arrived
  }

  /** Papers that a generation had not; none where it was never here, as then nobody can say what came after it. */
  since(generation: string, papers: readonly Paper[]): ReadonlySet<string> {
    const before = this.#papersOf.get(generation)
    return new Set(before ? papers.flatMap(({ id }) => (before.has(id) ? [] : [id])) : [])
  }
}
