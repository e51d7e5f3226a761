/** A library with its second copy, on files in memory that a test damages. */
import { createHash } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import type { Library } from '../../src/library/library.ts'
import { removeFromList, saveToList } from '../../src/library/lists.ts'
import { SecondCopy } from '../../src/library/second-copy.ts'
import { TO_READ } from '../../src/library/snapshot.ts'
import { Clock, memoryLocks, MemoryShelf, openSample, samplePaper } from './library.ts'
import { kept } from './steps.ts'

export interface Room {
  readonly factory?: IDBFactory
  readonly shelf: MemoryShelf
  /** Where the journal lies; beside the copy, unless told. */
  readonly journal?: MemoryShelf
  /** Long enough, unless told, that only `flush` makes copies. */
  readonly quiet?: number
}

/** One for all rooms: a later visit is later. */
const clock = new Clock()

/** The latest moment that a copy was told. */
export const moment = (): number => clock.time

/** Opens the library of a room, and its copy. */
export async function open({
  factory = new IDBFactory(),
  shelf,
  journal = shelf,
  quiet = 60_000,
}: Room): Promise<{ library: Library; copy: SecondCopy }> {
  const library = await openSample({ factory, clock, scope: '/copy/' })
  const copy = new SecondCopy({
    library,
    shelf,
    journal,
    scope: '/copy/',
    now: () => ++clock.time,
    locks: memoryLocks(),
    quiet,
  })
  return { library, copy }
}

/** Saves a paper to To read. */
export async function savePaper(library: Library, number: number): ReturnType<Library['write']> {
  const outcome = await library.write(saveToList(library.snapshot, [samplePaper(number)], TO_READ, number))
  await library.entered
  return outcome
}

/** A library of three papers, of which one was removed again, with its copies made, and no journal. */
export async function copied(): Promise<Omit<Required<Room>, 'quiet' | 'journal'> & { readonly library: Library }> {
  const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
  const { library, copy } = await open(room)
  for (const number of [1, 2, 3]) await savePaper(library, number)
  await copy.flush()
  await library.write(removeFromList([kept(library.snapshot, 'p2')], TO_READ))
  await library.entered
  await copy.flush()
  copy.close()
  library.close()
  for (const name of [...room.shelf.files.keys()]) if (name.startsWith('change-')) room.shelf.files.delete(name)
  return { ...room, library }
}

/** Replaces some bytes of a slot, or cuts it. */
export async function damage(shelf: MemoryShelf, slot: string, how: 'cut' | 'flip' | 'empty'): Promise<void> {
  const file = shelf.files.get(slot)
  if (!file) throw new Error(`no slot ${slot}`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (how === 'flip') bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1
  shelf.files.set(slot, new Blob([how === 'cut' ? bytes.slice(0, -20) : how === 'empty' ? new Uint8Array() : bytes]))
}

/** A slot whose head is right about what follows it. */
export async function slotOf(body: string): Promise<Blob> {
  const sha256 = createHash('sha256').update(body).digest('hex')
  return Promise.resolve(new Blob([`${JSON.stringify({ sequence: 9, records: 9, newest: 9, sha256 })}\n`, body]))
}
