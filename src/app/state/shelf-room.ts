/** The library with all that keeps it safe: opened in the order that loses nothing, in code that comes after the first paint. */
import { openCopyShelf } from '../../library/copy-shelf.ts'
import { libraryName, openLibrary, type Library } from '../../library/library.ts'
import { followPageLife } from '../../library/page-life.ts'
import { SecondCopy } from '../../library/second-copy.ts'

/** An opened library and the path it lives under. */
export interface Room {
  readonly library: Library
  readonly scope: string
}

export function openRoom(): Room {
  const scope = new URL('./', document.baseURI).pathname
  // To name indexedDB throws where storage is forbidden.
  return { library: openLibrary({ scope, indexedDB: () => indexedDB, now: () => Date.now() }), scope }
}

/** Once the library has been read: joins the second copy, and says how many records came back from it. */
export async function guard({ library, scope }: Room): Promise<{ copy: SecondCopy | null; restored: number }> {
  const shelf = await openCopyShelf(libraryName(scope))
  // Insecure origins have no locks, and without them two tabs would write one slot.
  const locks = (navigator as Partial<Navigator>).locks
  const copy = shelf && locks ? new SecondCopy({ library, shelf, scope, now: () => Date.now(), locks }) : null
  const restored = (await copy?.restore().catch(() => 0)) ?? 0
  followPageLife(library, copy)
  return { copy, restored }
}
