/** The reader's database: one store, strict transactions that are watched, and a connection that heals once. */
import { pause } from '../base/pause.ts'
import { err, ok, type Result } from '../base/result.ts'
import { problemOf, type LibraryProblem } from './problem.ts'

const STORE = 'records'
/** Never raised after 1.0: a higher one would shut out the tabs of the build before. */
const VERSION = 1
/** The part of the patience to wait before the one second try: 100 ms of 1,800, for a storage process to come back. */
const BACK_OFF = 1 / 18

/** What the work of one transaction is given. */
export interface Transaction {
  readonly store: IDBObjectStore
  /** Calls `then` with the answer, inside the transaction; nothing else may be awaited in it. */
  readonly ask: <Value>(request: IDBRequest<Value>, then: (value: Value) => void) => void
  /** Gives up: nothing of the transaction is kept. */
  readonly stop: (problem: LibraryProblem) => void
}
/** Asks its requests and gives the function that reads their outcome once all is on disk. May run twice. */
export type Work<Value> = (transaction: Transaction) => () => Value

export interface DatabaseDeps {
  readonly name: string
  /** Called inside `try`: where storage is forbidden, to name `indexedDB` throws. */
  readonly factory: () => IDBFactory | undefined
  /** Milliseconds without any sign from the database before it counts as silent. */
  readonly patience: number
  /** The first sign of trouble, before the second try; null when an answer came again. */
  readonly trouble: (problem: LibraryProblem | null) => void
  /** What had been given up has come about after all, an opening, or may have, a change: what is there is to be read. */
  readonly late: () => unknown
  /** The browser has closed the connection, as it does when it clears what is kept here. */
  readonly cut: () => void
  /** A later opening finds no database where there was one: what was in it is gone. */
  readonly lost: () => void
}

export class Database {
  readonly #deps: DatabaseDeps
  #connection: IDBDatabase | null = null
  #opening: Promise<Result<IDBDatabase, LibraryProblem>> | null = null
  #closed = false
  readonly #heard: Heard = { last: 0, elsewhere: 0 }
  /** Whether it could be opened before: then no setting refuses it, and a full disk may. */
  #known = false
  /** Whether this opening found no database and made one: a new reader, or a loss. */
  fresh = false

  constructor(deps: DatabaseDeps) {
    this.#deps = deps
  }

