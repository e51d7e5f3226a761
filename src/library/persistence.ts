/** Asking the browser not to clear this app's storage when the device runs short of room. */
import type { Snapshot } from './snapshot.ts'

/** Whether the browser promises to keep it; `unknown` where it cannot be asked. */
export type Persistence = 'kept' | 'may-be-cleared' | 'unknown'

/** Call inside the tap of a save: asks at the first one, when a reader knows what for; else only looks. */
export function askAtFirstSave(storage: StorageManager | undefined, snapshot: Snapshot): Promise<Persistence> {
  const first = [...snapshot.papers.values()].every((kept) => kept.lists.size === 0)
  return first ? askToPersist(storage) : persistence(storage)
}

/** Asks; some browsers show a question. */
async function askToPersist(storage: StorageManager | undefined): Promise<Persistence> {
  // Insecure origins have no storage manager, and old Safari one without this method.
  if (typeof storage?.persist !== 'function') return 'unknown'
  return (await storage.persist().catch(() => false)) ? 'kept' : 'may-be-cleared'
}

/** Looks without asking. */
export async function persistence(storage: StorageManager | undefined): Promise<Persistence> {
  if (typeof storage?.persisted !== 'function') return 'unknown'
  return (await storage.persisted().catch(() => false)) ? 'kept' : 'may-be-cleared'
}
