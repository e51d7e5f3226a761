/** What comes back from the second copy, however database and copy were damaged, and what does not. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../../src/library/record.ts'
import type { Library } from '../../../src/library/library.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { failFrom, losesAll, MemoryShelf, samplePaper } from '../../support/library.ts'
import { copied, damage, open, savePaper, slotOf } from '../../support/second-copy.ts'

describe('the second copy', () => {
  it('brings back a lost database, and not what was removed', async () => {
    const { shelf, library: before } = await copied()
    const { library, copy } = await open({ shelf })
    expect([library.fresh, library.snapshot.papers.size]).toEqual([true, 0])
    expect(await copy.restore()).toBe(6)
    expect(library.snapshot).toEqual(before.snapshot)
  })

  it('says nothing where nothing was lost', async () => {
    const { library, copy } = await open(await copied())
    expect(await copy.restore()).toBe(0)
    expect(library.snapshot.papers.size).toBe(2)
  })

  it('brings back what a cut log lost, and keeps what came after', async () => {
    const { shelf } = await copied()
    const half = new IDBFactory()
    await savePaper((await open({ factory: half, shelf: new MemoryShelf() })).library, 9)
    const { library, copy } = await open({ factory: half, shelf })
    expect(await copy.restore()).toBe(6)
    expect([...library.snapshot.papers.keys()].sort()).toEqual(['p1', 'p3', 'p9'])
  })

  it.each(['cut', 'flip', 'empty'] as const)(
    'falls back to the copy before when the latest is damaged: %s',
    async (how) => {
      const { shelf } = await copied()
      await damage(shelf, 'b', how)
      const { library, copy } = await open({ shelf })
      expect(await copy.restore()).toBe(6)
      expect([...library.snapshot.papers.keys()].sort(), 'as before the removal').toEqual(['p1', 'p2', 'p3'])
    },
  )

  it('falls back to the copy before when the latest cannot be read', async () => {
    const { shelf } = await copied()
    shelf.unreadable.add('b')
    const { library, copy } = await open({ shelf })
    expect(await copy.restore()).toBe(6)
    expect([...library.snapshot.papers.keys()].sort()).toEqual(['p1', 'p2', 'p3'])
  })

  it('is not written over as long as it has not been looked at, and comes back once it can be', async () => {
    const { shelf } = await copied()
    for (const slot of ['a', 'b']) shelf.unreadable.add(slot)
    const room = { factory: new IDBFactory(), shelf }
    const { library, copy } = await open(room)
    await expect(copy.restore()).rejects.toThrow()
    for (const number of [5, 6]) await savePaper(library, number).then(() => copy.flush())
    expect(copy.trouble).not.toBeNull()
    shelf.unreadable.clear()
    await savePaper(library, 7)
    await copy.flush()
    expect([...library.snapshot.papers.keys()].sort()).toEqual(['p1', 'p3', 'p5', 'p6', 'p7'])
    expect(copy.trouble).toBeNull()
  })

  it('is not made of a database that is found empty just then', async () => {
    const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
    const { library, copy } = await open(room)
    for (const number of [1, 2, 3]) await savePaper(library, number)
    await copy.flush()
    await savePaper(library, 4)
    losesAll(room.factory)
    const fault = failFrom(1, 1, 'throws')
    await copy.flush()
    fault.undo()
    copy.close()
    library.close()
    const again = await open(room)
    await again.copy.restore()
    expect([...again.library.snapshot.papers.keys()].sort()).toEqual(['p1', 'p2', 'p3', 'p4'])
  })

  it.each<[string, (before: readonly Envelope[]) => readonly Envelope[] | undefined, number]>([
    ['before anything was written', (before) => before, 6],
    ['afterwards, when as much and later was written', () => undefined, 0],
  ])('sees that the end is missing where it looks %s', async (_, look, restored) => {
    const half = new IDBFactory()
    const short = await open({ factory: half, shelf: new MemoryShelf() })
    await savePaper(short.library, 1)
    short.library.close()
    const { shelf } = await copied()
    const { library, copy } = await open({ factory: half, shelf })
    const before = library.recordsInMemory()
    for (const number of [5, 6, 7]) await savePaper(library, number)
    expect(await copy.restore(look(before))).toBe(restored)
  })

  it('gives up quietly when both are damaged, and is made anew by the next change', async () => {
    const { shelf } = await copied()
    await damage(shelf, 'a', 'flip')
    await damage(shelf, 'b', 'cut')
    const room = { factory: new IDBFactory(), shelf }
    const { library, copy } = await open(room)
    expect(await copy.restore()).toBe(0)
    await savePaper(library, 5)
    await copy.flush()
    expect(await (await open({ shelf })).copy.restore()).toBe(2)
  })

  it('never brings back what the reader deleted altogether', async () => {
    const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
    const { library, copy } = await open(room)
    await library.write(writeNote(samplePaper(1), 'private'))
    await copy.flush()
    await copy.keepBeforeImport()
    await copy.deleteEverything()
    expect([room.shelf.files.size, library.snapshot.papers.size]).toEqual([0, 0])
    const again = await open(room)
    expect(await again.copy.restore()).toBe(0)
    expect(again.library.snapshot.papers.size).toBe(0)
  })

  it('does not touch a library that has not been read', async () => {
    const { shelf } = await copied()
    const fault = failFrom(1, Infinity, 'throws')
    const { copy } = await open({ shelf })
    expect(await copy.restore()).toBe(0)
    expect(await copy.keepBeforeImport()).toBe(false)
    fault.undo()
  })

  it('brings nothing back where the database takes nothing', async () => {
    const { shelf } = await copied()
    const { library, copy } = await open({ shelf })
    const fault = failFrom(1, Infinity, 'finds the disk full')
    expect(await copy.restore()).toBe(0)
    fault.undo()
    expect(library.snapshot.papers.size).toBe(0)
  })

  it('brings back what was lost before this visit, though as much was saved in it since', async () => {
    const { shelf } = await copied()
    const { library, copy } = await open({ shelf })
    for (const number of [7, 8, 9, 10]) await savePaper(library, number)
    expect(await copy.restore()).toBe(6)
    expect([...library.snapshot.papers.keys()].sort()).toEqual(['p1', 'p10', 'p3', 'p7', 'p8', 'p9'])
  })

  it('brings back what a tab saw cleared and nobody asked for again, though as much was saved since', async () => {
    const { shelf, factory } = await copied()
    const before = await open({ shelf, factory })
    losesAll(factory)
    const fault = failFrom(1, 1, 'throws')
    await savePaper(before.library, 5)
    fault.undo()
    expect(before.library.lacks).toBe(true)
    for (const number of [6, 7, 8, 9]) await savePaper(before.library, number)
    await before.copy.flush()
    before.copy.close()
    before.library.close()
    const { library, copy } = await open({ shelf, factory })
    expect([library.fresh, library.snapshot.papers.size]).toEqual([false, 5])
    expect(await copy.restore()).toBe(6)
    expect([...library.snapshot.papers.keys()].sort()).toEqual(['p1', 'p3', 'p5', 'p6', 'p7', 'p8', 'p9'])
    expect(shelf.copies, 'and is not told again').toEqual(['a', 'b'])
  })

  it.each<[string, (library: Library) => Promise<unknown>]>([
    ['is read', (library) => library.retry()],
    ['is written to', (library) => savePaper(library, 9)],
  ])('brings all back once the database takes it again and %s, and is not made of less before', async (_, heal) => {
    const { shelf } = await copied()
    const { library, copy } = await open({ shelf })
    const fault = failFrom(1, Infinity, 'finds the disk full')
    expect(await copy.restore()).toBe(0)
    fault.undo()
    await heal(library)
    await expect.poll(() => [...library.snapshot.papers.keys()]).toEqual(expect.arrayContaining(['p1', 'p3']))
    await copy.flush()
    expect(await (await open({ shelf })).copy.restore()).toBeGreaterThanOrEqual(6)
  })

  it.each<[string, (shelf: MemoryShelf) => Promise<void> | void]>([
    ['has no head', (shelf) => void shelf.files.set('b', new Blob(['{"sequence":"nine"}\n']))],
    ['is gone between two looks', (shelf) => shelf.goesAfter('b', 1)],
    ['is no library file', async (shelf) => void shelf.files.set('b', await slotOf('{"kind":"bookmarks"}'))],
  ])('falls back to the copy before where the latest %s', async (_, change) => {
    const { shelf } = await copied()
    await change(shelf)
    const { library, copy } = await open({ shelf })
    expect(await copy.restore()).toBe(6)
    expect([...library.snapshot.papers.keys()].sort()).toEqual(['p1', 'p2', 'p3'])
  })
})
