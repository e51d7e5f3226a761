/** Whether the database takes a record, gives it back and lets it go again, so that nobody sees anything of it. */
import { ok, type Result } from '../base/result.ts'
import { Database, type Work } from './database.ts'
import { libraryName, type LibraryDeps } from './library.ts'
import type { LibraryProblem } from './problem.ts'

const KIND = 'self-test'
/** Short enough that a silent database is known within two seconds, its second try among them. */
const PATIENCE = 600
/** What befalls a trial is no news to the library, which has a connection of its own. */
const hush = (): void => undefined

/**
 * Writes, reads and removes a record, each in a transaction of its own; false where what came back was another, or
 * stayed. It has neither version nor data: should the page end in between, every reader of records passes it over.
 */
export async function tryDisk(deps: LibraryDeps): Promise<Result<boolean, LibraryProblem>> {
  const { scope, indexedDB: factory, now, patience = PATIENCE } = deps
  const name = libraryName(scope)
  const database = new Database({ name, factory, patience, trouble: hush, late: hush, cut: hush, lost: hush })
  const mark = now()
  const put = await database.transact('readwrite', putTrial(mark))
  const read = put.ok ? await database.transact('readonly', readTrial(mark)) : put
  const gone = put.ok ? await database.transact('readwrite', dropTrial(mark)) : put
  database.close()
  if (!read.ok) return read
  return gone.ok ? ok(read.value && gone.value) : gone
}

/** By its time, so that trials of two tabs do not meet. */
const keyOf = (mark: number): [string, string] => [KIND, String(mark)]

const putTrial =
  (mark: number): Work<boolean> =>
  ({ store }) => {
    const [kind, id] = keyOf(mark)
    store.put({ kind, id, mark })
    return () => true
  }

const readTrial =
  (mark: number): Work<boolean> =>
  ({ store, ask }) => {
    let found: unknown
    ask(store.get(keyOf(mark)) as IDBRequest<unknown>, (value) => (found = value))
    return () => typeof found === 'object' && found !== null && 'mark' in found && found.mark === mark
  }

const dropTrial =
  (mark: number): Work<boolean> =>
  ({ store, ask }) => {
    let left = 1
    store.delete(keyOf(mark))
    ask(store.count(keyOf(mark)), (count) => (left = count))
    return () => left === 0
  }
