/** Editions and saved searches that name a paper by an earlier id follow to the id by which it stands. */
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../src/digest/edition.ts'
import { copy, follow, title } from '../../support/earlier-ids.ts'

describe('what is kept under an earlier id', () => {
  const edition = (...ids: readonly string[]): Edition => ({
    ...{ kind: 'papers', day: '2026-11-22', number: 1, of: 1, since: null, generation: 'g', shown: 1, total: 1 },
    sections: [
      {
        ...{ kind: 'page', search: null, unseen: 1, seen: 0 },
        entries: ids.map((id) => ({ paper: copy(id), reason: { kind: 'page', rank: 0 }, also: [] })),
      },
    ],
    postscripts: [],
  })
  it.each([
    ['with its paper', ['old', 'x'], ['new', 'x']],
    ['which two ids of one paper leave as it is', ['old', 'new'], null],
    ['of which one of two earlier ids moves', ['older', 'old'], ['new', 'old']],
  ])('is an edition %s', (_, before, after) => {
    const record = { kind: 'edition', id: '2026-11-22', data: edition(...before) } as const
    expect(follow(record)).toEqual(after ? [{ ...record, data: edition(...after) }] : [])
  })

  it.each([
    ['with its paper', ['old', 'x'], ['new', 'x']],
    ['without it', ['x'], null],
  ])('is an edition of long ago %s', (_, before, after) => {
    const past = (ids: readonly string[]): Edition<{ readonly id: string; readonly title: string }> => {
      const entries = ids.map((id) => ({ paper: { id, title }, reason: { kind: 'page' as const, rank: 0 }, also: [] }))
      const sections = [{ kind: 'page' as const, search: null, unseen: 1, seen: 0, entries }]
      return { ...edition(), kind: 'papers', of: 1, sections, postscripts: [] }
    }
    const record = { kind: 'past-edition', id: '2026-11-22', data: past(before) } as const
    expect(follow(record)).toEqual(after ? [{ ...record, data: past(after) }] : [])
  })

  it('is no edition that shows nothing, and no search that found nothing known', () => {
    const { day, number, since, generation, shown, total } = edition()
    const last = { day, number, since, generation, shown, total, kind: 'last', saved: 0, unfolded: 0 } as const
    expect(follow({ kind: 'edition', id: day, data: last })).toEqual([])
    expect(follow({ kind: 'search-opened', id: 's', data: { generation, day } })).toEqual([])
    expect(follow({ kind: 'search-opened', id: 's', data: { generation, day, found: ['x'] } })).toEqual([])
  })
})
