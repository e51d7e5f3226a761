/** Every call to the database fails once, then every one from some call on: nothing is shown that is not on disk. */
import { IDBDatabase, IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openLibrary, type Library } from '../../../src/library/library.ts'
import { saveToList } from '../../../src/library/lists.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { failFrom, openSample, samplePaper, startSample, type Fault } from '../../support/library.ts'

const FAULTS: readonly Fault[] = ['throws', 'aborts', 'is silent', 'finds the disk full']
/** Long enough for a busy machine; what is silent is waited for as often as there are calls. */
const PATIENCE = 150

/** Opens, saves twice and takes one back, whatever fails on the way. */
async function session(factory: IDBFactory): Promise<{ readonly library: Library; readonly saved: readonly string[] }> {
  const library = startSample({ factory, scope: '/faults/', patience: PATIENCE })
  await library.opened
  const saved: string[] = []
  for (const paper of [samplePaper(1), samplePaper(2)]) {
    const outcome = await library.write([
      ...saveToList(library.snapshot, [paper], TO_READ, 1),
      ...writeNote(paper, 'a note'),
    ])
    if (outcome.ok) saved.push(paper.id)
  }
  const note = await library.write(writeNote(samplePaper(1), ''))
  if (note.ok) await library.undo(note.value)
  return { library, saved }
}

let fault: { readonly undo: () => number } | null = null
afterEach(() => fault?.undo())

describe.each(FAULTS)('a database of which the n-th call %s', (kind) => {
  it.each([
    ['once', 1],
    ['for ever', Infinity],
  ])(
    '%s, for every n',
    async (_, times) => {
      for (let n = 1; ; n++) {
        const factory = new IDBFactory()
        fault = failFrom(n, times, kind)
        const { library, saved } = await session(factory)
        const calls = fault.undo()
        await expectTruth(factory, library, saved, `call ${n}`)
        if (kind !== 'finds the disk full' && times === 1) expect(saved, `call ${n} is healed`).toEqual(['p1', 'p2'])
        library.close()
        if (calls < n) return
      }
    },
    60_000,
  )
})

/** What is told as saved is on disk, whole; what is shown is on disk; what was refused is still in memory. */
async function expectTruth(factory: IDBFactory, library: Library, saved: readonly string[], when: string) {
  const shown = [...library.snapshot.papers.values()].filter(({ lists }) => lists.has(TO_READ)).map(({ id }) => id)
  const unsaved = library.unsaved.filter(({ kind }) => kind === 'entry').map(({ id }) => id)
  const fresh = await openSample({ factory, scope: '/faults/', patience: PATIENCE })
  const onDisk = [...fresh.snapshot.papers.values()]
  expect(
    onDisk.map(({ id }) => id),
    when,
  ).toEqual(expect.arrayContaining([...saved]))
  expect(
    onDisk.map(({ id }) => id),
    when,
  ).toEqual(expect.arrayContaining(shown))
  for (const kept of onDisk)
    expect([kept.paper, kept.lists.size], `${when}: no half save`).toEqual([expect.anything(), 1])
  for (const id of ['p1', 'p2'].filter((id) => !saved.includes(id)))
    expect(unsaved, `${when}: ${id} can be exported`).toContain(`${TO_READ}:${id}`)
  fresh.close()
}

it('every transaction asks to be on disk before it counts as complete', async () => {
  const calls = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const { library } = await session(new IDBFactory())
  const asked = calls.mock.calls.filter(([, mode]) => mode === 'readonly' || mode === 'readwrite')
  calls.mockRestore()
  library.close()
  expect(asked.length).toBeGreaterThan(3)
  for (const call of asked) expect(call).toEqual(['records', expect.anything(), { durability: 'strict' }])
})

it('what is on disk though it was said to have failed, as while a disk gets room again, is shown', async () => {
  const library = await openSample({ patience: PATIENCE })
  const begin = Reflect.get(IDBDatabase.prototype, 'transaction') as (
    this: object,
    ...given: unknown[]
  ) => IDBTransaction
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...given) {
    const made = begin.apply(this, given)
    made.addEventListener('complete', () => {
      made.onabort?.(new Event('abort'))
    })
    Object.defineProperty(made, 'oncomplete', { set: () => undefined })
    return made
  })
  expect((await library.write(writeNote(samplePaper(1), 'a note'))).ok).toBe(true)
  expect(library.snapshot.papers.get('p1')?.note).toBe('a note')
  expect([library.trouble, library.unsaved]).toEqual([null, []])
  library.close()
})

