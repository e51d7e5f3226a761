/** Today's edition in the window: what is in view stays, whichever of worker, library and clock comes first. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { err } from '../../src/base/result.ts'
import { contextOf } from '../../src/query/context.ts'
import { closeAll, keptIn, openOne, rest, save, start } from '../support/todays-edition.ts'

vi.mock(import('../../src/query/context.ts'), { spy: true })

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
  closeAll()
})

describe('the first edition of a new reader', () => {
  it.each(['before', 'after'])('is claimed when the library is read %s the worker answers', async (when) => {
    const [one, library] = [start(), await openOne()]
    void one.edition.load()
    if (when === 'before') one.enter(library)
    await one.answer()
    if (when === 'after') one.enter(library)
    await one.answer()
    expect(one.ids()).toHaveLength(12)
    expect(keptIn(library)).toEqual(one.ids())
  })

  it('keeps the paper that was saved before the claim in its place', async () => {
    const [one, library] = [start(), await openOne()]
    void one.edition.load()
    await one.answer()
    const before = one.ids()
    await library.write(save(Number(before[3]?.slice(1))))
    one.enter(library)
    await one.answer()
    expect(one.ids()).toEqual(before)
    expect(keptIn(library)).toEqual(before)
  })

  it('is of the day on which it comes, where midnight passes before', async () => {
    const [one, library] = [start(), await openOne()]
    one.enter(library)
    void one.edition.load()
    one.set.day = '2026-11-23'
    await one.answer()
    expect(library.snapshot.editions.map(({ day }) => day)).toEqual(['2026-11-23'])
  })
})

describe('an edition in view', () => {
  it('stays as it is while the disk is full, and is claimed once there is room', async () => {
    const [one, library] = [start(), await openOne()]
    const full = vi.spyOn(library, 'apply').mockResolvedValueOnce(err({ kind: 'full' }))
    one.enter(library)
    void one.edition.load()
    await one.answer()
    const before = one.ids()
    expect([full.mock.calls.length, keptIn(library)]).toEqual([1, []])
    await library.write([{ kind: 'search', id: 's', data: { name: 'S', query: 'title:"Paper 39"', order: 1 } }])
    await one.answer()
    expect(one.ids()).toEqual(before)
    expect(keptIn(library)).toEqual(before)
  })

  it('is made of what another window has shown meanwhile', async () => {
    const factory = new IDBFactory()
    const [one, library, other] = [start(), await openOne(factory), await openOne(factory)]
    one.enter(library)
    await other.apply(
      ({ store }) => (store.put({ kind: 'shown', id: 'p0', v: 1, changed: 1, data: { day: '2026-11-21' } }), () => []),
      (none) => none,
    )
    void one.edition.load()
    await rest()
    await one.answer()
    expect(one.ids()).toHaveLength(12)
    expect(one.ids()).not.toContain('p0')
  })

  it('comes also where the code of the query language does not', async () => {
    const broken = vi.mocked(contextOf).mockImplementationOnce(() => {
      throw new TypeError('Failed to fetch')
    })
    const [one, library] = [start(), await openOne()]
    await library.write([{ kind: 'search', id: 's', data: { name: 'S', query: 'is:saved', order: 1 } }])
    one.enter(library)
    void one.edition.load()
    await one.answer()
    expect(broken).toHaveBeenCalled()
    expect(one.ids()).toHaveLength(12)
  })
})
