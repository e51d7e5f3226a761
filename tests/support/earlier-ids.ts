/** Records of papers that stand by another id now, and where what is kept under the earlier ones goes. */
import { followAliases } from '../../src/library/aliases.ts'
import type { Change, Envelope, Put } from '../../src/library/record.ts'
import { samplePaper } from './library.ts'

/** Two earlier ids of one paper. */
export const ALIASES = new Map([
  ['old', 'new'],
  ['older', 'new'],
])
/** Of every record. */
export const title = 'T'
/** A record as it lies in the library, changed at a moment. */
export const envelope = (put: Put, changed = 1): Envelope => ({ ...put, v: 1, changed })
/** What following the ids changes of these records. */
export const follow = (...puts: readonly Put[]): Change =>
  followAliases(
    puts.map((put) => envelope(put)),
    ALIASES,
  )
/** A copy of a paper under an id. */
export const copy = (id: string) => ({ ...samplePaper(1), id })
