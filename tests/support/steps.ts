/** Steps that a reader takes in a library, one after another, and what a test looks at then. */
import type { Library } from '../../src/library/library.ts'
import { createList, saveToList } from '../../src/library/lists.ts'
import type { Change } from '../../src/library/record.ts'
import { TO_READ, type List, type Kept, type SavedSearch, type Snapshot } from '../../src/library/snapshot.ts'
import { samplePaper } from './library.ts'

export type Step = (snapshot: Snapshot) => Change

/** A link whose paper is not here yet. */
export const LINK = { id: 'arxiv-1', url: 'https://arxiv.org/abs/2605.00001', title: '' }

/** Saves a paper to a list. */
export const save =
  (number: number, list = TO_READ, now = 10): Step =>
  (s) =>
    saveToList(s, [samplePaper(number)], list, now)

/** Makes a list. */
export const list =
  (id: string, name: string): Step =>
  (s) =>
    createList(s, id, name)

export const kept = (s: Snapshot, id: string): Kept => present(s.papers.get(id), id)
export const listOf = (s: Snapshot, id: string): List =>
  present(
    s.lists.find((one) => one.id === id),
    id,
  )
export const searchOf = (s: Snapshot, id: string): SavedSearch =>
  present(
    s.searches.find((one) => one.id === id),
    id,
  )

/** Takes the steps, each of which has to be written. */
export async function act(library: Library, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const written = await library.write(step(library.snapshot))
    if (!written.ok) throw new Error(`not written: ${written.error.kind}`)
  }
}

function present<One>(one: One | undefined, id: string): One {
  if (one === undefined) throw new Error(`${id} is not in the library`)
  return one
}
