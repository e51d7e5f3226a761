import { createHash } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Library } from '../../../src/library/library.ts'
import { removeFromList, saveToList } from '../../../src/library/lists.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { SecondCopy } from '../../../src/library/second-copy.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { Clock, failFrom, memoryLocks, MemoryShelf, openSample, samplePaper } from '../../support/library.ts'

interface Room {
  readonly factory?: IDBFactory
  readonly shelf: MemoryShelf
  /** Long enough, unless told, that only `flush` makes copies. */
  readonly quiet?: number
}

async function open({
  factory = new IDBFactory(),
  shelf,
  quiet = 60_000,
}: Room): Promise<{ library: Library; copy: SecondCopy }> {
  const clock = new Clock()
  const library = await openSample({ factory, clock, scope: '/copy/' })
  const copy = new SecondCopy({ library, shelf, scope: '/copy/', now: clock.now, locks: memoryLocks(), quiet })
  return { library, copy }
}

const save = (library: Library, number: number) =>
  library.write(saveToList(library.snapshot, [samplePaper(number)], TO_READ, number))

/** A library of three papers, of which one was removed again, with its copy made. */
async function copied(): Promise<Omit<Required<Room>, 'quiet'> & { readonly library: Library }> {
  const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
  const { library, copy } = await open(room)
  for (const number of [1, 2, 3]) await save(library, number)
  await copy.flush()
  await library.write(removeFromList([library.snapshot.papers.get('p2') ?? expect.fail()], TO_READ))
  await copy.flush()
  copy.close()
  library.close()
  return { ...room, library }
}

/** Replaces some bytes of a slot, or cuts it. */
async function damage(shelf: MemoryShelf, slot: string, how: 'cut' | 'flip' | 'empty'): Promise<void> {
  const bytes = new Uint8Array((await shelf.files.get(slot)?.arrayBuffer()) ?? expect.fail(`no slot ${slot}`))
  if (how === 'flip') bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1
  shelf.files.set(slot, new Blob([how === 'cut' ? bytes.slice(0, -20) : how === 'empty' ? new Uint8Array() : bytes]))
}

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
    await save((await open({ factory: half, shelf: new MemoryShelf() })).library, 9)
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

  it('gives up quietly when both are damaged, and is made anew by the next change', async () => {
    const { shelf } = await copied()
    await damage(shelf, 'a', 'flip')
    await damage(shelf, 'b', 'cut')
    const room = { factory: new IDBFactory(), shelf }
    const { library, copy } = await open(room)
    expect(await copy.restore()).toBe(0)
    await save(library, 5)
    await copy.flush()
    expect(await (await open({ shelf })).copy.restore()).toBe(2)
  })

  it('is made once it has been quiet, and not before', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf, quiet: 30 })
    await save(library, 1)
    expect(shelf.files.size).toBe(0)
    await expect.poll(() => shelf.files.size).toBe(1)
  })

  it('is made at once after the database has failed, which may lose all when it is opened next', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    await save(library, 1)
    const { undo } = failFrom(1, Infinity, 'finds the disk full')
    expect((await save(library, 2)).ok).toBe(false)
    undo()
    expect(shelf.files.size).toBe(0)
    await library.retry()
    await new Promise((resume) => setTimeout(resume, 100))
    const again = await open({ shelf })
    expect(await again.copy.restore()).toBe(4)
    expect([...again.library.snapshot.papers.keys()]).toEqual(['p1', 'p2'])
  })

  it('catches up at once at the next opening when a tab was closed before it was made', async () => {
    const room = { factory: new IDBFactory(), shelf: new MemoryShelf() }
    const first = await open(room)
    first.copy.close()
    await save(first.library, 1)
    const { copy } = await open(room)
    await copy.restore()
    await expect.poll(() => room.shelf.files.size).toBe(1)
  })

  it('says when it was made', async () => {
    const { library, copy } = await open({ shelf: new MemoryShelf() })
    expect(await copy.lastMade()).toBeNull()
    await save(library, 1)
    await copy.flush()
    expect(await copy.lastMade()).toBe(new Clock().now())
  })

  it('does not stand in the way when there is no room for it', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    shelf.full = true
    expect(await save(library, 1)).toMatchObject({ ok: true })
    await copy.flush()
    expect(copy.trouble).toBe('QuotaExceededError')
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

  it('keeps the library as it was before an import', async () => {
    const { library, copy } = await open({ shelf: new MemoryShelf() })
    await save(library, 1)
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
        [...shelf.files].sort().map(async ([slot, file]) => {
          const head = JSON.parse((await file.text()).split('\n')[0] ?? '') as Readonly<Record<string, unknown>>
          return [slot, head['sequence']] as const
        }),
      )
    expect(await heads()).toEqual([['a', 1], ['b', 2]]) // prettier-ignore
    const { library, copy } = await open({ shelf })
    await save(library, 5)
    await copy.flush()
    expect(await heads()).toEqual([['a', 3], ['b', 2]]) // prettier-ignore
    await copy.flush()
    expect(await heads(), 'nothing changed since').toEqual([['a', 3], ['b', 2]]) // prettier-ignore
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

  it('says why it could not be made, and is well again once it was', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    shelf.full = true
    expect(await copy.keepBeforeImport(), 'no room for that either').toBe(false)
    await save(library, 1)
    await copy.flush()
    expect(copy.trouble).toBe('QuotaExceededError')
    shelf.full = false
    await save(library, 2)
    const fault = failFrom(1, Infinity, 'throws')
    await copy.flush()
    expect([copy.trouble, shelf.files.size]).toEqual(['Error', 0])
    fault.undo()
    await save(library, 3)
    await copy.flush()
    expect([copy.trouble, shelf.files.size]).toEqual([null, 1])
  })

  it('waits for quiet, is not made after it was closed, and not of what was deleted', async () => {
    const shelf = new MemoryShelf()
    const first = await open({ shelf, quiet: 40 })
    await save(first.library, 1)
    first.copy.close()
    const second = await open({ shelf, quiet: 40 })
    await save(second.library, 1)
    await second.copy.deleteEverything()
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(shelf.files.size).toBe(0)
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

  it('is made after a second of quiet, and says so where it cannot tell why it was not', async () => {
    const [shelf, clock] = [new MemoryShelf(), new Clock()]
    const library = await openSample({ clock, scope: '/copy/' })
    const copy = new SecondCopy({ library, shelf, scope: '/copy/', now: clock.now, locks: memoryLocks() })
    await save(library, 1)
    await expect.poll(() => shelf.files.size, { timeout: 10_000 }).toBe(1)
    vi.spyOn(shelf, 'write').mockRejectedValue('no reason')
    await save(library, 2)
    await copy.flush()
    expect(copy.trouble).toBe('unknown')
    copy.close()
  })
})

/** A slot whose head is right about what follows it. */
async function slotOf(body: string): Promise<Blob> {
  const sha256 = createHash('sha256').update(body).digest('hex')
  return Promise.resolve(new Blob([`${JSON.stringify({ sequence: 9, records: 9, newest: 9, sha256 })}\n`, body]))
}
