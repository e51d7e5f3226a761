/** Tidying: copies of papers that nothing holds any more. */
import type { Work } from './database.ts'
import type { Library } from './library.ts'
import { isLater, type Envelope } from './record.ts'
import { nextStamp } from './stamp.ts'
import { eachBatch } from './write.ts'

const DAY = 86_400_000

/** Drops the copies of papers that for a day have been in no list and had no note; call when the app is idle. */
export async function sweep(library: Library): Promise<void> {
  // What this tab knows decides whether to look; what the database says, in one transaction, decides what goes.
  if (orphans(library.recordsInMemory(), library.now()).length > 0)
    await library.apply(dropOrphans(library.now()), (dropped) => dropped)
}

function dropOrphans(now: number): Work<readonly Envelope[]> {
  return (transaction) => {
    const all: Envelope[] = []
    const dropped: Envelope[] = []
    eachBatch(
      transaction,
      (batch) => all.push(...batch),
      () => {
        for (const before of orphans(all, now)) {
          const gone = { ...before, data: null, changed: nextStamp(now, before.changed) }
          transaction.store.put(gone)
          dropped.push(gone)
        }
      },
    )
    return () => dropped
  }
}

/** A removal younger than a day may yet be undone, by whichever tab. */
function orphans(all: Iterable<Envelope>, now: number): readonly Envelope[] {
  const copies: Envelope[] = []
  /** By paper: when it was last taken out of a list or lost its note; Infinity while something holds it. */
  const held = new Map<string, number>()
  for (const envelope of all) {
    if (envelope.kind === 'paper' && envelope.data !== null && !isLater(envelope)) copies.push(envelope)
    if (envelope.kind !== 'entry' && envelope.kind !== 'note') continue
    const paper = envelope.id.slice(envelope.id.indexOf(':') + 1)
    held.set(paper, Math.max(held.get(paper) ?? 0, envelope.data === null ? envelope.changed : Infinity))
  }
  return copies.filter(({ id, changed }) => Math.max(held.get(id) ?? 0, changed) < now - DAY)
}
