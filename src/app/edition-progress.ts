/** How far a reader has come with an edition: one meaning of it for every place that says a number. */
import { dayOf, type Day } from '../base/days.ts'
import { entriesOf, type Edition } from '../digest/edition.ts'
import type { Kept } from '../library/snapshot.ts'

/** Papers by id, as the library has them; null until it has been read. */
export type KeptPapers = ReadonlyMap<string, Kept> | null

export interface Progress {
  readonly all: number
  /** Papers that were read (done, opened or unfolded), saved or put aside (not for me) since the edition's day began. */
  readonly through: number
  /** Ids of those that were saved since then, and still are. */
  readonly saved: readonly string[]
}

export function progressOf(edition: Edition, papers: KeptPapers): Progress {
  const ids = entriesOf(edition).map(({ paper }) => paper.id)
  const kept = (id: string): Kept | undefined => papers?.get(id)
  return {
    all: ids.length,
    through: ids.filter((id) => isThrough(kept(id), edition.day)).length,
    saved: ids.filter((id) => isSince(savedAt(kept(id)), edition.day)),
  }
}

/** Whether anything was done with a paper since a day began. */
export function isThrough(kept: Kept | undefined, day: Day): boolean {
  if (!kept) return false
  return [savedAt(kept), kept.done, kept.opened, kept.notForMe, kept.unfolded].some((at) => isSince(at, day))
}

function isSince(at: number | null, day: Day): boolean {
  return at !== null && dayOf(new Date(at)) >= day
}

function savedAt(kept: Kept | undefined): number | null {
  return kept && kept.lists.size > 0 ? Math.max(...kept.lists.values()) : null
}
