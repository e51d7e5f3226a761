/** Libraries of which the journal has more than the second copy. */
import { IDBFactory } from 'fake-indexeddb'
import type { Library } from '../../src/library/library.ts'
import { removeFromList } from '../../src/library/lists.ts'
import { writeNote } from '../../src/library/notes.ts'
import { TO_READ } from '../../src/library/snapshot.ts'
import { MemoryShelf, samplePaper } from './library.ts'
import { open, savePaper } from './second-copy.ts'
import { kept } from './steps.ts'

/** The names of the entries, in the order in which they came. */
export const entries = (shelf: MemoryShelf): readonly string[] =>
  [...shelf.files.keys()].filter((name) => name.startsWith('c'))
/** The ids of what is in the library. */
export const saved = ({ snapshot }: Library): readonly string[] => [...snapshot.papers.keys()].sort()

/** The ids of the papers that entries speak of. */
export async function enteredPapers(shelf: MemoryShelf): Promise<readonly string[]> {
  const files = entries(shelf).flatMap((name) => shelf.files.get(name) ?? [])
  const texts = await Promise.all(files.map((file) => file.text()))
  return texts.flatMap((text) => [...text.matchAll(/"id":"(p\d+)"/g)].map(([, id = '']) => id))
}

/** Two papers in a copy, then one removed and another saved, which only the journal has. */
export async function ahead() {
  const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
  const { library, copy } = await open(room)
  for (const number of [1, 2]) await savePaper(library, number)
  await copy.flush()
  await library.write(removeFromList([kept(library.snapshot, 'p2')], TO_READ))
  await library.entered
  await savePaper(library, 3)
  copy.close()
  library.close()
  return { ...room, snapshot: library.snapshot }
}

/** A paper with a note, in a copy. */
export async function noted(note: string) {
  const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
  const { library, copy } = await open(room)
  await library.write(writeNote(samplePaper(1), note))
  await copy.flush()
  return { ...room, library, copy }
}
