/** The second copy of the library, outside of the database, from which one that was lost comes back. */
import type { Findings } from '../base/findings.ts'
import type { Result } from '../base/result.ts'
import type { CopyShelf } from './copy-shelf.ts'
import { checkSlots, latestRecords, readSlots, SLOTS, writeSlot, type Slots } from './copy-slots.ts'
import { Journal } from './journal.ts'
import { libraryName, type Library } from './library.ts'
import { writeLibraryFile } from './library-file.ts'
import { mergeInto } from './merge.ts'
import type { LibraryProblem } from './problem.ts'
import { keyOf, type Envelope } from './record.ts'
import { newestOf } from './sealed.ts'

/** The library as it was before the last import, for the reader to go back to. */
const BEFORE_IMPORT = 'before-import'
/** Empty; there as long as the database lacks what a copy has, since a tab saw it cleared. */
const LACKING = 'lacking'

/** Records of a change for which the copy is made at once, instead of an entry that would be as large. */
const LARGE = 1_000
/** Milliseconds until a copy that could not be made is tried again, where the database cannot be relied on. */
const AGAIN = 2_000

export interface CopyDeps {
  readonly library: Library
  readonly shelf: CopyShelf
  /** Where the journal lies: best apart from the copy. */
  readonly journal: CopyShelf
  readonly scope: string
  readonly now: () => number
  /** `navigator.locks`: one tab at a time. */
  readonly locks: LockManager
  /** Milliseconds of quiet before a copy is made; 1,000. */
  readonly quiet?: number
}

export class SecondCopy {
  readonly #deps: CopyDeps
  readonly #journal: Journal
  readonly #stop: readonly (() => void)[]
  #timer: ReturnType<typeof setTimeout> | undefined
  #wanted = false
  #making = Promise.resolve()
  #took = 0
  /** Whether the database has failed since this tab opened it. */
  #shaken = false
  /** Whether the database may lack what the copies have: it was not looked, or it took nothing when it was to be restored. */
  #owes = false
  /** Whether it is noted that the database lacks what this tab has. */
  #lacking = false
  /** Why the last copy could not be made; null when it was. */
  trouble: string | null = null

  /** From here on every change of this tab is in the journal before it is said, and copied once it is quiet for a second. */
  constructor(deps: CopyDeps) {
    this.#deps = deps
    this.#journal = new Journal(deps.journal, deps.now)
    this.#stop = [
      deps.library.afterWriting((written) => this.#take(written)),
      deps.library.subscribe(() => this.#heed()),
    ]
  }

  /**
   * Once the library has been read: puts back what the copy has and the database lacks, and says how many records
   * that were. Nothing leaves the database singly, and no change goes back in time, so fewer or older records than
   * in the copy mean a loss; `present` are those that were read, before anything was written.
   */
  restore(present = this.#deps.library.recordsInMemory()): Promise<number> {
    // Until it has been looked, no copy is written over.
    this.#owes = true
    return this.#alone(() => this.#restore(present))
  }

  /** Makes the copy now if one is due, and waits for one that is being made: when the tab is hidden or closed. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#wanted) this.#making = this.#make()
    return this.#making
  }

  /** When the latest copy was made, in milliseconds since 1970; null where there is none, or it does not say. */
  async lastMade(): Promise<number | null> {
    const slots = await this.#alone(() => readSlots(this.#deps.shelf))
    return slots[0]?.head.made ?? null
  }

  /** Reads each copy, once one that is due has been made: which of them are not what they say. */
  async check(): Promise<Findings> {
    await this.flush()
    return this.#alone(() => checkSlots(this.#deps.shelf))
  }

  /** Keeps the library as it is now, for the reader to go back to after an import. */
  async keepBeforeImport(): Promise<boolean> {
    const records = await this.#deps.library.records()
    if (!records.ok) return false
    const text = writeLibraryFile(records.value, this.#deps.now())
    return this.#deps.shelf.write(BEFORE_IMPORT, new Blob([text])).then(
      () => true,
      () => false,
    )
  }

  /** The library as it was before the last import, as a library file. */
  beforeImport(): Promise<Blob | null> {
    return this.#deps.shelf.read(BEFORE_IMPORT)
  }

  /** Deletes everything: the copies first, so that nothing comes back if this is cut short. */
  deleteEverything(): Promise<Result<null, LibraryProblem>> {
    return this.#alone(async () => {
      clearTimeout(this.#timer)
      this.#wanted = false
      for (const name of [...SLOTS, BEFORE_IMPORT, LACKING]) await this.#deps.shelf.remove(name)
      await this.#journal.clear()
      const outcome = await this.#deps.library.forgetAll()
      // What another tab had put on disk before, and has entered meanwhile.
      await this.#journal.clear()
      return outcome
    })
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const stop of this.#stop) stop()
  }

