/** What was put on disk since the second copy was made: beside it, a file for each change. */
import { pause } from '../base/pause.ts'
import type { CopyShelf } from './copy-shelf.ts'
import type { Envelope } from './record.ts'
import { seal, unseal } from './sealed.ts'

const ENTRY = /^change-[0-9a-f-]{36}$/
/** Milliseconds after which nobody waits for an entry: the database has the change. */
const PATIENCE = 500

export class Journal {
  readonly #shelf: CopyShelf
  readonly #now: () => number

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

  /** All that the entries have; what is damaged is passed over. */
  async read(): Promise<readonly Envelope[]> {
    const entries = (await this.names()).map(async (name) => unseal(await this.#shelf.read(name)))
    return (await Promise.all(entries)).flatMap((records) => records ?? [])
  }

  async drop(names: readonly string[]): Promise<void> {
    for (const name of names) await this.#shelf.remove(name)
  }

  async #write(written: readonly Envelope[]): Promise<void> {
    await this.#shelf.write(`change-${crypto.randomUUID()}`, await seal(written, 0, this.#now()))
  }
}
