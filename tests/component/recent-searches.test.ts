/** Recent searches: which are kept, in which order, and that they survive the window. */
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetSearches, RecentSearches } from '../../src/app/state/recent-searches.svelte.ts'

beforeEach(() => localStorage.clear())

describe('recent searches', () => {
  it.each<[searched: readonly string[], kept: readonly string[]]>([
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [
      ['a', 'b', 'A '],
      ['A', 'b'],
    ], // once, as typed last
    [['gauss', 'gaussian splatting'], ['gaussian splatting']], // half typed
    [
      ['gaussian splatting', 'b', 'gauss'],
      ['gaussian splatting', 'b'],
    ],
    [
      ['flow', 'flow matching'],
      ['flow matching', 'flow'],
    ], // a search of its own
    [['', '  '], []],
    ['a b c d e f g h i j'.split(' '), 'j i h g f e d c'.split(' ')],
  ])('%j: %j', (searched, kept) => {
    const recent = new RecentSearches()
    for (const text of searched) recent.keep(text)
    expect([recent.all, new RecentSearches().all]).toEqual([kept, kept])
  })
  it('of two windows are kept together', () => {
    const [one, other] = [new RecentSearches(), new RecentSearches()]
    one.keep('a')
    other.keep('b')
    expect(other.all).toEqual(['b', 'a'])
  })
  it('are forgotten with everything', () => {
    new RecentSearches().keep('a')
    forgetSearches()
    expect([new RecentSearches().all, localStorage.length]).toEqual([[], 0])
  })
})
