/** What the reader keeps: opened once by each window, shown as snapshots, changed by one function. */
import { ok, type Result } from '../base/result.ts'
import { Database, type Work } from './database.ts'
import type { LibraryProblem } from './problem.ts'
import { checkChange, keyOf, readRecord, versionOf, type Change, type Envelope } from './record.ts'
import { EMPTY, SnapshotBuilder, type Snapshot } from './snapshot.ts'
import { joinTabs, type Hint, type Tabs } from './tabs.ts'
import { forgetAll, keep, readAll, readSome, takeBack, type Undo, type Written } from './write.ts'

export interface LibraryDeps {
  /** The path the app lives under: all sites of one owner may share an origin. */
  readonly scope: string
  /** `() => indexedDB`: to name it may throw. */
  readonly indexedDB: () => IDBFactory | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds until a silent database is called that; 1,800, so that a reader knows within two seconds. */
  readonly patience?: number
}

/** Names that no other app of the origin, and no other copy of this one, uses. */
export function libraryName(scope: string): string {
  return `offprint:${scope}`
}

/** The library, at once; `opened` tells when it has been read. Nothing waits for a database that does not answer. */
export function openLibrary(deps: LibraryDeps): Library {
  return new Library(deps)
}

export class Library {
  /** Milliseconds since 1970, as the one who opened it says. */
  readonly now: () => number
  readonly #database: Database
  readonly #tabs: Tabs
  readonly #listeners = new Set<() => void>()
  readonly #writers = new Set<Written>()
  /** Settles after the first reading; an error is also in `trouble`. */
  readonly opened: Promise<Result<null, LibraryProblem>>
  /** Settles once those who listen have what is on disk so far: what is said of a change waits for it. */
  entered: Promise<void> = Promise.resolve()
  #loaded = false
  #builder = new SnapshotBuilder()
  #envelopes = new Map<string, Envelope>()
  #snapshot = EMPTY
  #trouble: LibraryProblem | null = null
  #unsaved = new Map<string, Change[number]>()
  #lacks = false

