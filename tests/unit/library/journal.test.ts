/** The journal beside the second copy: what was said to be kept, before a copy has it. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Library } from '../../../src/library/library.ts'
import { removeFromList } from '../../../src/library/lists.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { failFrom, MemoryShelf } from '../../support/library.ts'
import { open, savePaper } from '../../support/second-copy.ts'
import { kept } from '../../support/steps.ts'

const entries = (shelf: MemoryShelf): readonly string[] =>
  [...shelf.files.keys()].filter((name) => name.startsWith('c'))
const saved = ({ snapshot }: Library): readonly string[] => [...snapshot.papers.keys()].sort()

/** Two papers in a copy, then one removed and another saved, which only the journal has. */
async function ahead() {
  const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
  const { library, copy } = await open(room)
  for (const number of [1, 2]) await savePaper(library, number)
  await copy.flush()
  await library.write(removeFromList([kept(library.snapshot, 'p2')], TO_READ))
  await savePaper(library, 3)
  copy.close()
  library.close()
  return { ...room, snapshot: library.snapshot }
}

describe('the journal', () => {
  it('has a change when it is said to be kept, and no longer once two copies have it', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    const order: string[] = []
    const { write } = shelf
    vi.spyOn(shelf, 'write').mockImplementation(async (name, content) => {
      await write(name, content)
      order.push('entered')
    })
    await savePaper(library, 1).then(() => order.push('said'))
    expect([order, entries(shelf).length]).toEqual([['entered', 'said'], 1])
    await copy.flush()
    expect(entries(shelf).length).toBe(1)
    await savePaper(library, 2)
    await copy.flush()
    expect(entries(shelf).length, 'only the latest').toBe(1)
  })

  it('brings back what only the later of two copies had, when that got lost', async () => {
    const { shelf, factory, snapshot } = await ahead()
    const { copy } = await open({ shelf, factory })
    await copy.restore()
    await expect.poll(() => shelf.copies).toEqual(['a', 'b'])
    shelf.files.delete('b')
    const again = await open({ shelf })
    await again.copy.restore()
    expect(again.library.snapshot).toEqual(snapshot)
  })

  it('brings back, with the copy, all that a lost database had', async () => {
    const { shelf, snapshot } = await ahead()
    const { library, copy } = await open({ shelf })
    expect(library.fresh).toBe(true)
    expect(await copy.restore()).toBeGreaterThan(0)
    expect(library.snapshot).toEqual(snapshot)
  })

  it('brings back what a database lacks that lost its latest changes', async () => {
    const { shelf, snapshot } = await ahead()
    const factory = new IDBFactory()
    const earlier = await open({ factory, shelf: new MemoryShelf() })
    for (const number of [1, 2]) await savePaper(earlier.library, number)
    earlier.library.close()
    const { library, copy } = await open({ factory, shelf })
    expect(library.fresh).toBe(false)
    await copy.restore()
    expect(saved(library)).toEqual([...snapshot.papers.keys()].sort())
  })

  it('brings nothing back where nothing is lost, and has less after the copy of the next visit', async () => {
    const room = await ahead()
    const { copy, library } = await open(room)
    expect(await copy.restore()).toBe(0)
    expect(library.snapshot).toEqual(room.snapshot)
    const before = entries(room.shelf).length
    await expect.poll(() => entries(room.shelf).length).toBeLessThan(before)
  })

  it('that is damaged in one entry brings back the others', async () => {
    const { shelf } = await ahead()
    const removal = entries(shelf).at(-2) ?? ''
    shelf.files.set(removal, new Blob([((await shelf.files.get(removal)?.text()) ?? '').slice(0, -9)]))
    const { library, copy } = await open({ shelf })
    await copy.restore()
    expect(saved(library)).toEqual(['p1', 'p2', 'p3'])
  })

  it.each<[string, (shelf: MemoryShelf) => void]>([
    ['is full', (shelf) => (shelf.full = true)],
    ['does not answer', (shelf) => vi.spyOn(shelf, 'write').mockReturnValue(new Promise(() => undefined))],
  ])('holds nothing up where its place %s', async (_, breaks) => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    breaks(shelf)
    expect(await savePaper(library, 1)).toMatchObject({ ok: true })
  })

  it('has nothing of a change that was refused, and none of one that changes nothing', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    const fault = failFrom(1, Infinity, 'finds the disk full')
    await savePaper(library, 1)
    fault.undo()
    await library.apply(
      () => () => [],
      (none) => none,
    )
    expect(shelf.files.size).toBe(0)
  })

  it('goes with everything else, also what was entered meanwhile', async () => {
    const { shelf } = await ahead()
    const { library, copy } = await open({ shelf })
    const forget = library.forgetAll.bind(library)
    vi.spyOn(library, 'forgetAll').mockImplementation(async () => {
      await savePaper(library, 9)
      return forget()
    })
    await copy.deleteEverything()
    expect(shelf.files.size).toBe(0)
  })
})
