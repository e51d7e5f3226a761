/** Everything there is, for a file: what is on disk, and what the disk refused. */
import type { Library } from './library.ts'
import { keyOf, type Envelope } from './record.ts'

/** Every record of the library; where the database does not answer, every one this tab knows of. */
export async function everyRecord(library: Library): Promise<readonly Envelope[]> {
  const onDisk = await library.records()
  if (!onDisk.ok) return library.recordsInMemory()
  if (library.unsaved.length === 0) return onDisk.value
  const refused = new Set(library.unsaved.map(keyOf))
  const all = new Map(onDisk.value.map((record) => [keyOf(record), record]))
  for (const record of library.recordsInMemory()) if (refused.has(keyOf(record))) all.set(keyOf(record), record)
  return [...all.values()]
}
