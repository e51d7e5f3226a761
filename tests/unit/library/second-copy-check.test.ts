/** The second copy is looked at: whether each file of it can still be read, once one that is due has been made. */
import { describe, expect, it } from 'vitest'
import { MemoryShelf } from '../../support/library.ts'
import { copied, damage, open, savePaper } from '../../support/second-copy.ts'

describe('a look at the second copy', () => {
  it('finds none where nothing was kept', async () => {
    const shelf = new MemoryShelf()
    const { copy } = await open({ shelf })
    expect(await copy.check()).toEqual({ checked: 0, of: 0, faults: [] })
    expect(shelf.copies).toEqual([])
  })
  it('makes one that is due', async () => {
    const { library, copy } = await open({ shelf: new MemoryShelf() })
    await savePaper(library, 1)
    expect(await copy.check()).toEqual({ checked: 1, of: 1, faults: [] })
  })
  it.each([
    ['whole', [], []],
    ['cut', ['a'], ['a']],
    ['cut', ['a', 'b'], ['a', 'b']],
    ['flip', ['b'], ['b']],
    ['empty', ['b'], ['b']],
  ] as const)('names what is damaged: %s %j', async (how, slots, faults) => {
    const { factory, shelf } = await copied()
    if (how !== 'whole') for (const slot of slots) await damage(shelf, slot, how)
    const before = new Map(shelf.files)
    const { copy } = await open({ factory, shelf })
    expect(await copy.check()).toEqual({ checked: 2, of: 2, faults })
    expect(shelf.files).toEqual(before)
  })
  it.each<[string, () => Promise<Blob>]>([
    ['cannot be opened', () => Promise.reject(new DOMException('damaged', 'NotReadableError'))],
    [
      'breaks off while it is read',
      () => {
        const gone = () => Promise.reject(new DOMException('damaged', 'NotReadableError'))
        return Promise.resolve(Object.assign(new Blob(['{']), { arrayBuffer: gone }))
      },
    ],
  ])('names a file that %s', async (_, readB) => {
    const { factory, shelf } = await copied()
    const { copy } = await open({ factory, shelf })
    const { read } = shelf
    Object.assign(shelf, { read: (name: string) => (name === 'b' ? readB() : read(name)) })
    expect(await copy.check()).toEqual({ checked: 2, of: 2, faults: ['b'] })
  })
  it('finds none where there is no room for one', async () => {
    const shelf = new MemoryShelf()
    const { library, copy } = await open({ shelf })
    shelf.full = true
    await savePaper(library, 1)
    expect(await copy.check()).toEqual({ checked: 0, of: 0, faults: [] })
  })
})
