/** The second copy: when it is made, where it lies, and what is said where it cannot be. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Library } from '../../../src/library/library.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { SecondCopy } from '../../../src/library/second-copy.ts'
import { Clock, failFrom, losesAll, memoryLocks, MemoryShelf, openSample, samplePaper } from '../../support/library.ts'
import { copied, moment, open, savePaper } from '../../support/second-copy.ts'

describe('the second copy', () => {
  it('is made once it has been quiet, and not before', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf, quiet: 30 })
    await savePaper(library, 1)
    expect(shelf.copies.length).toBe(0)
    await expect.poll(() => shelf.copies.length).toBe(1)
  })

  it('is made at once after the database has failed, which may lose all when it is opened next', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    await savePaper(library, 1)
    const { undo } = failFrom(1, Infinity, 'finds the disk full')
    expect((await savePaper(library, 2)).ok).toBe(false)
    undo()
    expect(shelf.copies.length).toBe(0)
    await library.retry()
    await new Promise((resume) => setTimeout(resume, 100))
    const again = await open({ shelf })
    expect(await again.copy.restore()).toBe(4)
    expect([...again.library.snapshot.papers.keys()]).toEqual(['p1', 'p2'])
  })

  it('is tried again by itself after the database has failed', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    const fault = failFrom(1, Infinity, 'finds the disk full')
    await savePaper(library, 1)
    fault.undo()
    shelf.full = true
    await library.retry()
    await new Promise((resume) => setTimeout(resume, 100))
    shelf.full = false
    await expect.poll(() => shelf.copies.length).toBe(1)
  })

  it('stays as it is while the database lacks what the tab still has, and is made once that is back', async () => {
    const shelf = new MemoryShelf()
    const factory = new IDBFactory()
    const { library, copy } = await open({ factory, shelf })
    await savePaper(library, 1)
    await copy.flush()
    const fault = failFrom(1, Infinity, 'throws')
    expect((await savePaper(library, 2)).ok).toBe(false)
    fault.undo()
    losesAll(factory)
    await library.reload()
    await savePaper(library, 3)
    await copy.flush()
    expect(shelf.copies).toEqual(['a', 'lacking'])
    await library.retry()
    await expect.poll(() => shelf.copies).toEqual(['a', 'b'])
    const again = await open({ shelf })
    expect(await again.copy.restore()).toBe(6)
  })

  it('catches up at once at the next opening when a tab was closed before it was made', async () => {
    const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
    const first = await open(room)
    first.copy.close()
    await savePaper(first.library, 1)
    const { copy } = await open(room)
    await copy.restore()
    await expect.poll(() => room.shelf.copies.length).toBe(1)
  })

  it.each<[string, (library: Library) => Promise<unknown>, number]>([
    ['nothing is', () => Promise.resolve(), 1],
    ['there is one paper more', (library) => savePaper(library, 2), 2],
    ['a note is another', (library) => library.write(writeNote(samplePaper(1), 'second')), 2],
  ])('is made at the next opening where %s newer than it', async (_, change, copies) => {
    const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
    const first = await open(room)
    await first.library.write(writeNote(samplePaper(1), 'first'))
    await first.copy.flush()
    first.copy.close()
    await change(first.library)
    first.library.close()
    const { copy } = await open(room)
    expect(await copy.restore()).toBe(0)
    await new Promise((resume) => setTimeout(resume, 200))
    expect(room.shelf.copies.length).toBe(copies)
  })

  it('is not made of nothing, nor of what was deleted', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    await copy.flush()
    expect(shelf.files.size).toBe(0)
    await savePaper(library, 1)
    await copy.deleteEverything()
    await copy.flush()
    expect(shelf.files.size).toBe(0)
  })

  it('waits for the next change where it could not be made and the database is well', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    await savePaper(library, 1)
    shelf.full = true
    await copy.flush()
    shelf.full = false
    await new Promise((resume) => setTimeout(resume, 2_300))
    expect(shelf.copies).toEqual([])
    copy.close()
  })

  it('says when it was made', async () => {
    const { library, copy } = await open({ shelf: new MemoryShelf() })
    expect(await copy.lastMade()).toBeNull()
    await savePaper(library, 1)
    const before = moment()
    await copy.flush()
    expect([before + 1, before + 2]).toContain(await copy.lastMade())
  })

  it('does not stand in the way when there is no room for it', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    shelf.full = true
    expect(await savePaper(library, 1)).toMatchObject({ ok: true })
    await copy.flush()
    expect(copy.trouble).toBe('QuotaExceededError')
  })

  it('keeps the library as it was before an import', async () => {
    const { library, copy } = await open({ shelf: new MemoryShelf() })
    await savePaper(library, 1)
    expect(await copy.keepBeforeImport()).toBe(true)
    expect(await (await copy.beforeImport())?.text()).toContain('"kind":"offprint-library"')
  })

  it('of a first build does not say when it was made', async () => {
    const { shelf } = await copied()
    const [head = '', ...rest] = ((await shelf.files.get('b')?.text()) ?? '').split('\n')
    const older = JSON.parse(head) as Record<string, unknown>
    delete older['made']
    shelf.files.set('b', new Blob([[JSON.stringify(older), ...rest].join('\n')]))
    const { library, copy } = await open({ shelf })
    expect(await copy.lastMade()).toBeNull()
    expect(await copy.restore()).toBe(6)
    expect(library.snapshot.papers.size).toBe(2)
  })

  it('is made in the slot of the older one, a number later', async () => {
    const { shelf } = await copied()
    const heads = async (): Promise<readonly (readonly [string, unknown])[]> =>
      Promise.all(
        [...shelf.copies].sort().map(async (slot) => {
          const head = JSON.parse(((await shelf.files.get(slot)?.text()) ?? '').split('\n')[0] ?? '') as Readonly<
            Record<string, unknown>
          >
          return [slot, head['sequence']] as const
        }),
      )
    expect(await heads()).toEqual([['a', 1], ['b', 2]]) // prettier-ignore
    const { library, copy } = await open({ shelf })
    await savePaper(library, 5)
    await copy.flush()
    expect(await heads()).toEqual([['a', 3], ['b', 2]]) // prettier-ignore
    await copy.flush()
    expect(await heads(), 'nothing changed since').toEqual([['a', 3], ['b', 2]]) // prettier-ignore
  })

  it('says why it could not be made, and is well again once it was', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    shelf.full = true
    expect(await copy.keepBeforeImport(), 'no room for that either').toBe(false)
    await savePaper(library, 1)
    await copy.flush()
    expect(copy.trouble).toBe('QuotaExceededError')
    shelf.full = false
    await savePaper(library, 2)
    const fault = failFrom(1, Infinity, 'throws')
    await copy.flush()
    expect([copy.trouble, shelf.copies.length]).toEqual(['Error', 0])
    fault.undo()
    await savePaper(library, 3)
    await copy.flush()
    expect([copy.trouble, shelf.copies.length]).toEqual([null, 1])
  })

  it('waits for quiet, is not made after it was closed, and not of what was deleted', async () => {
    const shelf = new MemoryShelf()
    const first = await open({ shelf, quiet: 40 })
    await savePaper(first.library, 1)
    first.copy.close()
    const second = await open({ shelf, quiet: 40 })
    await savePaper(second.library, 1)
    await second.copy.deleteEverything()
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(shelf.copies.length).toBe(0)
  })

  it('is made after a second of quiet, and says so where it cannot tell why it was not', async () => {
    const [shelf, clock] = [new MemoryShelf(), new Clock()]
    const library = await openSample({ clock, scope: '/copy/' })
    const copy = new SecondCopy({
      library,
      shelf,
      journal: shelf,
      scope: '/copy/',
      now: clock.now,
      locks: memoryLocks(),
    })
    await savePaper(library, 1)
    await expect.poll(() => shelf.copies.length).toBe(1)
    vi.spyOn(shelf, 'write').mockRejectedValue('no reason')
    await savePaper(library, 2)
    await copy.flush()
    expect(copy.trouble).toBe('unknown')
    copy.close()
  })
})
