/** The reader's own papers on their way to the search, and the links that wait, each time papers or library have come. */
import type { Snapshot } from '../../library/snapshot.ts'
import type { SearchClient } from '../../search/client.ts'
import type { CorpusState } from '../../search/protocol.ts'
import type { LibraryState } from './library.svelte.ts'
import { standingOf } from './standing.ts'

/** What was looked through last: as long as all three are the same, the answer is. */
type Looked = readonly [standing: string, mine: Snapshot['mine'], waiting: Snapshot['waiting']]

export class OwnPapers {
  readonly #client: Pick<SearchClient, 'own' | 'find'>
  readonly #library: Pick<LibraryState, 'snapshot' | 'act'>
  #standing: string | null = null
  #handed: Snapshot['mine'] | null = null
  #looked: Looked | null = null
  /** Links whose papers have come while this window was open: what the reader took back is not done again. */
  readonly #come = new Set<string>()

  constructor(client: Pick<SearchClient, 'own' | 'find'>, library: Pick<LibraryState, 'snapshot' | 'act'>) {
    this.#client = client
    this.#library = library
  }

  /** Looks for the papers of links among those that have come. */
  follow(state: CorpusState): void {
    if (state.kind !== 'ready') return
    this.#standing = standingOf(state.info) ?? this.#standing
    void this.#look()
  }

  /** Hands the papers over where they are others than before, and says whether they were. */
  followLibrary(): boolean {
    const changed = this.#handOver()
    void this.#look()
    return changed
  }

  #handOver(): boolean {
    const mine = this.#library.snapshot?.mine
    if (!mine || mine === this.#handed || mine.size + (this.#handed?.size ?? 0) === 0) return false
    this.#handed = mine
    this.#client.own([...mine.values()].map(({ paper }) => paper))
    return true
  }

  /** The papers of links that wait are saved once they are here. */
  async #look(): Promise<void> {
    const { snapshot } = this.#library
    if (!snapshot || this.#standing === null) return
    const looked: Looked = [this.#standing, snapshot.mine, snapshot.waiting]
    if (looked.every((one, at) => one === this.#looked?.[at])) return
    this.#looked = looked
    const waiting = [...snapshot.waiting]
    if (waiting.length === 0) return
    const reply = await this.#client.find(waiting.map(([, { url, title }]) => ({ url, title })))
    if (!reply.ok) return // the next papers, or the next start, look again
    const come = waiting.flatMap(([id], at) => {
      const paper = reply.value.papers[at]
      return paper && !this.#come.has(id) ? [{ id, paper }] : []
    })
    for (const { id } of come) this.#come.add(id)
    if (come.length > 0) await this.#library.act((deeds, scene) => deeds.resolveWaiting(scene, come))
  }
}
