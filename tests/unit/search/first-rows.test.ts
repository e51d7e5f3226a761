/** The first of many matches, held against sorting them all. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstRows } from '../../../src/search/first-rows.ts'

it('gives the slice that sorting all matches would give', () => {
  const match = fc.record({ score: fc.integer({ min: 0, max: 3 }), gap: fc.integer({ min: 1, max: 4 }) })
  fc.assert(
    fc.property(
      fc.array(match, { maxLength: 60 }),
      fc.nat(70),
      fc.nat(70),
      fc.infiniteStream(fc.nat(1_000)),
      (matches, offset, limit, random) => {
        let next = -1
        const all = matches.map(({ score, gap }) => ({ row: (next += gap), score }))
        const places = Array.from({ length: next + 1 }, (_, row) => ({ row, key: Number(random.next().value) }))
          .toSorted((a, b) => a.key - b.key || a.row - b.row)
          .reduce((order, { row }, place) => order.with(row, place), new Array<number>(next + 1).fill(0))
        const rows = Uint32Array.from(all, ({ row }) => row)
        const scores = Float64Array.from(all, ({ score }) => score)
        const sorted = all.toSorted((a, b) => b.score - a.score || (places[a.row] ?? 0) - (places[b.row] ?? 0))
        const expected = sorted.slice(offset, offset + limit).map(({ row }) => row)
        expect(firstRows({ rows, scores }, places, { offset, limit })).toEqual(expected)
      },
    ),
    { seed: 20261123 },
  )
})