  constructor(deps: LibraryDeps) {
    this.now = deps.now
    this.#database = new Database({
      name: libraryName(deps.scope),
      factory: deps.indexedDB,
      patience: deps.patience ?? 1_800,
      trouble: (problem) => this.#setTrouble(problem),
      late: () => this.reload(),
      cut: () => void this.#seeWhatIsLeft(),
      lost: () => this.#lose(),
    })
    const heard = (): void => this.#database.heard()
    this.#tabs = joinTabs(libraryName(deps.scope), heard, (hint) => this.#follow(hint))
    this.opened = this.reload()
  }

  /** Whether the records have been read; until then the snapshot is empty because nothing is known. */
  get loaded(): boolean {
    return this.#loaded
  }

  /** What is on disk, as far as this tab has heard. */
  get snapshot(): Snapshot {
    return this.#snapshot
  }

  /** Why nothing can be kept or read at the moment; null while all is well. */
  get trouble(): LibraryProblem | null {
    return this.#trouble
  }

  /** Changes that were refused, kept in memory for another try and for the export. */
  get unsaved(): Change {
    return [...this.#unsaved.values()]
  }

  /** Whether the database has lost what this tab still has, and it is not back. */
  get lacks(): boolean {
    return this.#lacks && this.#unsaved.size > 0
  }

  /** Whether there was no database before this opening: a new reader, or one who lost it. */
  get fresh(): boolean {
    return this.#database.fresh
  }

  /** Called when snapshot, trouble or unsaved changes are others than before; the returned function ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Listens to what this tab has put on disk, and what it returns is part of `entered`; the returned function ends it. */
  afterWriting(listener: Written): () => void {
    this.#writers.add(listener)
    return () => this.#writers.delete(listener)
  }

  /** Keeps a change, whole or not at all; ok once it is on disk. A refused one is kept as unsaved. */
  async write(change: Change): Promise<Result<Undo, LibraryProblem>> {
    const checked = checkChange(change)
    if (!checked.ok) return checked
    if (change.length === 0) return ok([])
    const outcome = await this.apply(keep(checked.value, this.now()), written)
    const refused = this.#unsaved.size
    for (const put of checked.value)
      if (outcome.ok) this.#unsaved.delete(keyOf(put))
      else if (outcome.error.kind !== 'later-record') this.#unsaved.set(keyOf(put), put)
    if (outcome.ok && this.#unsaved.size === 0) this.#setTrouble(null)
    if (!outcome.ok || this.#unsaved.size !== refused) this.#announce()
    return outcome
  }

  /** Takes a change back, where nothing later has changed the same; gives what brings it again. */
  undo(undo: Undo): Promise<Result<Undo, LibraryProblem>> {
    return this.apply(takeBack(undo, this.now()), written)
  }

  /** Runs a transaction that writes; what it says it has written is shown here and told to the other tabs. */
  async apply<Value>(
    work: Work<Value>,
    written: (value: Value) => readonly Envelope[],
  ): Promise<Result<Value, LibraryProblem>> {
    const outcome = await this.#database.transact('readwrite', work)
    if (outcome.ok) this.#written(written(outcome.value))
    return outcome
  }

  /** Tries the unsaved changes again, and reads anew. */
  async retry(): Promise<Result<unknown, LibraryProblem>> {
    const read = await this.reload()
    return read.ok && this.#unsaved.size > 0 ? this.write(this.unsaved) : read
  }

  /** Every record as it is on disk, also those this build cannot show. */
  records(): Promise<Result<readonly Envelope[], LibraryProblem>> {
    return this.#database.transact('readonly', readAll)
  }

  /** Every record this tab knows of, with the unsaved changes: what can be exported when the disk is lost. */
  recordsInMemory(): readonly Envelope[] {
    const known = new Map(this.#envelopes)
    for (const put of this.unsaved) known.set(keyOf(put), { ...put, v: versionOf(put.kind), changed: this.now() })
    return [...known.values()]
  }

  /** Deletes everything from the database, here and in the other tabs; see `deleteEverything` for the copies. */
  async forgetAll(): Promise<Result<null, LibraryProblem>> {
    const outcome = await this.#database.transact('readwrite', forgetAll)
    if (!outcome.ok) return outcome
    this.#unsaved.clear()
    this.#setTrouble(null)
    this.#show([])
    this.#tabs.tell(null)
    return outcome
  }

  /** Reads all records anew: at the start, and when a tab wakes that may have missed a hint. */
  async reload(): Promise<Result<null, LibraryProblem>> {
    const all = await this.records()
    if (!all.ok) return all
    this.#show(all.value)
    return ok(null)
  }

  close(): void {
    this.#tabs.close()
    this.#database.close()
    this.#listeners.clear()
    this.#writers.clear()
  }

  #show(all: readonly Envelope[]): void {
    this.#builder = new SnapshotBuilder()
    this.#envelopes = new Map()
    this.#loaded = true
    this.#take(all)
  }

  #take(envelopes: readonly Envelope[]): void {
    for (const envelope of envelopes) this.#envelopes.set(keyOf(envelope), envelope)
    this.#snapshot = this.#builder.take(envelopes)
    this.#announce()
  }

  #written(envelopes: readonly Envelope[]): void {
    if (envelopes.length > 0) {
      this.#take(envelopes)
      this.#tabs.tell(envelopes.map(({ kind, id }) => [kind, id]))
    }
    const heard = [...this.#writers].map((listener) => listener(envelopes))
    this.entered = Promise.all([this.entered, ...heard]).then(() => undefined)
  }

  async #follow(hint: Hint): Promise<unknown> {
    if (!hint.keys) return this.reload()
    const found = await this.#database.transact('readonly', readSome(hint.keys))
    if (found.ok) this.#take(found.value)
    return found
  }

  async #seeWhatIsLeft(): Promise<void> {
    const before = this.#envelopes
    if ((await this.reload()).ok) this.#miss(before)
  }

  /** As Chromium does it: opened again after it ran into a full disk, the database is empty. */
  #lose(): void {
    if (!this.#loaded) return
    const before = this.#envelopes
    this.#show([])
    this.#miss(before)
  }

  /** What only this tab has now is shown as not kept; it is the reader who says whether it comes back. */
  #miss(before: ReadonlyMap<string, Envelope>): void {
    for (const envelope of before.values()) {
      const key = keyOf(envelope)
      const record = this.#envelopes.has(key) || this.#unsaved.has(key) ? null : readRecord(envelope)
      if (record && record.data !== null) this.#unsaved.set(key, record)
    }
    this.#lacks = this.#unsaved.size > 0
    if (this.#lacks) this.#setTrouble({ kind: 'cleared' })
  }

  #setTrouble(problem: LibraryProblem | null): void {
    // That another transaction went well keeps nothing of what was refused or cleared.
    if (problem === null && this.#unsaved.size > 0) return
    if (problem === this.#trouble) return
    this.#trouble = problem
    this.#announce()
  }

  #announce(): void {
    for (const listener of this.#listeners) listener()
  }
}

const written = (undo: Undo): readonly Envelope[] => undo.map((step) => step.written)
