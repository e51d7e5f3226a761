/** What has to be on this device for Offprint to work without a network, and what is true of each part now. */
import type { Corpus } from './state/corpus.svelte.ts'
import type { Shell } from './state/offline.svelte.ts'

export interface ReadyPart {
  readonly name: 'app' | 'papers' | 'search'
  readonly here: boolean
  /** Whether it could not be kept, where it is not here. */
  readonly failed: boolean
}

/** The three parts, as shell and corpus tell them. */
export function readyParts(shell: Shell, { info, state }: Pick<Corpus, 'info' | 'state'>): readonly ReadyPart[] {
  return [
    { name: 'app', here: shell === 'stored', failed: shell === 'failed' },
    { name: 'papers', here: info?.kept === true, failed: info ? info.kept === false : state.kind === 'failed' },
    { name: 'search', here: shell === 'stored' && state.kind === 'ready', failed: state.kind === 'failed' },
  ]
}
