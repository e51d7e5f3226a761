/** The browser clears the database under an open tab: what is gone is shown as not kept, and comes back on the reader's word. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { saveToList } from '../../../src/library/lists.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { saved } from '../../support/journal.ts'
import { failFrom, losesAll, openSample, samplePaper } from '../../support/library.ts'

/** A library with two papers and a note, and a hand on its connection. */
async function opened() {
  const factory = new IDBFactory()
  const connections: IDBDatabase[] = []
  const open = factory.open.bind(factory)
  vi.spyOn(factory, 'open').mockImplementation((...given) => {
    const request = open(...given)
    request.addEventListener('success', () => connections.push(request.result))
    return request
  })
  const library = await openSample({ factory, scope: '/cleared/' })
  await library.write(saveToList(library.snapshot, [samplePaper(1), samplePaper(2)], TO_READ, 1))
  await library.write(writeNote(samplePaper(1), 'a note'))
  const connection = connections[0]
  if (!connection) throw new Error('it was not opened')
  const clear = async (): Promise<void> => {
    const transaction = connection.transaction('records', 'readwrite')
    transaction.objectStore('records').clear()
    await new Promise((done) => (transaction.oncomplete = done))
  }
  const close = async (): Promise<void> => {
    connection.close()
    connection.onclose?.(new Event('close'))
    await vi.waitFor(() => expect(connections).toHaveLength(2))
    await library.reload()
  }
  return { factory, library, connections, clear, close }
}

describe('a database that is cleared while a tab is open', () => {
  it('before it was read once is an empty one, which lacks nothing', async () => {
    const factory = new IDBFactory()
    const whole = factory.open.bind(factory)
    losesAll(factory)
    const empty = factory.open.bind(factory)
    factory.open = (...given) => {
      factory.open = empty
      return whole(...given)
    }
    const fault = failFrom(1, 1, 'throws')
    const library = await openSample({ factory })
    fault.undo()
    expect([library.loaded, library.lacks, library.trouble]).toEqual([true, false, null])
    library.close()
  })

  it('leaves nothing shown as kept, and says so until the reader has it kept anew', async () => {
    const { factory, library, clear, close } = await opened()
    await clear()
    await close()
    expect([saved(library), library.trouble, library.unsaved.length]).toEqual([[], { kind: 'cleared' }, 5])
    await library.write(saveToList(library.snapshot, [samplePaper(3)], TO_READ, 2))
    expect(library.trouble, 'what goes well since is no end of it').toEqual({ kind: 'cleared' })
    await library.retry()
    expect([saved(library), library.trouble, library.unsaved]).toEqual([['p1', 'p2', 'p3'], null, []])
    library.close()
    const fresh = await openSample({ factory, scope: '/cleared/' })
    expect(fresh.snapshot.papers.get('p1')).toMatchObject({ note: 'a note', paper: samplePaper(1) })
    fresh.close()
  })

  it('is forgotten with everything else', async () => {
    const { library, clear, close } = await opened()
    await clear()
    await close()
    await library.forgetAll()
    expect([library.trouble, library.unsaved]).toEqual([null, []])
    library.close()
  })
})

it('a database that refuses to be emptied says so, and all of it stays shown', async () => {
  const library = await openSample()
  await library.write(writeNote(samplePaper(1), 'a note'))
  const fault = failFrom(1, Infinity, 'throws')
  expect((await library.forgetAll()).ok).toBe(false)
  expect(saved(library)).toEqual(['p1'])
  fault.undo()
  library.close()
})

it('a database that is empty when it is opened anew, as after a full disk, comes back, and nothing older than what is', async () => {
  const { factory, library } = await opened()
  losesAll(factory)
  const fault = failFrom(1, 1, 'throws')
  expect(await library.write(writeNote(samplePaper(1), 'a later note'))).toMatchObject({ ok: true })
  fault.undo()
  expect([saved(library), library.trouble, library.lacks]).toEqual([['p1'], { kind: 'cleared' }, true])
  expect(library.unsaved.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
    `entry ${TO_READ}:p1`,
    `entry ${TO_READ}:p2`,
    'paper p2',
  ])
  await library.retry()
  expect([saved(library), library.trouble, library.lacks]).toEqual([['p1', 'p2'], null, false])
  expect(library.snapshot.papers.get('p1')?.note).toBe('a later note')
  library.close()
})

it('what was refused stays told when something else goes well', async () => {
  const { library } = await opened()
  const fault = failFrom(1, Infinity, 'throws')
  await library.write(writeNote(samplePaper(1), 'a later note'))
  fault.undo()
  await library.reload()
  await library.write(writeNote(samplePaper(2), 'another'))
  expect([library.trouble?.kind, library.unsaved.length]).toEqual(['failed', 2])
  await library.retry()
  expect([library.trouble, library.unsaved]).toEqual([null, []])
  library.close()
})

it('a connection that breaks, with all still there, is no news', async () => {
  const { library, close } = await opened()
  await close()
  expect([saved(library), library.trouble, library.unsaved]).toEqual([['p1', 'p2'], null, []])
  library.close()
})

it('word of an old connection says nothing of the one that is open', async () => {
  const { library, connections, close } = await opened()
  await close()
  connections[0]?.onclose?.(new Event('close'))
  expect(await library.write(writeNote(samplePaper(3), 'still open'))).toMatchObject({ ok: true })
  expect(connections).toHaveLength(2)
  library.close()
})

it('a database that is cleared and then does not answer is told as that', async () => {
  const { library, connections } = await opened()
  const fault = failFrom(1, Infinity, 'throws')
  connections[0]?.close()
  connections[0]?.onclose?.(new Event('close'))
  await vi.waitFor(() => expect(library.trouble).not.toBeNull(), { timeout: 5_000 })
  fault.undo()
  expect([library.trouble?.kind, library.unsaved]).toEqual(['failed', []])
  library.close()
})
