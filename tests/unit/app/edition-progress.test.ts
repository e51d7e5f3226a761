/** How far a reader has come with an edition. */
import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../src/app/edition-progress.ts'
import type { PaperEdition } from '../../../src/digest/edition.ts'
import type { Change } from '../../../src/library/record.ts'
import { SnapshotBuilder } from '../../../src/library/snapshot.ts'
import { samplePaper } from '../../support/library.ts'

const at = (day: string): number => new Date(`${day}T12:00:00`).getTime()
const entries = [1, 2, 3].map((n) => ({ paper: samplePaper(n), reason: { kind: 'page', rank: n }, also: [] }) as const)
const edition: PaperEdition = {
  ...{ kind: 'papers', day: '2026-11-22', number: 1, of: 2, since: null, generation: 'one', shown: 3, total: 9 },
  sections: [{ kind: 'page', search: null, entries, unseen: 9, seen: 0 }],
  postscripts: [],
}
const mark = (day: string) => ({ at: at(day), title: 'Paper 1' })
const saved = (day: string) => ({ kind: 'entry', id: 'to-read:p1', data: { added: at(day), title: 't' } }) as const

describe('a paper of an edition', () => {
  it.each<[string, Change, number, number]>([
    ['counts for nothing by itself', [], 0, 0],
    ['counts once it is saved', [saved('2026-11-22')], 1, 1],
    [
      'counts once, whatever was done with it',
      [saved('2026-11-23'), { kind: 'done', id: 'p1', data: mark('2026-11-23') }],
      1,
      1,
    ],
    ['counts once it is done', [{ kind: 'done', id: 'p1', data: mark('2026-11-22') }], 1, 0],
    ['counts once it is put aside', [{ kind: 'not-for-me', id: 'p1', data: mark('2026-11-22') }], 1, 0],
    ['counts once it is opened', [{ kind: 'opened', id: 'p1', data: mark('2026-11-22') }], 1, 0],
    ['counts once it is unfolded', [{ kind: 'unfolded', id: 'p1', data: mark('2026-11-22') }], 1, 0],
    ['does not count for what was done before its day', [saved('2026-11-21')], 0, 0],
    ['is not counted for another', [{ kind: 'opened', id: 'p9', data: mark('2026-11-22') }], 0, 0],
  ])('%s', (_, change, through, kept) => {
    const { papers } = new SnapshotBuilder().take(change.map((put) => ({ ...put, v: 1, changed: 1 })))
    const progress = progressOf(edition, papers)
    expect([progress.all, progress.through, progress.saved.length]).toEqual([3, through, kept])
  })
})