describe('a database that does not answer', () => {
  const REFUSALS: readonly (readonly [string, () => IDBFactory | undefined, string])[] = [
    ['there is none', () => undefined, 'unavailable'],
    [
      'to name it throws',
      () => {
        throw new DOMException('denied', 'SecurityError')
      },
      'unavailable',
    ],
    ['opening never ends', () => new Stalled(), 'silent'],
    ['a later build made it', () => new Newer(), 'later-database'],
  ]
  it.each(REFUSALS)('is told in less than two patiences, and reading goes on: %s', async (_, factory, kind) => {
    const library = startLibraryOn(factory)
    const told = new Promise((resolve) => library.subscribe(() => resolve(library.trouble?.kind)))
    expect(await told).toBe(kind)
    expect(library.snapshot.lists).toHaveLength(1)
    expect(library.loaded).toBe(false)
  })

  it('keeps what was refused for the export and for another try', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, patience: PATIENCE })
    fault = failFrom(1, Infinity, 'finds the disk full')
    const refused = await library.write(writeNote(samplePaper(1), 'kept in memory'))
    expect(refused).toMatchObject({ ok: false, error: { kind: 'full' } })
    expect([library.trouble?.kind, library.snapshot.papers.size]).toEqual(['full', 0])
    expect(library.recordsInMemory().map(({ kind }) => kind)).toEqual(['note', 'paper'])
    fault.undo()
    expect(await library.retry()).toMatchObject({ ok: true })
    expect(library.snapshot.papers.get('p1')?.note).toBe('kept in memory')
    expect([library.trouble, library.unsaved]).toEqual([null, []])
  })

  it('and was open before is not said to be forbidden: the disk may be full', async () => {
    const library = await openSample({ factory: new IDBFactory(), patience: PATIENCE })
    fault = failFrom(1, Infinity, 'throws')
    const refused = await library.write(writeNote(samplePaper(1), 'kept in memory'))
    expect(refused).toMatchObject({ ok: false, error: { kind: 'failed' } })
  })

  it('is taken up when it answers after all', async () => {
    const factory = new IDBFactory()
    await (await openSample({ factory, scope: '/refused/' })).write(writeNote(samplePaper(1), 'there'))
    const late = new Late(factory, 8 * PATIENCE)
    const library = startLibraryOn(() => late)
    await library.opened
    expect(library.trouble).toEqual({ kind: 'silent' })
    await new Promise((resolve) => library.subscribe(() => library.loaded && resolve(null)))
    expect([library.trouble, library.snapshot.papers.get('p1')?.note]).toEqual([null, 'there'])
  })

  it('is taken up while it is asked for the second time', async () => {
    const factory = new IDBFactory()
    await (await openSample({ factory, scope: '/refused/' })).write(writeNote(samplePaper(1), 'there'))
    // It comes in the second half of that time, which a busy machine must not miss.
    const patience = 1_000
    const late = new Late(factory, 1.5 * patience)
    let asked = 0
    const library = startLibraryOn(() => (asked++ === 0 ? late : new Stalled()), patience)
    expect(await library.opened).toMatchObject({ ok: true })
    expect([library.trouble, library.snapshot.papers.get('p1')?.note]).toEqual([null, 'there'])
  })

  it('that another tab deletes does not block it', async () => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, scope: '/wiped/' })
    const deleted = await new Promise((resolve) => {
      const request = factory.deleteDatabase('offprint:/wiped/')
      request.onsuccess = () => resolve('deleted')
      request.onblocked = () => resolve('blocked')
    })
    expect(deleted).toBe('deleted')
    expect(await library.write(writeNote(samplePaper(1), 'after'))).toMatchObject({ ok: true })
  })
})

function startLibraryOn(factory: () => IDBFactory | undefined, patience = PATIENCE): Library {
  return openLibrary({ scope: '/refused/', indexedDB: factory, now: () => 1, patience })
}

class Stalled extends IDBFactory {
  override open(): IDBOpenDBRequest {
    return new EventTarget() as IDBOpenDBRequest
  }
}

class Newer extends IDBFactory {
  override open(name: string): IDBOpenDBRequest {
    const request = new EventTarget() as IDBOpenDBRequest
    const first = super.open(name, 9)
    first.onsuccess = () => {
      first.result.close()
      const second = super.open(name, 1)
      second.onerror = () => {
        Reflect.defineProperty(request, 'error', { value: second.error })
        request.onerror?.(new Event('error'))
      }
    }
    return request
  }
}

/** The real factory, answering later than anyone waits. */
class Late extends IDBFactory {
  readonly #real: IDBFactory
  readonly #delay: number
  constructor(real: IDBFactory, delay: number) {
    super()
    this.#real = real
    this.#delay = delay
  }
  override open(name: string, version?: number): IDBOpenDBRequest {
    const late = new EventTarget() as IDBOpenDBRequest
    setTimeout(() => {
      const request = this.#real.open(name, version)
      request.onsuccess = () => {
        Reflect.defineProperty(late, 'result', { value: request.result })
        late.onsuccess?.(new Event('success'))
      }
    }, this.#delay)
    return late
  }
}
