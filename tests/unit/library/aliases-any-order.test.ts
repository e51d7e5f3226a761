/** Following earlier ids loses nothing, in whatever order records come and devices meet. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followAliases } from '../../../src/library/aliases.ts'
import { planMerge } from '../../../src/library/merge.ts'
import { keyOf, readRecord, type Envelope, type Put } from '../../../src/library/record.ts'
import { canonical } from '../../../src/library/stamp.ts'
import { ALIASES, envelope, title } from '../../support/earlier-ids.ts'

const id = fc.constantFrom('old', 'older', 'new', 'x')
const put: fc.Arbitrary<Put> = fc.oneof(
  fc.record({
    kind: fc.constant('entry' as const),
    id: fc.tuple(fc.constantFrom('a', 'b'), id).map(([list, paper]) => `${list}:${paper}`),
    data: fc.option(fc.record({ added: fc.nat(3), title: fc.constant(title) })),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    id,
    data: fc.option(fc.record({ text: fc.constantFrom('one', 'two', 'three'), title: fc.constant(title) })),
  }),
  fc.record({
    kind: fc.constantFrom('done' as const, 'opened' as const, 'unfolded' as const, 'not-for-me' as const),
    id,
    data: fc.option(fc.record({ at: fc.nat(3), title: fc.constant(title) })),
  }),
  fc.record({
    kind: fc.constant('shown' as const),
    id,
    data: fc.option(fc.record({ day: fc.constantFrom('2026-11-20', '2026-11-21') })),
  }),
)
const shelf = fc
  .array(fc.tuple(put, fc.nat(3)), { maxLength: 12 })
  .map((all) => [...new Map(all.map(([one, changed]) => [keyOf(one), envelope(one, changed)])).values()])

/** The records after the change, each written at one moment, which is later than all before. */
const followed = (records: readonly Envelope[]): readonly Envelope[] => {
  const change = followAliases(records, ALIASES).map((one) => envelope(one, 9))
  return [...new Map([...records, ...change].map((one) => [keyOf(one), one])).values()]
}
const merged = (a: readonly Envelope[], b: readonly Envelope[]): readonly Envelope[] => {
  const present = new Map(a.map((one) => [keyOf(one), one]))
  for (const one of planMerge(present, b).puts) present.set(keyOf(one), one)
  return [...present.values()]
}
const told = (records: readonly Envelope[]): readonly string[] =>
  records.flatMap((one) => (one.data === null ? [] : [`${keyOf(one)} ${canonical(one.data)}`])).sort()

describe('following', () => {
  it('leaves nothing behind, loses nothing, and has no more to do', () => {
    fc.assert(
      fc.property(shelf, (records) => {
        const after = followed(records)
        const alive = after.filter(({ data }) => data !== null)
        expect(alive.filter(({ id: one }) => one.includes('old'))).toEqual([])
        expect(followAliases(after, ALIASES)).toEqual([])
        const standing = (one: string) => one.replace(/\bold(?:er)?$/, 'new')
        for (const before of records) {
          const record = readRecord(before)
          if (!record?.data) continue
          const now = alive.find((one) => keyOf(one) === `${record.kind} ${standing(record.id)}`)
          expect(now, keyOf(record)).toBeDefined()
          const text = record.kind === 'note' ? record.data.text : ''
          expect(canonical(now?.data)).toContain(text)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives the same in whatever order the records come', () => {
    fc.assert(
      fc.property(
        shelf.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(told(followed(shuffled))).toEqual(told(followed(records)))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('gives two devices the same, whichever of them had followed before they met', () => {
    fc.assert(
      fc.property(shelf, shelf, fc.boolean(), fc.boolean(), (a, b, first, second) => {
        const [one, other] = [first ? followed(a) : a, second ? followed(b) : b]
        expect(told(followed(merged(one, other)))).toEqual(told(followed(merged(other, one))))
      }),
      { numRuns: 1_000 },
    )
  })
})
