import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planMerge, planReplace, type Effect } from '../../../src/library/merge.ts'
import { keyOf, type Envelope } from '../../../src/library/record.ts'

/** Few ids, times and texts, so that random libraries meet often. */
const envelope: fc.Arbitrary<Envelope> = fc
  .record({
    kind: fc.constantFrom('note', 'list', 'unknown-kind'),
    id: fc.constantFrom('a', 'b'),
    v: fc.constantFrom(1, 1, 1, 2),
    changed: fc.integer({ min: 0, max: 3 }),
    data: fc.oneof(fc.constant(null), fc.record({ text: fc.constantFrom('x', 'y'), title: fc.constant('t') })),
  })
  .map((record) => record)
const envelopes = fc.array(envelope, { maxLength: 12 })

type Shelf = ReadonlyMap<string, Envelope>
const merged = (present: Shelf, incoming: readonly Envelope[]): Shelf =>
  new Map([...present, ...planMerge(present, incoming).puts.map((put) => [keyOf(put), put] as const)])
const shelf = (records: readonly Envelope[]): Shelf => merged(new Map(), records)
const sorted = (records: Shelf): readonly Envelope[] =>
  [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, e]) => e)

describe('a merge', () => {
  it('done twice is done once', () => {
    fc.assert(
      fc.property(envelopes, envelopes, (a, b) => {
        const once = merged(shelf(a), b)
        expect(planMerge(once, b).puts).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives the same from either side', () => {
    fc.assert(
      fc.property(envelopes, envelopes, (a, b) => {
        expect(sorted(merged(shelf(a), sorted(shelf(b))))).toEqual(sorted(merged(shelf(b), sorted(shelf(a)))))
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives the same in whatever order files come', () => {
    fc.assert(
      fc.property(envelopes, envelopes, envelopes, (a, b, c) => {
        expect(sorted(merged(merged(shelf(a), b), c))).toEqual(sorted(merged(merged(shelf(a), c), b)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never rewrites a record of a later build with one of this', () => {
    fc.assert(
      fc.property(envelopes, envelopes, (a, b) => {
        const present = shelf(a)
        for (const put of planMerge(present, b).puts)
          expect(put.v).toBeGreaterThanOrEqual(present.get(keyOf(put))?.v ?? 1)
      }),
      { numRuns: 2_000 },
    )
  })

  const note = (changed: number, text: string | null): Envelope => ({
    kind: 'note',
    id: 'a',
    v: 1,
    changed,
    data: text === null ? null : { text, title: 't' },
  })
  const choice: Envelope = { kind: 'setting', id: 'look-up', v: 1, changed: 1, data: 'arxiv' }
  const RULES: readonly (readonly [string, Envelope | null, Envelope, Effect, 'taken' | 'left'])[] = [
    ['what is not here is new', null, note(1, 'x'), 'new', 'taken'],
    ['the later change wins', note(1, 'x'), note(2, 'y'), 'changed', 'taken'],
    ['an older change does not', note(2, 'x'), note(1, 'y'), 'older', 'left'],
    ['a later deletion removes', note(1, 'x'), note(2, null), 'removed', 'taken'],
    ['an older deletion does not', note(2, 'x'), note(1, null), 'older', 'left'],
    ['what came back after a deletion is new', note(1, null), note(2, 'x'), 'new', 'taken'],
    ['at the same moment, what is there wins over what is gone', note(1, null), note(1, 'x'), 'new', 'taken'],
    ['whatever it is', { ...choice, data: null }, choice, 'new', 'taken'],
    ['at the same moment, the greater text wins', note(1, 'x'), note(1, 'y'), 'changed', 'taken'],
    ['the same said later is the same', note(1, 'x'), note(2, 'x'), 'same', 'taken'],
    ['a later form wins over a later change', note(9, 'x'), { ...note(1, 'y'), v: 2 }, 'changed', 'taken'],
  ]
  it.each(RULES)('%s', (_, before, after, effect, taken) => {
    const plan = planMerge(new Map(before ? [[keyOf(before), before]] : []), [after])
    expect(plan.differences.map((difference) => difference.effect)).toEqual([effect])
    expect(plan.puts).toEqual(taken === 'taken' ? [after] : [])
  })
})

describe('a replacement', () => {
  it('leaves what the file says, and records of a later build, and no stamp goes back', () => {
    fc.assert(
      fc.property(envelopes, envelopes, (a, b) => {
        const present = shelf(a)
        const plan = planReplace(present, b, 2)
        const result = new Map([...present, ...plan.puts.map((put) => [keyOf(put), put] as const)])
        const wanted = shelf(b)
        for (const [key, record] of result) {
          const before = present.get(key)
          if (before) expect(record.changed).toBeGreaterThanOrEqual(before.changed)
          if (before && (before.v > 1 || before.kind === 'unknown-kind')) expect(record).toEqual(before)
          else expect(record.data, key).toEqual(wanted.get(key)?.data ?? null)
        }
        expect([...result.keys()]).toEqual(expect.arrayContaining([...wanted.keys()]))
      }),
      { numRuns: 2_000 },
    )
  })
})
