/** The library with all that keeps it safe: opened in the order that loses nothing, in code that comes after the first paint. */
import { within } from '../../base/pause.ts'
import { cacheShelf, openCopyShelf } from '../../library/copy-shelf.ts'
import { libraryName, openLibrary, type Library } from '../../library/library.ts'
import { followPageLife } from '../../library/page-life.ts'
import { SecondCopy } from '../../library/second-copy.ts'
import { sweep } from '../../library/sweep.ts'
import { DEEDS } from './deeds.ts'
import { createDesk, type EditionDesk } from './edition-desk.ts'
import { queryLibraryOf } from './query-library.ts'

/** Everything a reader can do. */
export type Deeds = typeof DEEDS

/** An opened library, what can be done with it, and its second copy once that stands. */
export interface Session {
  readonly library: Library
  readonly deeds: Deeds
  readonly queryLibraryOf: typeof queryLibraryOf
  readonly desk: EditionDesk
  readonly scope: string
}

/** Milliseconds that a cache may take to open. */
const PATIENCE_MS = 2_000

/** The code of the library; tests hand in one of their own. */
export type SessionCode = () => Promise<{
  readonly openSession: () => Session
  readonly guard: (session: Session) => Promise<{ readonly copy: SecondCopy | null; readonly restored: number }>
}>

export function openSession(): Session {
  const scope = new URL('./', document.baseURI).pathname
  // To name indexedDB throws where storage is forbidden.
  const library = openLibrary({ scope, indexedDB: () => indexedDB, now: () => Date.now() })
  return { library, deeds: DEEDS, queryLibraryOf, desk: createDesk(library), scope }
}

/** Once the library has been read: joins the second copy, and says how many records came back from it. */
export async function guard({ library, scope }: Session): Promise<{ copy: SecondCopy | null; restored: number }> {
  // As it was read: what the app writes meanwhile would hide that something is missing.
  const present = library.recordsInMemory()
  const shelf = await openCopyShelf(libraryName(scope))
  // Insecure origins have no locks, and without them two tabs would write one slot.
  const locks = (navigator as Partial<Navigator>).locks
  const journal = (await within(cacheShelf(libraryName(scope)), PATIENCE_MS)) ?? shelf
  const copy =
    shelf && journal && locks ? new SecondCopy({ library, shelf, journal, scope, now: () => Date.now(), locks }) : null
  const restored = (await copy?.restore(present).catch(() => 0)) ?? 0
  followPageLife(library, copy)
  const tidy = () => void sweep(library)
  if ('requestIdleCallback' in window) requestIdleCallback(tidy, { timeout: 60_000 })
  else setTimeout(tidy, 10_000)
  return { copy, restored }
}
