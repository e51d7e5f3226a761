/** Tidying: copies of papers that nothing holds any more, and editions of which titles are enough by now. */
import type { Work } from './database.ts'
import type { Library } from './library.ts'
import { shrinkEditions } from './past-editions.ts'
import { isLater, keyOf, versionOf, type Change, type Envelope } from './record.ts'
import { nextStamp } from './stamp.ts'
import { eachBatch } from './write.ts'

const DAY = 86_400_000

/** Drops copies of papers that for a day have been in no list and had no note, and shrinks old editions; call when idle. */
export async function sweep(library: Library): Promise<void> {
  // What this tab knows decides whether to look; what the database says, in one transaction, decides what goes.
  if (untidy(library.recordsInMemory(), library.now()).length > 0)
    await library.apply(tidy(library.now()), (written) => written)
}

function tidy(now: number): Work<readonly Envelope[]> {
  return (transaction) => {
    const all: Envelope[] = []
    const written: Envelope[] = []
    eachBatch(
      transaction,
      (batch) => all.push(...batch),
      () => {
        const before = new Map(all.map((envelope) => [keyOf(envelope), envelope]))
        for (const put of untidy(all, now)) {
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

function untidy(all: readonly Envelope[], now: number): Change {
  return [
    ...orphans(all, now).map(({ id }) => ({ kind: 'paper' as const, id, data: null })),
    ...shrinkEditions(all, now),
  ]
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
