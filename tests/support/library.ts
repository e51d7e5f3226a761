/** Libraries for tests: papers to keep, databases in memory, and databases that fail on demand. */
import 'fake-indexeddb/auto'
import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import type { Paper } from '../../src/corpus/paper.ts'
import type { CopyShelf } from '../../src/library/copy-shelf.ts'
import { openLibrary, type Library } from '../../src/library/library.ts'
import type { Envelope } from '../../src/library/record.ts'

/** A paper with every field filled; the same number gives the same paper. */
export function samplePaper(number: number): Paper {
  const abstract = `Abstract ${number}: we present a method. It is 12 % better.`
  return {
    id: `p${number}`,
    title: `Paper ${number}`,
    abstract,
    rank: number,
    topics: ['agents'],
    kind: 'method',
    code: 'link',
    codeLinks: ['https://github.com/example/code'],
    projectLink: null,
    system: null,
    does: { start: 0, end: 10 },
    result: null,
  }
}

/** When tests take place, in milliseconds since 1970. */
export const NOW = 1_790_000_000_000

/** A record as it lies in the database and in a library file. */
export function envelope(kind: string, id: string, data: unknown): Envelope {
  return { kind, id, v: 1, changed: NOW, data }
}

/** A clock that a test moves. */
export class Clock {
  time = NOW
  readonly now = (): number => this.time
}

export interface Opening {
  readonly factory?: IDBFactory | undefined
  readonly clock?: Clock
  readonly scope?: string
  readonly patience?: number
}

let scopes = 0

/** A library on a database in memory, read; pass the factory again to open it again. */
export async function openSample(opening: Opening = {}): Promise<Library> {
  const library = startSample(opening)
  await library.opened
  return library
}

/** The same before its first reading; every one has tabs of its own, unless it is told a scope. */
export function startSample(opening: Opening = {}): Library {
  const factory = 'factory' in opening ? opening.factory : new IDBFactory()
  const { now } = opening.clock ?? new Clock()
  const scope = opening.scope ?? `/${scopes++}/`
  return openLibrary({ scope, indexedDB: () => factory, now, patience: opening.patience ?? 4_000 })
}

/** Files in memory. */
export class MemoryShelf implements CopyShelf {
  readonly files = new Map<string, Blob>()
  /** Set to refuse every write. */
  full = false
  /** The names of files that cannot be read. */
  readonly unreadable = new Set<string>()
  readonly #looks = new Map<string, number>()
  /** The names of the copies; entries of the journal are none. */
  get copies(): readonly string[] {
    return [...this.files.keys()].filter((name) => !name.startsWith('change-'))
  }
  readonly names = (): Promise<readonly string[]> => Promise.resolve([...this.files.keys()])
  readonly read = (name: string): Promise<Blob | null> => {
    if (this.unreadable.has(name)) return Promise.reject(new DOMException('damaged', 'NotReadableError'))
    const looks = this.#looks.get(name)
    if (looks !== undefined) this.#looks.set(name, looks - 1)
    return Promise.resolve(looks !== undefined && looks <= 0 ? null : (this.files.get(name) ?? null))
  }
  /** Has a file gone after so many looks at it. */
  goesAfter(name: string, looks: number): void {
    this.#looks.set(name, looks)
  }
  readonly write = async (name: string, content: Blob): Promise<void> => {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError')
    this.files.set(name, new Blob([await content.arrayBuffer()]))
  }
  readonly remove = (name: string): Promise<void> => {
    this.files.delete(name)
    return Promise.resolve()
  }
}

/** From now on a factory opens empty databases, as Chromium does with those that ran into a full disk. */
export function losesAll(factory: IDBFactory): void {
  const empty = new IDBFactory()
  factory.open = empty.open.bind(empty)
}

/** Web Locks of one window: one piece of work after another. */
export function memoryLocks(): LockManager {
  let last: Promise<unknown> = Promise.resolve()
  const request = (_name: string, work: () => Promise<unknown>): Promise<unknown> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  return { request } as unknown as LockManager
}

/** How a call to IndexedDB can fail. */
export type Fault = 'throws' | 'aborts' | 'is silent' | 'finds the disk full'

interface Calls {
  readonly holder: object
  readonly name: string
}
const CALLS: readonly Calls[] = [
  { holder: IDBFactory.prototype, name: 'open' },
  { holder: IDBDatabase.prototype, name: 'transaction' },
  { holder: IDBObjectStore.prototype, name: 'getAll' },
  { holder: IDBObjectStore.prototype, name: 'get' },
  { holder: IDBObjectStore.prototype, name: 'put' },
  { holder: IDBObjectStore.prototype, name: 'clear' },
]

/** Makes IndexedDB calls fail from the n-th on (from 1), as many as told; `undo` gives the number of calls made. */
export function failFrom(n: number, times: number, fault: Fault): { readonly undo: () => number } {
  let calls = 0
  const undo = CALLS.map(({ holder, name }) => {
    const original = Reflect.get(holder, name) as (this: object, ...args: unknown[]) => object
    Reflect.set(holder, name, function (this: object, ...args: unknown[]): object {
      // The database's own transaction, in which it makes its store.
      if (args[1] === 'versionchange') return original.apply(this, args)
      calls++
      return calls >= n && calls < n + times
        ? fail(this, fault, () => original.apply(this, args))
        : original.apply(this, args)
    })
    return () => Reflect.set(holder, name, original)
  })
  return { undo: () => (undo.forEach((restore) => restore()), calls) }
}

function fail(target: object, fault: Fault, call: () => object): object {
  if (fault === 'throws') throw new DOMException('The database connection is closing.', 'InvalidStateError')
  if (fault === 'is silent') return silence(target)
  const full = new DOMException('full', 'QuotaExceededError')
  if (fault === 'finds the disk full' && target instanceof IDBFactory) throw full
  const answer = call()
  const transaction = target instanceof IDBObjectStore ? target.transaction : answer
  // An abort of ours leaves no error; one for want of room does.
  if (fault === 'finds the disk full')
    Reflect.defineProperty(transaction, 'error', { get: () => full, set: () => undefined })
  if ('abort' in transaction && typeof transaction.abort === 'function') queueMicrotask(() => abort(transaction))
  return answer
}

/** A request without an answer, whose transaction stays open until it is aborted. */
function silence(target: object): object {
  const again = (): void => {
    if (!(target instanceof IDBObjectStore)) return
    try {
      target.count().onsuccess = again
    } catch {
      // Aborted at last.
    }
  }
  again()
  return new EventTarget()
}

function abort(transaction: object): void {
  try {
    ;(transaction as IDBTransaction).abort()
  } catch {
    // Over already.
  }
}
