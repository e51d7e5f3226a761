/** A trial of the database: what works is seen to work, what fails is named, and nobody sees anything of it. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { saveToList } from '../../../src/library/lists.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { tryDisk } from '../../../src/library/try-disk.ts'
import { writeLibraryFile } from '../../../src/library/library-file.ts'
import { failFrom, NOW, openSample, samplePaper, type Fault } from '../../support/library.ts'

let undo = (): unknown => undefined
afterEach(() => void undo())

const SCOPE = '/trial/'
const tryIt = (factory: IDBFactory | undefined) =>
  tryDisk({ scope: SCOPE, indexedDB: () => factory, now: () => NOW, patience: 100 })

describe('a trial', () => {
  it('leaves no trace in what is read, shown, copied or exported', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, scope: SCOPE })
    await library.write(saveToList(library.snapshot, [samplePaper(1)], TO_READ, 1))
    const { snapshot } = library
    const before = await library.records()
    let told = 0
    library.subscribe(() => told++)
    library.afterWriting(() => told++)
    expect(await tryIt(factory)).toEqual({ ok: true, value: true })
    expect(await library.records()).toEqual(before)
    expect([library.snapshot === snapshot, library.unsaved, library.trouble, told]).toEqual([true, [], null, 0])
  })

  it('that was cut short is passed over by every reader of records', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, scope: SCOPE })
    // Opening, the transaction and the write go well; all after them fails.
    undo = failFrom(4, Infinity, 'throws').undo
    expect((await tryIt(factory)).ok).toBe(false)
    undo()
    const records = await library.records()
    expect(records).toEqual({ ok: true, value: [] })
    expect(await library.reload()).toEqual({ ok: true, value: null })
    expect(library.snapshot.hidden).toBe(0)
    expect(records.ok && writeLibraryFile(records.value, NOW)).not.toContain('self-test')
  })

  it.each<[fault: Fault, kind: string]>([
    ['throws', 'unavailable'],
    ['finds the disk full', 'full'],
    ['is silent', 'silent'],
    ['aborts', 'failed'],
  ])('names what fails where a database %s', async (fault, kind) => {
    const factory = new IDBFactory()
    await openSample({ factory, scope: SCOPE })
    undo = failFrom(fault === 'aborts' ? 2 : 1, Infinity, fault).undo
    expect(await tryIt(factory)).toMatchObject({ ok: false, error: { kind } })
  })

  it('names what fails where the record cannot be taken out again', async () => {
    const factory = new IDBFactory()
    await openSample({ factory, scope: SCOPE })
    // The third transaction, behind the opening, two others and what they ask.
    undo = failFrom(6, Infinity, 'throws').undo
    expect(await tryIt(factory)).toMatchObject({ ok: false, error: { kind: 'failed' } })
  })

  it('says so where there is no database at all', async () => {
    expect(await tryIt(undefined)).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
  })

  it.each([
    ['forgets what it was given', 'put'],
    ['does not let go', 'delete'],
  ] as const)('has failed where a database %s', async (_, name) => {
    const factory = new IDBFactory()
    await openSample({ factory, scope: SCOPE })
    const store = Object.getPrototypeOf(await storeOf(factory)) as object
    const original: unknown = Reflect.get(store, name)
    undo = () => Reflect.set(store, name, original)
    Reflect.set(store, name, () => new EventTarget())
    expect(await tryIt(factory)).toEqual({ ok: true, value: false })
  })
})

/** A store of the database, whose methods are those of all. */
function storeOf(factory: IDBFactory): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const request = factory.open(`offprint:${SCOPE}`, 1)
    request.onsuccess = () => {
      const store = request.result.transaction('records').objectStore('records')
      request.result.close()
      resolve(store)
    }
    request.onerror = () => reject(new Error('not opened'))
  })
}