  /** Runs one transaction; ok only when it is complete, which with strict durability means on disk. */
  async transact<Value>(mode: IDBTransactionMode, work: Work<Value>): Promise<Result<Value, LibraryProblem>> {
    let outcome = await this.#attempt(mode, work)
    if (!outcome.ok && mayPass(outcome.error)) {
      this.#deps.trouble(outcome.error)
      this.#drop()
      await pause(BACK_OFF * this.#deps.patience)
      outcome = await this.#attempt(mode, work)
      // The first try may have been kept though it failed: then the second has found nothing left to write.
      if (outcome.ok && mode === 'readwrite') await this.#deps.late()
    }
    if (outcome.ok) this.#deps.trouble(null)
    else if (outcome.error.kind !== 'later-record') this.#deps.trouble(outcome.error)
    return outcome
  }

  /** Another tab has had an answer: what waits here waits behind it, and the database is not silent. */
  heard(): void {
    this.#heard.elsewhere = Date.now()
  }

  close(): void {
    this.#closed = true
    this.#drop()
  }

  async #attempt<Value>(mode: IDBTransactionMode, work: Work<Value>): Promise<Result<Value, LibraryProblem>> {
    const connection = await this.#connect()
    if (!connection.ok) return connection
    try {
      const transaction = connection.value.transaction(STORE, mode, { durability: 'strict' })
      return await watched(transaction, work, this.#deps.patience, this.#heard)
    } catch (cause) {
      return err(problemOf(cause))
    }
  }

  #connect(): Promise<Result<IDBDatabase, LibraryProblem>> {
    if (this.#connection) return Promise.resolve(ok(this.#connection))
    this.#opening ??= this.#open().finally(() => (this.#opening = null))
    return this.#opening
  }

  #open(): Promise<Result<IDBDatabase, LibraryProblem>> {
    return new Promise((resolve) => {
      let givenUp = false
      const timer = setTimeout(() => {
        givenUp = true
        resolve(this.#connection ? ok(this.#connection) : err({ kind: 'silent' }))
      }, this.#deps.patience)
      const refuse = (cause: unknown): void => {
        clearTimeout(timer)
        const problem = problemOf(cause)
        const isRefused = problem.kind === 'failed' && !this.#known
        resolve(err(isRefused ? { kind: 'unavailable', detail: problem.detail } : problem))
      }
      try {
        const request = this.#deps.factory()?.open(this.#deps.name, VERSION)
        if (!request) throw new Error('this browser has no IndexedDB')
        request.onupgradeneeded = () => {
          this.fresh = true
          if (this.#known) this.#deps.lost()
          request.result.createObjectStore(STORE, { keyPath: ['kind', 'id'] })
        }
        request.onerror = () => refuse(request.error)
        request.onsuccess = () => {
          clearTimeout(timer)
          this.#adopt(request.result)
          resolve(ok(request.result))
          if (givenUp) this.#deps.late()
        }
      } catch (cause) {
        refuse(cause)
      }
    })
  }

  #adopt(connection: IDBDatabase): void {
    if (this.#closed || this.#connection) {
      connection.close()
      return
    }
    this.#connection = connection
    this.#known = true
    const forget = (): void => {
      if (this.#connection === connection) this.#connection = null
    }
    connection.onclose = () => {
      forget()
      this.#deps.cut()
    }
    // Another tab, or the browser, wants to delete it: whoever holds on would block it for ever.
    connection.onversionchange = () => {
      connection.close()
      forget()
    }
  }

  #drop(): void {
    this.#connection?.close()
    this.#connection = null
  }
}

function mayPass(problem: LibraryProblem): boolean {
  return problem.kind === 'failed' || problem.kind === 'silent' || problem.kind === 'unavailable'
}

/** The last signs of life, here and in another tab: what waits behind many others is not silent while they go on. */
interface Heard {
  last: number
  elsewhere: number
}
/** The patience that other tabs may ask for with one transaction, in patiences: what hangs here alone is silent in the end. */
const MOST = 10

/** Settles when the transaction does; one that gives no sign is aborted, so that it cannot commit unseen. */
function watched<Value>(
  transaction: IDBTransaction,
  work: Work<Value>,
  patience: number,
  heard: Heard,
): Promise<Result<Value, LibraryProblem>> {
  return new Promise((resolve) => {
    let stopped: LibraryProblem | null = null
    const start = Date.now()
    const settle = (outcome: Result<Value, LibraryProblem>): void => {
      if (outcome.ok) heard.last = Date.now()
      clearInterval(timer)
      resolve(outcome)
    }
    const stop = (problem: LibraryProblem): void => {
      stopped ??= problem
      try {
        transaction.abort()
      } catch {
        // Already committing or over: `complete` or `abort` tells which.
      }
    }
    const timer = setInterval(() => {
      const silence = Date.now() - Math.max(start, heard.last, Math.min(heard.elsewhere, start + MOST * patience))
      if (silence > patience) stop({ kind: 'silent' })
      // Not even an abort is answered. What became of it shows when the records are next read.
      if (silence > 1.5 * patience) settle(err({ kind: 'silent' }))
    }, patience / 4)
    const guarded = (step: () => void): void => {
      try {
        step()
      } catch (cause) {
        stop(problemOf(cause))
      }
    }
    let read: () => Value
    transaction.oncomplete = () => settle(ok(read()))
    transaction.onabort = () => settle(err(stopped ?? problemOf(transaction.error ?? 'aborted')))
    guarded(() => {
      read = work({
        store: transaction.objectStore(STORE),
        stop,
        ask: (request, then) => {
          request.onsuccess = () => {
            heard.last = Date.now()
            guarded(() => then(request.result))
          }
        },
      })
    })
  })
}
