/** The journal beside the second copy: what was said to be kept, before a copy has it. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Library } from '../../../src/library/library.ts'
import { removeFromList, saveToList } from '../../../src/library/lists.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { failFrom, MemoryShelf, samplePaper } from '../../support/library.ts'
import { open, savePaper } from '../../support/second-copy.ts'
import { kept } from '../../support/steps.ts'

const entries = (shelf: MemoryShelf): readonly string[] =>
  [...shelf.files.keys()].filter((name) => name.startsWith('c'))
const saved = ({ snapshot }: Library): readonly string[] => [...snapshot.papers.keys()].sort()

async function enteredPapers(shelf: MemoryShelf): Promise<readonly string[]> {
  const files = entries(shelf).flatMap((name) => shelf.files.get(name) ?? [])
  const texts = await Promise.all(files.map((file) => file.text()))
  return texts.flatMap((text) => [...text.matchAll(/"id":"(p\d+)"/g)].map(([, id = '']) => id))
}

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
    const factory = new IDBFactory()
    const earlier = await open({ factory, shelf: new MemoryShelf() })
    for (const number of [1, 2]) await savePaper(earlier.library, number)
    earlier.library.close()
    const { shelf, snapshot } = await ahead()
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

  it.each<[string, (shelf: MemoryShelf, name: string) => void]>([
    ['is damaged', (shelf, name) => shelf.files.set(name, new Blob(['{']))],
    ['cannot be read', (shelf, name) => shelf.unreadable.add(name)],
    ['is gone between two looks', (shelf, name) => shelf.goesAfter(name, 0)],
  ])('of which one entry %s brings back the others, and no copy is written over before', async (_, breaks) => {
    const { shelf } = await ahead()
    breaks(shelf, entries(shelf).at(-2) ?? '')
    const { library, copy } = await open({ shelf })
    await copy.restore()
    expect(saved(library)).toEqual(['p1', 'p2', 'p3'])
  })

  it.each<[string, (journal: MemoryShelf) => void]>([
    ['fails', (journal) => vi.spyOn(journal, 'names').mockRejectedValue(new Error('gone'))],
    ['does not answer', (journal) => vi.spyOn(journal, 'names').mockReturnValue(new Promise(() => undefined))],
  ])(
    'whose place %s keeps no copy from being made or coming back, and nothing is called deleted',
    async (_, breaks) => {
      const [shelf, journal] = [new MemoryShelf(), new MemoryShelf()]
      breaks(journal)
      const { library, copy } = await open({ shelf, journal })
      await savePaper(library, 1)
      await copy.flush()
      expect(shelf.copies).toEqual(['a'])
      const again = await open({ shelf, journal })
      expect(await again.copy.restore()).toBeGreaterThan(0)
      expect(saved(again.library)).toEqual(['p1'])
      await expect(again.copy.deleteEverything()).rejects.toThrow()
    },
  )

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

  it('has a change until two copies have it, also one that came while a copy was made, and from another tab', async () => {
    const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
    const [one, other] = [await open(room), await open(room)]
    for (const number of [1, 2, 3]) {
      await savePaper(other.library, number)
      await other.copy.flush()
    }
    await savePaper(other.library, 4)
    const { write } = room.shelf
    vi.spyOn(room.shelf, 'write').mockImplementationOnce(async (name, content) => {
      expect(['a', 'b']).toContain(name)
      await savePaper(one.library, 9)
      return write(name, content)
    })
    for (const [copies, lies] of [
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      // prettier-ignore
      await other.copy.flush()
      await savePaper(other.library, 5 + copies)
      expect(await enteredPapers(room.shelf).then((ids) => ids.includes('p9')), `${copies} copies have it`).toBe(lies)
    }
  })

  it('begins anew with the copies after all was deleted', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    for (let number = 1; number < 6; number++) await savePaper(library, number).then(() => copy.flush())
    await copy.deleteEverything()
    for (let number = 1; number < 6; number++) await savePaper(library, number).then(() => copy.flush())
    expect(entries(shelf).length).toBe(1)
  })

  it('has no entry as large as a copy; the copy is made at once instead', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    const many = Array.from({ length: 600 }, (_, number) => samplePaper(number))
    await library.write(saveToList(library.snapshot, many, TO_READ, 1))
    expect(entries(shelf)).toEqual([])
    await expect.poll(() => shelf.copies).toEqual(['a'])
  })

  it('says the last of a thing, also of what was taken back', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    for (const data of [{ day: '2026-09-21' }, null]) await library.write([{ kind: 'shown', id: 'p1', data }])
    await library.entered
    const again = await open({ shelf })
    await again.copy.restore()
    expect([...again.library.snapshot.shown]).toEqual([])
  })

  it('goes with everything else, also what is just being entered', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    const { write } = shelf
    vi.spyOn(shelf, 'write').mockImplementationOnce(async (name, content) => {
      await new Promise((resume) => setTimeout(resume, 100))
      return write(name, content)
    })
    await library.write(saveToList(library.snapshot, [samplePaper(1)], TO_READ, 1))
    await copy.deleteEverything()
    await library.entered
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
