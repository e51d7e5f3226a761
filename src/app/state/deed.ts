/** What a deed of the reader's is: a change of the library and the words for it. */
import type { Change } from '../../library/record.ts'
import type { Snapshot } from '../../library/snapshot.ts'

/** A change, and what the reader hears once it is on disk; null where the change is no news. */
export interface Deed {
  readonly change: Change
  readonly words: string | null
}

/** What is so, and the time. */
export interface Scene {
  readonly snapshot: Snapshot
  readonly now: number
}
