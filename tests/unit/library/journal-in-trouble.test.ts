/** The journal where its place is full, silent or damaged: nothing else is held up or hidden by it. */
import { describe, expect, it, vi } from 'vitest'
import { within } from '../../../src/base/pause.ts'
import { saveToList } from '../../../src/library/lists.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { ahead, entries, saved } from '../../support/journal.ts'
import { failFrom, MemoryShelf, samplePaper } from '../../support/library.ts'
import { open, savePaper } from '../../support/second-copy.ts'

describe('the journal', () => {
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
      await expect(again.copy.deleteEverything()).rejects.toThrow(/^(?:gone|the journal does not answer)$/)
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

  it('is not waited for again where its place let one change wait in vain, until it answers', async () => {
    const shelf = new MemoryShelf()
    const { library } = await open({ shelf })
    const holds = async (): Promise<boolean> => {
      await library.write(saveToList(library.snapshot, [samplePaper(library.snapshot.papers.size)], TO_READ, 1))
      const entered = library.entered.then(() => false)
      return (await within(entered, 500)) ?? true
    }
    const { write } = shelf
    let answer: (() => void) | undefined
    vi.spyOn(shelf, 'write').mockImplementation(async (name, content) => {
      await new Promise<void>((resolve) => (answer = resolve))
      return write(name, content)
    })
    expect(await holds()).toBe(true)
    await library.entered
    expect(await holds(), 'after one in vain').toBe(false)
    answer?.()
    await expect.poll(() => entries(shelf).length).toBe(1)
    expect(await holds(), 'once it has answered').toBe(true)
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
    await library.entered
    expect(shelf.files.size).toBe(0)
  })
})
