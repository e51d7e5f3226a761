/** A change that follows from all records together, made in one transaction. */
import type { Work } from './database.ts'
import type { Library } from './library.ts'
import { isLater, keyOf, versionOf, type Change, type Envelope } from './record.ts'
import { nextStamp } from './stamp.ts'
import { eachBatch } from './write.ts'

/** What this tab knows decides whether to look; what the database says, in the transaction, decides what is written. */
export async function rewrite(library: Library, changeOf: (all: readonly Envelope[]) => Change): Promise<void> {
  if (changeOf(library.recordsInMemory()).length > 0)
    await library.apply(rewriting(changeOf, library.now()), (written) => written)
}

function rewriting(changeOf: (all: readonly Envelope[]) => Change, now: number): Work<readonly Envelope[]> {
  return (transaction) => {
    const all: Envelope[] = []
    const written: Envelope[] = []
    eachBatch(
      transaction,
      (batch) => all.push(...batch),
      () => {
        const before = new Map(all.map((envelope) => [keyOf(envelope), envelope]))
        for (const put of changeOf(all)) {
          const present = before.get(keyOf(put))
          if (present && isLater(present)) continue
          const after = { ...put, v: versionOf(put.kind), changed: nextStamp(now, present?.changed ?? 0) }
          transaction.store.put(after)
          written.push(after)
        }
      },
    )
    return () => written
  }
}