  /**
   * One that ran into a full disk reads and writes on once there is room, and Chromium then drops all of it when it
   * opens it next: from here on there is no waiting for quiet.
   */
  #heed(): void {
    const { trouble, lacks } = this.#deps.library
    if (lacks !== this.#lacking) this.#noteLack(lacks)
    if (trouble !== null) this.#shaken = true
    else if (this.#shaken && (this.#owes || this.trouble !== null)) this.#want()
  }

  async #make(): Promise<void> {
    this.#wanted = false
    const started = this.#deps.now()
    try {
      await this.#alone(() => this.#write())
      this.trouble = null
      // A library of 5,000 papers takes long enough to be felt: it is copied less often.
      this.#took = Math.max(0, this.#deps.now() - started)
    } catch (cause) {
      // The database has it all; the next change tries again.
      this.trouble = cause instanceof Error ? cause.name : 'unknown'
      if (this.#shaken && this.#deps.library.trouble === null) this.#want(AGAIN)
    }
  }

  #take(written: readonly Envelope[]): Promise<void> {
    const isLarge = written.length > LARGE
    this.#want(isLarge ? 0 : undefined)
    return isLarge ? Promise.resolve() : this.#journal.enter(written)
  }

  #want(quiet = Math.max(this.#shaken ? 0 : (this.#deps.quiet ?? 1_000), 20 * this.#took)): void {
    this.#wanted = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), quiet)
  }

  /** For a later visit, which may find as much saved anew as was lost. */
  #noteLack(lacks: boolean): void {
    const { shelf } = this.#deps
    this.#lacking = lacks
    // Without room for a note there is none for the copy that would hide the loss.
    void this.#alone(() => (lacks ? shelf.write(LACKING, new Blob()) : shelf.remove(LACKING))).catch(() => undefined)
  }

  #alone<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.#deps.locks.request(`${libraryName(this.#deps.scope)} copy`, work)
  }

  /** Looks only where there are records to compare with; else whatever the copies have is put back. */
  async #restore(present: readonly Envelope[] | null): Promise<number> {
    const { library, shelf } = this.#deps
    if (!library.loaded) return 0
    const slots = await readSlots(shelf)
    if (present && !(await this.#isLess(present, slots)) && !library.fresh && !(await shelf.read(LACKING)))
      return this.#settled(0)
    const known = latestOfEach([...(await latestRecords(shelf, slots)), ...(await this.#journal.read())])
    if (known.length === 0) return this.#settled(0)
    const merged = await mergeInto(library, known, 'merge')
    if (!merged.ok) return 0
    await shelf.remove(LACKING)
    return this.#settled(merged.value.puts.length)
  }

  #settled(restored: number): number {
    this.#owes = false
    return restored
  }

  /** Whether the database has fewer or older records than copy and journal. */
  async #isLess(present: readonly Envelope[], slots: Slots): Promise<boolean> {
    const head = slots[0]?.head ?? { records: 0, newest: 0 }
    // Where a browser ends before a copy is made (Firefox, when it is quit), the next visit may be as short.
    if (present.length > head.records || newestOf(present) > head.newest) this.#want(0)
    const newest = Math.max(head.newest, await this.#journal.newest())
    return present.length < head.records || newestOf(present) < newest
  }

  async #write(): Promise<void> {
    const { library, shelf, now } = this.#deps
    // What it owes may be nowhere else.
    if (this.#owes) await this.#restore(null)
    const began = now()
    // From the database and not from this tab's memory: another tab may know more, or have deleted everything.
    const records = await library.records()
    // Nor is there another place for what this tab alone still has; that may have shown only now.
    if (this.#owes || library.lacks) throw new Error('the database lacks what was kept')
    if (!records.ok) throw new Error(records.error.kind)
    const slots = await readSlots(shelf)
    await writeSlot(shelf, slots, records.value, began)
    // What is older than the copy before is in both: of two copies the later may get lost.
    await this.#journal.dropBefore(slots[0]?.head.made ?? 0).catch(() => undefined)
  }
}

/** One record a thing: what copy and journal have is the history of one library, in which the later counts. */
function latestOfEach(records: readonly Envelope[]): readonly Envelope[] {
  const latest = new Map<string, Envelope>()
  for (const record of records)
    if (record.changed >= (latest.get(keyOf(record))?.changed ?? 0)) latest.set(keyOf(record), record)
  return [...latest.values()]
}
