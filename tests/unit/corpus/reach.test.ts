/** Which shards are wanted on a device, for what is chosen, what is there, and what the reader spares. */
import { describe, expect, it } from 'vitest'
import type { Manifest, Shard } from '../../../src/corpus/manifest.ts'
import { firstOf, LIMITS, offersOf, wantedShards, type Reach } from '../../../src/corpus/reach.ts'

const MB = 1_000_000
/** A shard of so many megabytes and ten papers, of some days or none. */
const shard = (file: string, megabytes: number, first: string | null = null, last = first): Shard => ({
  ...{ file, bytes: megabytes * MB, sha256: '', papers: 10, first, last },
})
const corpus = (...shards: Shard[]): Manifest => ({
  ...{ format: 1, generation: 'g', taken: '2026-11-22', topics: [], sources: [] },
  ...{ papers: shards.length * 10, shards, state: { file: 'state', bytes: 1, sha256: '' } },
})
const dated = corpus(
  shard('day', 1, '2026-11-22'),
  shard('november', 3, '2026-11-01', '2026-11-21'),
  shard('october', 3, '2026-10-01', '2026-10-31'),
  shard('august', 3, '2026-08-01', '2026-08-31'),
  shard('july', 3, '2026-07-01', '2026-07-31'),
  shard('2024', 3, '2024-01-01', '2024-12-31'),
  shard('undated', 3),
)
const undated = corpus(shard('one', 3), shard('two', 3), shard('three', 3))
const small = corpus(shard('one', 1), shard('two', 1))
const names = (shards: readonly Shard[]): string => shards.map(({ file }) => file).join(' ')

describe('what is wanted on a device', () => {
  const everything = 'day november october august july 2024 undated'
  it.each<[string, Manifest, Reach | null, string, string]>([
    ['unasked, of a small corpus', small, null, '', 'one two'],
    ['unasked, of a large one', dated, null, '', 'day november'],
    ['unasked, one at least', corpus(shard('one', 7), shard('two', 7)), null, '', 'one'],
    ['unasked, beside what is there', dated, null, 'day october 2024', 'day november october 2024'],
    ['the newest', dated, 'newest', 'day november october 2024', 'day november'],
    ['90 days', dated, '90-days', '', 'day november october august'],
    ['a year', dated, 'year', '', 'day november october august july'],
    ['everything', dated, 'everything', '', everything],
    ['90 days without days', undated, '90-days', '', 'one'],
    ['everything without days', undated, 'everything', '', 'one two three'],
    ['90 days of a corpus that small', small, '90-days', '', 'one two'],
  ])('%s', (_, manifest, reach, here, wanted) => {
    const has = ({ file }: Shard): boolean => here.split(' ').includes(file)
    expect(names(wantedShards(manifest, reach, { has, thrifty: false }, LIMITS))).toBe(wanted)
  })
  it.each<[string, Manifest, Reach | null, string, string]>([
    ['the newest shard alone at first', dated, null, '', 'day'],
    ['and of a small corpus', small, null, '', 'one'],
    ['what is newer than those here', dated, null, 'november 2024', 'day november 2024'],
    ['no more than comes unasked', dated, null, '2024', 'day november 2024'],
    ['what is chosen all the same', dated, '90-days', '', 'day november october august'],
  ])('where the reader spares bytes: %s', (_, manifest, reach, here, wanted) => {
    const has = ({ file }: Shard): boolean => here.split(' ').includes(file)
    expect(names(wantedShards(manifest, reach, { has, thrifty: true }, LIMITS))).toBe(wanted)
  })
})

describe('what is offered', () => {
  it.each<[string, Manifest, readonly (readonly [Reach, number, number])[]]>([
    ['of a small corpus one thing', small, [['everything', 20, 2]]],
    [
      'without days no stretch of them',
      undated,
      [
        ['newest', 10, 3],
        ['everything', 30, 9],
      ],
    ],
    [
      'all that differ',
      dated,
      [
        ['newest', 20, 4],
        ['90-days', 40, 10],
        ['year', 50, 13],
        ['everything', 70, 19],
      ],
    ],
    [
      'no year where that is all',
      corpus(...dated.shards.slice(0, 5)),
      [
        ['newest', 20, 4],
        ['90-days', 40, 10],
        ['everything', 50, 13],
      ],
    ],
  ])('%s', (_, manifest, offers) => {
    expect(offersOf(manifest, LIMITS).map(({ reach, papers, bytes }) => [reach, papers, bytes / MB])).toEqual(offers)
  })
  it('counts the vectors of papers with them', () => {
    const vectors = { file: 'v', bytes: MB, sha256: '' }
    const [offer] = offersOf(corpus({ ...shard('one', 2), vectors }), LIMITS)
    expect(offer?.bytes).toBe(3 * MB)
  })
})

describe('the first of some shards', () => {
  it.each([
    [0, 'one'],
    [3, 'one'],
    [5.9, 'one'],
    [6, 'one two'],
    [99, 'one two three'],
  ])('of %d MB', (megabytes, first) => {
    expect(names(firstOf(undated.shards, megabytes * MB))).toBe(first)
  })
})
