/** Brings a corpus onto the device: from the cache, else from the network, verified before it counts. */
import type { Result } from '../base/result.ts'
import type { Manifest } from './manifest.ts'
import type { Paper } from './paper.ts'
import type { Problem } from './problem.ts'

/** Where a corpus lies (absolute URL with closing slash), and the Cache Storage name it is kept under. */
export interface CorpusPlace {
  readonly url: string
  readonly cache: string
}

export interface LoadedCorpus {
  readonly manifest: Manifest
  /** In page order: `papers[n].rank === n`. */
  readonly papers: readonly Paper[]
  readonly from: 'cache' | 'network'
  /** Whether every file of it is kept on this device; false where there is no Cache Storage or no room. */
  readonly kept: boolean
}

/** Bytes so far, and of all files once the manifest is read. */
export type Progress = (loaded: number, total: number | null) => void

/** The last good corpus of this device; without one, the host's. */
export type OpenCorpus = (place: CorpusPlace, progress: Progress) => Promise<Result<LoadedCorpus, Problem>>

/** The host's corpus where it is another than `current`; null where it is the same. */
export type RefreshCorpus = (place: CorpusPlace, current: string) => Promise<Result<LoadedCorpus | null, Problem>>
