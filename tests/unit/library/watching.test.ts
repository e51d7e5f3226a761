/** Who is told of what: listeners, other tabs, and the export of a tab whose disk refuses. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { libraryName, type Library } from '../../../src/library/library.ts'
import { saveToList } from '../../../src/library/lists.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { markDone } from '../../../src/library/reading.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { joinTabs } from '../../../src/library/tabs.ts'
import { Clock, failFrom, losesAll, openSample, samplePaper, startSample } from '../../support/library.ts'

const one = samplePaper(1)
let fault: { readonly undo: () => number } | null = null
afterEach(() => {
  fault?.undo()
  fault = null
  vi.unstubAllGlobals()
})
/** How often each was called since it was last asked. */
function count(library: Library) {
  const heard = { shown: 0, written: 0 }
  const ends = [library.subscribe(() => heard.shown++), library.afterWriting(() => heard.written++)]
  const told = () => {
    const now = [heard.shown, heard.written]
    Object.assign(heard, { shown: 0, written: 0 })
    return now
  }
  return { told, end: () => ends.forEach((end) => end()) }
}

describe('who listens', () => {
  it('hears of each change once, and of nothing where nothing changes', async () => {
    const library = await openSample()
    const { told, end } = count(library)
    await library.write(writeNote(one, 'a'))
    expect(told()).toEqual([1, 1])
    expect(await library.write([])).toEqual({ ok: true, value: [] })
    expect(told(), 'an empty change is none').toEqual([0, 0])
    await library.write(writeNote(one, 'a'))
    expect(told(), 'the same again is shown to nobody').toEqual([0, 1])
    end()
    await library.write(writeNote(one, 'b'))
    expect(told()).toEqual([0, 0])
    library.close()
  })

  it('holds no change up: what is refused, or found cleared, while it takes one in stays unsaved', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory })
    library.afterWriting(() => new Promise(() => undefined))
    expect((await library.write(writeNote(one, 'first'))).ok).toBe(true)
    fault = failFrom(1, Infinity, 'finds the disk full')
    expect((await library.write(writeNote(one, 'second'))).ok).toBe(false)
    expect([library.unsaved.length, library.trouble?.kind]).toEqual([2, 'full'])
    fault.undo()
    losesAll(factory)
    fault = failFrom(1, 1, 'throws')
    await library.reload()
    expect([library.lacks, library.trouble?.kind]).toEqual([true, 'cleared'])
    library.close()
  })

  it('is done when all that listen are', async () => {
    const library = await openSample()
    let heard = 0
    library.afterWriting(() => new Promise((done) => setTimeout(() => done(heard++), 20)))
    library.afterWriting(() => heard++)
    await library.write(writeNote(one, 'a'))
    await library.write(writeNote(one, 'b'))
    await library.entered
    expect(heard).toBe(4)
    library.close()
  })

  it('hears of trouble when it comes and when it goes', async () => {
    const library = await openSample({ patience: 40 })
    const { told } = count(library)
    fault = failFrom(1, Infinity, 'finds the disk full')
    await library.write(writeNote(one, 'a'))
    expect([library.trouble, library.unsaved.length]).toEqual([{ kind: 'full' }, 2])
    expect(told()[0]).toBeGreaterThan(0)
    fault.undo()
    await library.write(writeNote(one, 'b'))
    expect([library.trouble, library.unsaved]).toEqual([null, []])
    expect(told()[0]).toBeGreaterThan(0)
    library.close()
  })

  it('hears nothing once the library is closed', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, scope: '/closed/' })
    const { told } = count(library)
    library.close()
    await library.reload()
    expect(told()).toEqual([0, 0])
  })
})

describe('before the first reading', () => {
  it('nothing is known, and that is said', async () => {
    const library = startSample()
    expect([library.loaded, library.snapshot.papers.size, library.trouble]).toEqual([false, 0, null])
    expect(await library.opened).toEqual({ ok: true, value: null })
    expect([library.loaded, library.fresh]).toEqual([true, true])
    library.close()
  })

  it('a database that was there is not fresh', async () => {
    const factory = new IDBFactory()
    for (const fresh of [true, false]) {
      const library = await openSample({ factory, scope: '/fresh/' })
      expect(library.fresh).toBe(fresh)
      library.close()
    }
  })
})

describe('a tab whose disk refuses', () => {
  it('gives for the export what is on disk with what was refused in its place, as of now', async () => {
    const clock = new Clock()
    const library = await openSample({ clock, patience: 40 })
    await library.write(markDone([one], 1))
    fault = failFrom(1, Infinity, 'finds the disk full')
    clock.time += 5
    await library.write([...markDone([one], 2), ...markDone([samplePaper(2)], 3)])
    expect(library.recordsInMemory()).toEqual([
      { kind: 'done', id: 'p1', v: 1, changed: clock.time, data: { at: 2, title: 'Paper 1' } },
      { kind: 'done', id: 'p2', v: 1, changed: clock.time, data: { at: 3, title: 'Paper 2' } },
    ])
    fault.undo()
    library.close()
  })

  it('does not keep for another try what a later build has written', async () => {
    const library = await openSample()
    const { mergeInto } = await import('../../../src/library/merge.ts')
    await mergeInto(library, [{ kind: 'note', id: 'p1', v: 2, changed: 1, data: { ink: [] } }], 'merge')
    expect(await library.write(writeNote(one, 'over it'))).toMatchObject({ error: { kind: 'later-record' } })
    expect([library.unsaved, library.trouble]).toEqual([[], null])
    library.close()
  })

  it('reads anew, and has nothing to write, where nothing was refused', async () => {
    const library = await openSample()
    expect(await library.retry()).toEqual({ ok: true, value: null })
    fault = failFrom(1, Infinity, 'throws')
    expect(await library.retry()).toMatchObject({ ok: false })
    library.close()
  })
})

describe('many records', () => {
  const many = Array.from({ length: 1_001 }, (_, n) => samplePaper(n))

  it('are read to the last, past what is none, and shown to the other tab', async () => {
    const factory = new IDBFactory()
    const [here, there] = [
      await openSample({ factory, scope: '/many/' }),
      await openSample({ factory, scope: '/many/' }),
    ]
    await here.write(markDone(many, 1))
    await expect.poll(() => there.snapshot.papers.size).toBe(1_001)
    await here.write(markDone(many.slice(0, 1_000), 2))
    await expect.poll(() => [...there.snapshot.papers.values()].filter(({ done }) => done === 2).length).toBe(1_000)
    const request = factory.open(libraryName('/many/'), 1)
    await new Promise((resolve) => (request.onsuccess = resolve))
    const transaction = request.result.transaction('records', 'readwrite')
    for (const id of ['p10', 'p999', 'zzz'])
      transaction.objectStore('records').put({ kind: 'done', id, data: 'damage' })
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    request.result.close()
    await here.reload()
    expect(here.snapshot.papers.size).toBe(999)
    const records = await here.records()
    expect(records.ok && new Set(records.value.map(({ id }) => id)).size).toBe(999)
    for (const library of [here, there]) library.close()
  })
})

describe('a browser without a channel between tabs', () => {
  it('has a library all the same', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const nobody = () => expect.fail('nobody is there')
    const tabs = joinTabs('alone', nobody, nobody)
    tabs.tell(null)
    tabs.close()
    const library = await openSample()
    await library.write(saveToList(library.snapshot, [one], TO_READ, 1))
    expect(library.snapshot.papers.size).toBe(1)
    library.close()
  })
})
