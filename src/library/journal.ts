/** What was put on disk since the second copy was last made: a file for each change, in a place of its own. */
import { pause } from '../base/pause.ts'
import type { CopyShelf } from './copy-shelf.ts'
import type { Envelope } from './record.ts'
import { headOf, seal, unseal } from './sealed.ts'

/** Named by the sequence of the latest copy, which does not have it. */
const ENTRY = /^change-(\d+)-[0-9a-f-]{36}$/
/** Milliseconds after which nobody waits for an entry: the database has the change. */
const PATIENCE = 2_000

export class Journal {
  readonly #shelf: CopyShelf
  readonly #now: () => number
  /** The sequence of the latest copy. */
  latest = 0

  constructor(shelf: CopyShelf, now: () => number) {
    this.#shelf = shelf
    this.#now = now
  }

  /** Settles once the change lies here, or cannot. */
  async enter(written: readonly Envelope[]): Promise<void> {
    if (written.length > 0) await Promise.race([this.#write(written).catch(() => undefined), pause(PATIENCE)])
  }

  /** The names of the entries that lie here. */
  async names(): Promise<readonly string[]> {
    return (await this.#shelf.names()).filter((name) => ENTRY.test(name))
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

  /** Drops, of entries a new copy has, those that the one before has too: of two copies the later may get lost. */
  async copied(sequence: number, names: readonly string[]): Promise<void> {
    this.latest = sequence
    await this.drop(names.filter((name) => Number(ENTRY.exec(name)?.[1]) < sequence - 1))
  }

  async drop(names: readonly string[]): Promise<void> {
    for (const name of names) await this.#shelf.remove(name)
  }

  async #each<Value>(look: (file: Blob | null) => Promise<Value>): Promise<readonly Value[]> {
    return Promise.all((await this.names()).map(async (name) => look(await this.#shelf.read(name))))
  }

  async #write(written: readonly Envelope[]): Promise<void> {
    await this.#shelf.write(
      `change-${this.latest}-${crypto.randomUUID()}`,
      await seal(written, this.latest, this.#now()),
    )
  }
}
