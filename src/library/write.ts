/** The transactions of the library: reading all, keeping a change, taking it back. */
import * as v from 'valibot'
import type { Transaction, Work } from './database.ts'
import { nextStamp, sameData } from './stamp.ts'
import { isLater, keyOf, readEnvelope, versionOf, type Change, type Envelope } from './record.ts'

/** What takes a change back, as long as nothing later changed the same things. */
export type Undo = readonly { readonly written: Envelope; readonly before: Envelope | null }[]

/** Told what was put on disk; what it returns is waited for before that is said. */
export type Written = (envelopes: readonly Envelope[]) => unknown

const Key = v.object({ kind: v.string(), id: v.string() })
/** Records read at a time: each batch is a sign of life, and none keeps the window busy for long. */
const BATCH = 500

/** Every envelope of the library, by kind and id; what is no envelope is passed over. */
export const readAll: Work<readonly Envelope[]> = (transaction) => {
  const all: Envelope[] = []
  eachBatch(
    transaction,
    (batch) => all.push(...batch),
    () => undefined,
  )
  return () => all
}

/** The envelopes of some keys; null for those without. */
export function readSome(keys: readonly (readonly [string, string])[]): Work<readonly Envelope[]> {
  return ({ store, ask }) => {
    const found: Envelope[] = []
    for (const key of keys)
      ask(store.get([...key]) as IDBRequest<unknown>, (value) => {
        const envelope = readEnvelope(value)
        if (envelope) found.push(envelope)
      })
    return () => found
  }
}

/** Writes what differs from what is there, each record stamped later than the one it follows. */
export function keep(change: Change, now: number): Work<Undo> {
  return (transaction) => {
    const undo: { written: Envelope; before: Envelope | null }[] = []
    for (const put of lastOfEach(change))
      withPresent(transaction, put, (before) => {
        if (before && isLater(before)) transaction.stop({ kind: 'later-record' })
        if (before ? isLater(before) || sameData(before, put) : put.data === null) return
        const written = { ...put, v: versionOf(put.kind), changed: nextStamp(now, before?.changed ?? 0) }
        transaction.store.put(written)
        undo.push({ written, before })
      })
    return () => undo
  }
}

/** Puts back what was there, except where something later has been written since. */
export function takeBack(undo: Undo, now: number): Work<Undo> {
  return (transaction) => {
    const redo: { written: Envelope; before: Envelope | null }[] = []
    for (const { written, before } of undo)
      withPresent(transaction, written, (present) => {
        if (present?.changed !== written.changed) return
        const data = before ? before.data : null
        const restored = { ...written, v: before?.v ?? written.v, data, changed: nextStamp(now, present.changed) }
        transaction.store.put(restored)
        redo.push({ written: restored, before: present })
      })
    return () => redo
  }
}

/** Forgets everything, leaving no trace of what was there. */
export const forgetAll: Work<null> = ({ store, ask }) => {
  ask(store.clear(), () => undefined)
  return () => null
}

/** Hands over all envelopes in batches, inside the transaction. */
export function eachBatch(
  { store, ask }: Transaction,
  take: (batch: readonly Envelope[]) => void,
  end: () => void,
): void {
  const next = (after: IDBKeyRange | undefined): void =>
    ask(store.getAll(after, BATCH) as IDBRequest<unknown[]>, (values) => {
      const batch = values.map(readEnvelope)
      take(batch.filter((envelope) => envelope !== null))
      const last = v.safeParse(Key, values.at(-1))
      if (values.length < BATCH || !last.success) end()
      else next(IDBKeyRange.lowerBound([last.output.kind, last.output.id], true))
    })
  next(undefined)
}

/** Hands over what stands at a key, inside the transaction; null where nothing does. */
export function withPresent(
  { store, ask }: Transaction,
  { kind, id }: { readonly kind: string; readonly id: string },
  then: (present: Envelope | null) => void,
): void {
  ask(store.get([kind, id]) as IDBRequest<unknown>, (value) => then(readEnvelope(value)))
}

/** A change may speak of a thing twice, as a move within one list does; the last word counts. */
function lastOfEach(change: Change): Change {
  return [...new Map(change.map((put) => [keyOf(put), put])).values()]
}
