/** The library as the window shows it: nothing counts as kept before it is on disk, and all can be taken back. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DEEDS as deeds } from '../../src/app/state/deeds.ts'
import { createDesk } from '../../src/app/state/edition-desk.ts'
import { queryLibraryOf } from '../../src/app/state/query-library.ts'
import { leaveWord } from '../../src/app/state/left-words.ts'
import { LibraryState } from '../../src/app/state/library.svelte.ts'
import { forgetWantedSaves } from '../../src/app/state/wanted-saves.svelte.ts'
import { openLibrary, type Library } from '../../src/library/library.ts'
import { paper } from '../support/papers.ts'

const moe = paper({ id: 'moe', title: 'Mixture of experts' })
const ssm = paper({ id: 'ssm', title: 'State space models' })

const opened: Library[] = []
afterEach(() => {
  for (const library of opened.splice(0)) library.close()
})

function codeOn(
  factory: () => IDBFactory,
  guarded: (session: { readonly library: Library }) => unknown = () => undefined,
) {
  return {
    openSession: () => {
      const library = openLibrary({ scope: '/', indexedDB: factory, now: () => Date.now(), patience: 200 })
      opened.push(library)
      return { library, deeds, queryLibraryOf, desk: createDesk(library), scope: '/' }
    },
    guard: (session: { readonly library: Library }) => {
      guarded(session)
      return Promise.resolve({ copy: null, restored: 0 })
    },
  }
}

async function start(
  factory: () => IDBFactory,
  guarded: (session: { readonly library: Library }) => unknown = () => undefined,
): Promise<LibraryState> {
  const state = new LibraryState(() => Promise.resolve(codeOn(factory, guarded)))
  state.start()
  await state.ready
  return state
}

const inMemory = () => {
  const factory = new IDBFactory()
  return start(() => factory)
}

describe('a save', () => {
  it('is on its way until it is on disk, then it is said', async () => {
    const state = await inMemory()
    const saving = state.toggleSaved(moe)
    await Promise.resolve()
    await Promise.resolve()
    expect([state.isSaved('moe'), state.said]).toEqual([false, null])
    await saving
    expect([state.isSaved('moe'), state.said?.words, state.writing.size]).toEqual([true, 'Saved to To read', 0])
  })
  it('is taken back by the same button', async () => {
    const state = await inMemory()
    await state.toggleSaved(moe)
    await state.toggleSaved(moe)
    expect([state.isSaved('moe'), state.said?.words]).toEqual([false, 'Removed from To read'])
  })
  it('waits for a library that is still being read', async () => {
    const factory = new IDBFactory()
    const first = await start(() => factory)
    await first.toggleSaved(moe)
    const second = new LibraryState(() => Promise.resolve(codeOn(() => factory)))
    // Pressed before anything is known: it is saved already, so the press takes it out.
    await second.toggleSaved(moe)
    expect(second.isSaved('moe')).toBe(false)
  })
})

describe('undo', () => {
  it('goes back step by step', async () => {
    const state = await inMemory()
    await state.toggleSaved(moe)
    await state.act((all, scene) => all.toggleDone(scene, moe))
    await state.act((all, scene) => all.createList(scene, 'thesis', 'Thesis', [moe, ssm]))
    const seen = () => [
      state.snapshot?.lists.length,
      state.of('ssm') !== undefined,
      (state.of('moe')?.done ?? null) !== null,
      state.isSaved('moe'),
    ]
    expect(seen()).toEqual([2, true, true, true])
    await state.undo()
    expect(seen()).toEqual([1, false, true, true])
    await state.undo()
    expect(seen()).toEqual([1, false, false, true])
    await state.undo()
    expect(seen()).toEqual([1, false, false, false])
    expect(state.said).toEqual({ words: 'Undone: Saved to To read', undo: null })
  })
  it('passes over what was no news', async () => {
    const state = await inMemory()
    await state.toggleSaved(moe)
    await state.act((all, scene) => all.recordOpened(scene, moe))
    await state.act((all, scene) => all.writeNote(scene, moe, 'mine'))
    await state.undo()
    expect([state.isSaved('moe'), state.of('moe')?.note]).toEqual([false, 'mine'])
  })
})

describe('a library that cannot be opened', () => {
  it('shows nothing as saved, says why, and keeps the change in memory', async () => {
    const state = await start(() => {
      throw new DOMException('no storage here', 'SecurityError')
    })
    await state.toggleSaved(moe)
    expect([state.isSaved('moe'), state.said?.words, state.trouble?.kind, state.unsaved]).toEqual([
      false,
      'Not kept. The top of this page says why.',
      'unavailable',
      2,
    ])
  })
  it('is given its second copy once it is read after all', async () => {
    const factory = new IDBFactory()
    let refuses = true
    const guarded: Library[] = []
    const state = await start(
      () => {
        if (refuses) throw new DOMException('no room', 'QuotaExceededError')
        return factory
      },
      ({ library }) => guarded.push(library),
    )
    expect([guarded.length, state.trouble?.kind]).toEqual([0, 'full'])
    refuses = false
    await state.retry()
    await expect.poll(() => guarded.length).toBe(1)
  })
  it('says so where its code does not come, and asks for it again', async () => {
    let asked = 0
    const state = new LibraryState(() => {
      asked++
      return Promise.reject(new Error('offline'))
    })
    expect(await state.act((all, scene) => all.toggleDone(scene, moe))).toBeNull()
    expect([state.trouble?.kind, state.absent]).toEqual(['failed', true])
    await state.toggleSaved(moe)
    expect(asked).toBe(2)
  })
  it('keeps what was pressed until its code has come, however often it was pressed, and saves it then', async () => {
    const factory = new IDBFactory()
    let comes = false
    const state = new LibraryState(() =>
      comes ? Promise.resolve(codeOn(() => factory)) : Promise.reject(new Error('offline')),
    )
    for (const paper of [moe, ssm, moe]) await state.toggleSaved(paper)
    expect([state.isSaved('moe'), state.wanted.count, state.said]).toEqual([false, 2, null])
    comes = true
    await state.enter()
    await expect.poll(() => state.said?.words).toBe('2 papers saved to To read')
    expect([state.absent, state.trouble, state.isSaved('moe'), state.isSaved('ssm')]).toEqual([false, null, true, true])
    expect([state.copyOf('moe')?.abstract, state.wanted.count]).toEqual([moe.abstract, 0])
  })
  it('saves what an earlier start could not, and passes over what is none of its own', async () => {
    leaveWord('to save moe', JSON.stringify({ id: 'moe', title: 'Mixture of experts' }))
    leaveWord('to save broken', '{')
    leaveWord('to save other', '[]')
    const state = await inMemory()
    await expect.poll(() => state.isSaved('moe')).toBe(true)
    await expect.poll(() => state.wanted.count).toBe(0)
    expect(state.snapshot?.papers.size).toBe(1)
  })
  it('says so where its code hangs', async () => {
    vi.useFakeTimers()
    const state = new LibraryState(() => new Promise(() => undefined))
    const saving = state.toggleSaved(moe)
    await vi.advanceTimersByTimeAsync(2_000)
    await saving
    expect([state.absent, state.wanted.count, state.isSaved('moe')]).toEqual([true, 1, false])
    vi.useRealTimers()
    forgetWantedSaves()
  })
})

describe('a library that was lost', () => {
  it('is shown once its second copy is back, never empty before', async () => {
    const library = openLibrary({ scope: '/', indexedDB: () => new IDBFactory(), now: () => Date.now() })
    opened.push(library)
    const state = new LibraryState(() =>
      Promise.resolve({
        openSession: () => ({ library, deeds, queryLibraryOf, desk: createDesk(library), scope: '/' }),
        guard: async () => {
          await new Promise((resume) => setTimeout(resume, 20))
          await library.write([{ kind: 'shown', id: 'moe', data: { day: '2026-11-22' } }])
          return { copy: null, restored: 1 }
        },
      }),
    )
    const read: number[] = []
    state.onRead = () => read.push(state.snapshot?.shown.size ?? 0)
    state.start()
    await state.ready
    expect(read).toEqual([1])
  })
})
