import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { pause } from '../../../src/base/pause.ts'
import { libraryName } from '../../../src/library/library.ts'
import { saveToList } from '../../../src/library/lists.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { joinTabs, type Hint } from '../../../src/library/tabs.ts'
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

describe('a change that waits behind those of another tab', () => {
  it.each([
    ['is kept while that tab has answers', 400, true, [true, null]],
    ['is refused as by a silent database where nothing is heard', 400, false, [false, 'silent']],
    ['is refused where it waits for more than ten times its patience', 50, true, [false, 'silent']],
  ])('%s', async (_, patience, answers, outcome) => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, scope: '/behind/', patience })
    const channel = new BroadcastChannel(libraryName('/behind/'))
    let goesOn = true
    const other = await holdsUp(factory, () => {
      if (answers) channel.postMessage({ keys: [['done', 'p9']] })
      return goesOn
    })
    setTimeout(() => (goesOn = false), 2_000)
    const written = await library.write(writeNote(samplePaper(1), 'behind'))
    expect([written.ok, library.trouble?.kind ?? null]).toEqual(outcome)
    await other.over
    channel.close()
    library.close()
  })
})

/** Begins a transaction of another tab that goes on until it is told not to. */
async function holdsUp(factory: IDBFactory, goesOn: () => boolean): Promise<{ readonly over: Promise<unknown> }> {
  const request = factory.open(libraryName('/behind/'), 1)
  await new Promise((resolve) => (request.onsuccess = resolve))
  const transaction = request.result.transaction('records', 'readwrite')
  const again = (): void => {
    if (goesOn()) transaction.objectStore('records').count().onsuccess = again
  }
  again()
  return { over: new Promise((resolve) => (transaction.oncomplete = resolve)) }
}

describe('hints that come while one is followed', () => {
  const one = (n: number): Hint['keys'] => [['done', `p${n}`]]
  const many = (count: number) => Array.from({ length: count }, (_, n) => one(n))
  it.each([
    ['of some records, are followed as one', many(600), [1, 599]],
    ['of more than one hint lists, are followed as everything', many(1_002), [1, 'all']],
    ['and one of them says everything, are followed as that', [...many(3), null, ...many(3)], [1, 'all']],
  ])('%s', async (name, told, followed) => {
    const seen: unknown[] = []
    let heard = 0
    const follow = async ({ keys }: Hint): Promise<void> => {
      seen.push(keys?.length ?? 'all')
      await pause(500)
    }
    const hears = joinTabs(name, () => heard++, follow)
    const nothing = () => expect.fail('this one only tells')
    const tells = joinTabs(name, nothing, nothing)
    for (const keys of told) tells.tell(keys)
    await expect.poll(() => heard).toBe(told.length)
    await expect.poll(() => seen).toEqual(followed)
    hears.close()
    tells.close()
  })
})
