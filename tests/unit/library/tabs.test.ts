import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { saveToList } from '../../../src/library/lists.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { envelope, openSample, samplePaper } from '../../support/library.ts'

async function twoTabs(scope: string) {
  // A busy machine is slow, and its database not silent.
  const opening = { factory: new IDBFactory(), scope, patience: 30_000 }
  return [await openSample(opening), await openSample(opening)] as const
}

describe('two tabs', () => {
  it('show each other’s saves, undos and deletions', async () => {
    const [a, b] = await twoTabs('/tabs/')
    const written = await a.write(saveToList(a.snapshot, [samplePaper(1)], TO_READ, 1))
    await expect.poll(() => b.snapshot).toEqual(a.snapshot)
    await b.undo(written.ok ? written.value : [])
    await expect.poll(() => a.snapshot.papers.size).toBe(0)
    await a.write(writeNote(samplePaper(2), 'x'))
    await b.forgetAll()
    await expect.poll(() => a.snapshot.papers.size).toBe(0)
  })

  it('adding at once lose nothing', async () => {
    const [a, b] = await twoTabs('/at-once/')
    const add = (tab: typeof a, from: number) =>
      Promise.all(
        Array.from({ length: 100 }, (_, n) => tab.write(saveToList(tab.snapshot, [samplePaper(from + n)], TO_READ, n))),
      )
    await Promise.all([add(a, 0), add(b, 100)])
    for (const tab of [a, b]) await expect.poll(() => tab.snapshot.papers.size).toBe(200)
  })

  it('are told nothing by one that was left before its change came to its end', async () => {
    const [a, b] = await twoTabs('/left/')
    const end = a.apply(
      () => () => [envelope('list', 'x', { name: 'x', order: 1 })],
      (written) => (a.close(), written),
    )
    expect((await end).ok).toBe(true)
    expect(b.snapshot.lists.length).toBe(1)
  })

  it('pass over what is not a hint', async () => {
    const [a] = await twoTabs('/noise/')
    const channel = new BroadcastChannel('offprint:/noise/')
    for (const noise of [null, 7, { keys: 'all' }, { keys: [['x']] }]) channel.postMessage(noise)
    await a.write(writeNote(samplePaper(1), 'still here'))
    channel.close()
    expect(a.snapshot.papers.size).toBe(1)
  })
})
