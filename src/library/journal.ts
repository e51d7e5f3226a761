/** What was put on disk since the last second copy but one: a file for each change, in a place of its own. */
import { within } from '../base/pause.ts'
import type { CopyShelf } from './copy-shelf.ts'
import type { Envelope } from './record.ts'
import { headOf, seal, unseal } from './sealed.ts'

/** Named by the moment it was entered, which is after its change was on disk. */
const ENTRY = /^change-(\d+)-[0-9a-f-]{36}$/
/** Milliseconds after which nobody waits for its place: the database has the change. */
const PATIENCE = 2_000

export class Journal {
  readonly #shelf: CopyShelf
  readonly #now: () => number
  /** Whether its place answered in time when an entry was last waited for, or has answered since. */
  #answers = true
  /** What this tab is entering: it lies here once this settles. */
  #entering: Promise<unknown> = Promise.resolve()

  constructor(shelf: CopyShelf, now: () => number) {
    this.#shelf = shelf
    this.#now = now
  }

  /** Settles once the change lies here, or cannot. */
  async enter(written: readonly Envelope[]): Promise<void> {
    if (written.length === 0) return
    const done = (): boolean => (this.#answers = true)
    const entry = this.#write(written).then(done, done)
    this.#entering = this.#entering.then(() => entry)
    if (this.#answers) this.#answers = (await within(entry, PATIENCE)) ?? false
  }

  /** The stamp of the latest change that was entered; 0 without any. */
  async newest(): Promise<number> {
    const heads = await this.#each(headOf)
    return heads.reduce((newest, head) => Math.max(newest, head?.newest ?? 0), 0)
  }

  /** All that was entered; what is damaged is passed over. */
  async read(): Promise<readonly Envelope[]> {
    return (await this.#each(unseal)).flatMap((records) => records ?? [])
  }

  /** Drops what was entered before a moment. */
  async dropBefore(moment: number): Promise<void> {
    await this.#drop((await this.#names()).filter((name) => Number(ENTRY.exec(name)?.[1]) < moment))
  }

  /** Drops all, also what this tab is just entering; throws where some of it may stay. */
  async clear(): Promise<void> {
    const all = this.#entering.then(() => this.#shelf.names())
    const names = await within(all, PATIENCE)
    if (names === null) throw new Error('the journal does not answer')
    await this.#drop(names.filter((name) => ENTRY.test(name)))
  }

  /** The names of the entries; none where its place fails or does not answer, since a copy is worth more with less. */
  async #names(): Promise<readonly string[]> {
    const names = this.#shelf.names().catch(() => [])
    const all = await within(names, PATIENCE)
    return (all ?? []).filter((name) => ENTRY.test(name))
  }

  /** What each entry gives; an entry that cannot be read hides no other. */
  async #each<Value>(look: (file: Blob | null) => Promise<Value>): Promise<readonly (Value | null)[]> {
    const looks = (await this.#names()).map(async (name) => look(await this.#shelf.read(name)))
    return Promise.all(looks.map((one) => one.catch(() => null)))
  }

  async #write(written: readonly Envelope[]): Promise<void> {
    const moment = this.#now()
    await this.#shelf.write(`change-${moment}-${crypto.randomUUID()}`, await seal(written, 0, moment))
  }

  async #drop(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#shelf.remove(name)))
  }
}
