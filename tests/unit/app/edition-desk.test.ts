/** What the library says about editions: which to show, what a new one is made from, and whether one was touched. */
import { describe, expect, it } from 'vitest'
import { factsFor, isTouched, planFor } from '../../../src/app/state/edition-desk.ts'
import type { Edition } from '../../../src/digest/edition.ts'
import type { Change } from '../../../src/library/record.ts'
import { SnapshotBuilder, type Snapshot } from '../../../src/library/snapshot.ts'
import { samplePaper } from '../../support/library.ts'

const at = (day: string): number => new Date(`${day}T12:00:00`).getTime()

function edition(day: string, numbers: readonly number[] = [1]): Edition {
  const entries = numbers.map((number) => {
    const paper = samplePaper(number)
    return { paper, reason: { kind: 'page', rank: number }, also: [] } as const
  })
  const sections = [{ kind: 'page', search: null, entries, unseen: 9, seen: 0 }] as const
  const rest = { number: 1, of: 2, since: null, generation: 'one', shown: 1, total: 9 }
  return { kind: 'papers', day, sections, postscripts: [], ...rest }
}
const last = (day: string): Edition => ({
  ...{ kind: 'last', day, number: 1, since: null, generation: 'one' },
  ...{ shown: 9, total: 9, saved: 0, unfolded: 0 },
})
const kept = (...editions: readonly Edition[]): Change =>
  editions.map((data) => ({ kind: 'edition', id: data.day, data }))
const rhythm = (data: string): Change => [{ kind: 'setting', id: 'digest-rhythm', data }]
const snapshot = (...changes: readonly Change[]): Snapshot =>
  new SnapshotBuilder().take(changes.flat().map((put) => ({ ...put, v: 1, changed: 1 })))

describe('on a day, what is shown', () => {
  it.each<[string, Snapshot, string | null, boolean]>([
    ['is a new edition where none was made', snapshot(), null, true],
    ['is today’s', snapshot(kept(edition('2026-11-22'), edition('2026-11-21'))), '2026-11-22', false],
    ['is a new one after yesterday’s', snapshot(kept(edition('2026-11-21'))), null, true],
    ['is a new one, whatever a clock that was ahead has made', snapshot(kept(edition('2030-01-01'))), null, true],
    ['is Friday’s on a Sunday', snapshot(rhythm('weekdays'), kept(edition('2026-11-20'))), '2026-11-20', false],
    [
      'is a new one on a Sunday after Thursday’s',
      snapshot(rhythm('weekdays'), kept(edition('2026-11-19'))),
      null,
      true,
    ],
    ['is the end of the page, which may have new papers', snapshot(kept(last('2026-11-01'))), '2026-11-01', true],
    ['is a new one after the end was passed', snapshot(kept(last('2026-11-01'), edition('2026-11-02'))), null, true],
  ])('%s', (_, library, day, due) => {
    const plan = planFor(library, '2026-11-22')
    expect([plan.kept?.day ?? null, plan.due]).toEqual([day, due])
  })
})

describe('the facts of a day', () => {
  const done = { kind: 'done', id: 'p7', data: { at: at('2026-11-20'), title: 'Paper 7' } } as const
  const library = snapshot(kept(edition('2026-11-22', [1, 2]), edition('2026-11-20', [3])), [
    ...['p1', 'p2'].map((id) => ({ kind: 'shown', id, data: { day: '2026-11-22' } }) as const),
    { kind: 'shown', id: 'p3', data: { day: '2026-11-20' } },
    { kind: 'entry', id: 'to-read:p4', data: { added: at('2026-11-03'), title: 'Paper 4' } },
    { kind: 'entry', id: 'to-read:p5', data: { added: at('2026-11-05'), title: 'Paper 5' } },
    { kind: 'not-for-me', id: 'p6', data: { at: at('2026-11-20'), title: 'Paper 6' } },
    done,
    { kind: 'search', id: 's', data: { name: 'Agents', query: 'agents', order: 1 } },
    { kind: 'setting', id: 'digest-size', data: 5 },
  ])
  it('are those of the library, the latest first', () => {
    expect(factsFor(library, '2026-11-23', null)).toMatchObject({
      day: '2026-11-23',
      rules: { size: 5 },
      made: 2,
      previous: '2026-11-22',
      shown: [{ id: 'p1' }, { id: 'p2' }, { id: 'p3', day: '2026-11-20' }],
      saved: [
        { id: 'p5', title: 'Paper 5', day: '2026-11-05' },
        { id: 'p4', title: 'Paper 4', day: '2026-11-03' },
      ],
      done: ['p7'],
      refused: ['p6'],
      searches: [{ id: 's', name: 'Agents', query: 'agents' }],
    })
  })
  it('name no edition before where the page had ended: nobody was away', () => {
    const ended = snapshot(kept(last('2026-11-10'), edition('2026-11-09')))
    expect(factsFor(ended, '2026-11-23', null).previous).toBe(null)
  })
  it('are as if an edition that is made anew had not been', () => {
    const [todays = null] = library.editions
    expect(factsFor(library, '2026-11-22', null, todays)).toMatchObject({
      made: 1,
      previous: '2026-11-20',
      shown: [{ id: 'p3', day: '2026-11-20' }],
    })
  })
})

describe('an edition', () => {
  const mark = (day: string) => ({ at: at(day), title: 'Paper 1' })
  const touched = (change: Change) => isTouched(snapshot(change), edition('2026-11-22'))
  it.each<[string, Change, boolean]>([
    ['nothing was done with', [], false],
    [
      'of which a paper was saved',
      [{ kind: 'entry', id: 'to-read:p1', data: { added: at('2026-11-22'), title: 't' } }],
      true,
    ],
    ['of which a paper was unfolded', [{ kind: 'unfolded', id: 'p1', data: mark('2026-11-22') }], true],
    ['of which a paper was opened', [{ kind: 'opened', id: 'p1', data: mark('2026-11-22') }], true],
    ['of which a paper had been opened before', [{ kind: 'opened', id: 'p1', data: mark('2026-11-21') }], false],
    ['beside which another paper was opened', [{ kind: 'opened', id: 'p2', data: mark('2026-11-22') }], false],
    ['that was finished', [{ kind: 'finished', id: '2026-11-22', data: { at: 1, minutes: 4 } }], true],
  ])('%s', (_, change, expected) => {
    expect(touched(change)).toBe(expected)
  })
})
