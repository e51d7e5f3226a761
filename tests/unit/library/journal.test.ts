/** The journal beside the second copy: what was said to be kept, before a copy has it. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { saveToList } from '../../../src/library/lists.ts'
import { mergeInto } from '../../../src/library/merge.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { ahead, enteredPapers, entries, noted, saved } from '../../support/journal.ts'
import { MemoryShelf, samplePaper } from '../../support/library.ts'
import { open, savePaper } from '../../support/second-copy.ts'
import { kept } from '../../support/steps.ts'

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

  it('is older than the copy in what the copy has later', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    for (const note of ['first', 'second']) await library.write(writeNote(samplePaper(1), note))
    await library.entered
    await copy.flush()
    shelf.files.delete(entries(shelf)[1] ?? '')
    copy.close()
    const again = await open({ shelf })
    await again.copy.restore()
    expect(kept(again.library.snapshot, 'p1').note).toBe('second')
  })

  it('brings back a change of what the copy has as it was before', async () => {
    const { shelf, library, copy } = await noted('first')
    const factory = new IDBFactory()
    const older = await open({ factory, shelf: new MemoryShelf() })
    await mergeInto(older.library, library.recordsInMemory(), 'merge')
    older.library.close()
    await library.write(writeNote(samplePaper(1), 'second'))
    await library.entered
    copy.close()
    const again = await open({ factory, shelf })
    expect(await again.copy.restore()).toBe(1)
    expect(kept(again.library.snapshot, 'p1').note).toBe('second')
  })

  it('brings nothing back where nothing is lost, and has less after the copy of the next visit', async () => {
    const room = await ahead()
    const { copy, library } = await open(room)
    expect(await copy.restore()).toBe(0)
    expect(library.snapshot).toEqual(room.snapshot)
    const before = entries(room.shelf).length
    await expect.poll(() => entries(room.shelf).length).toBeLessThan(before)
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
