/** Brings what the reader kept under earlier ids of papers to the ids by which they stand, once the page is calm. */
import { whenCalm } from '../calm.ts'
import type { Corpus } from './corpus.svelte.ts'
import type { LibraryState } from './library.svelte.ts'

/** To be called whenever papers or library have come; it does so once for each corpus that has earlier ids. */
export function followIds(corpus: Pick<Corpus, 'info'>, library: Pick<LibraryState, 'open' | 'snapshot'>): () => void {
  let followed: string | null = null
  return () => {
    const { info } = corpus
    const { open, snapshot } = library
    const aliases = info?.aliases
    if (!aliases || !open || snapshot === null || followed === info.generation) return
    followed = info.generation
    // Without its code, or where nothing can be written, the next start does it.
    const bring = () => import('../../library/aliases.ts').then((code) => code.moveToStanding(open, aliases))
    whenCalm(() => void bring().catch(() => undefined))
  }
}
