/** The two files of the second copy, written in turn, so that one is whole while the other is being written. */
import { lookThrough, type Findings } from '../base/findings.ts'
import type { CopyShelf } from './copy-shelf.ts'
import type { Envelope } from './record.ts'
import { headOf, seal, unseal, type Head } from './sealed.ts'

export const SLOTS = ['a', 'b'] as const
type Slot = (typeof SLOTS)[number]
/** Those whose first line can be read, the latest first. */
export type Slots = readonly { readonly slot: Slot; readonly head: Head }[]

/** Throws where neither file answers. */
export async function readSlots(shelf: CopyShelf): Promise<Slots> {
  const looks = SLOTS.map(async (slot) => ({ slot, head: await headOf(await shelf.read(slot)) }))
  const looked = await Promise.allSettled(looks)
  const found = looked.flatMap((look) => (look.status === 'fulfilled' ? [look.value] : []))
  if (found.length === 0) throw new Error('the second copy does not answer')
  return found
    .flatMap(({ slot, head }) => (head ? [{ slot, head }] : []))
    .sort((a, b) => b.head.sequence - a.head.sequence)
}

/** What the latest whole file has; nothing where neither is whole. */
export async function latestRecords(shelf: CopyShelf, slots: Slots): Promise<readonly Envelope[]> {
  for (const { slot } of slots) {
    const records = await recordsIn(shelf, slot)
    if (records) return records
  }
  return []
}

/** Reads each file that is there; a fault is the name of one that cannot be read, or is not what its first line says. */
export async function checkSlots(shelf: CopyShelf): Promise<Findings> {
  const names = await shelf.names()
  return lookThrough(
    SLOTS.filter((slot) => names.includes(slot)),
    async (slot) => ((await recordsIn(shelf, slot)) ? null : slot),
  )
}

/** What a file has; null where it is absent, cannot be read, or is not what its first line says. */
function recordsIn(shelf: CopyShelf, slot: Slot): Promise<readonly Envelope[] | null> {
  return shelf
    .read(slot)
    .then(unseal)
    .catch(() => null)
}

/** Writes all records as they were at `moment` (milliseconds since 1970) in the place of the older file. */
export async function writeSlot(
  shelf: CopyShelf,
  [latest]: Slots,
  records: readonly Envelope[],
  moment: number,
): Promise<void> {
  const copy = await seal(records, (latest?.head.sequence ?? 0) + 1, moment)
  await shelf.write(latest?.slot === 'a' ? 'b' : 'a', copy)
}
