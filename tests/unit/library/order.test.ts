/** Small rules of the library: places in a row, stamps, what failed, and what is new in a saved search. */
import { describe, expect, it } from 'vitest'
import { nextOrder, orderBefore } from '../../../src/library/order.ts'
import { problemOf } from '../../../src/library/problem.ts'
import { countNew, markSearchOpened } from '../../../src/library/searches.ts'
import type { SavedSearch } from '../../../src/library/snapshot.ts'
import { canonical, nextStamp, sameData } from '../../../src/library/stamp.ts'

describe('a place in a row', () => {
  const row = [-2, 1, 4].map((order) => ({ id: `at ${order}`, order }))
  it.each([
    ['after all others', null, 5],
    ['before the first', 'at -2', -3],
    ['between two', 'at 1', -0.5],
    ['before the last', 'at 4', 2.5],
    ['at the end, before what is not there', 'gone', 5],
  ])('%s', (_, before, order) => {
    expect(orderBefore(row, before === null ? null : { id: before, order: 0 })).toBe(order)
  })
  it('is the first where there is none, and never below it', () => {
    expect([nextOrder([]), nextOrder([{ id: 'a', order: -9 }]), nextOrder(row)]).toEqual([1, 1, 5])
  })
})

describe('a stamp', () => {
  it.each([
    ['is the clock’s', 10, 5, 10],
    ['is later than what it follows', 10, 10, 11],
    ['is later when the clock went back', 3, 10, 11],
    ['is a number that is exact', 3, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('%s', (_, now, before, stamp) => {
    expect(nextStamp(now, before)).toBe(stamp)
  })
})

describe('data', () => {
  it.each([
    ['{"a":{"c":[2,1],"d":null},"b":1}', { b: 1, a: { d: null, c: [2, 1] } }],
    ['[{"a":1,"b":2},"x"]', [{ b: 2, a: 1 }, 'x']],
    ['null', null],
  ])('has one text, %s', (text, data) => {
    expect(canonical(data)).toBe(text)
  })
  it('are the same in whatever order their fields were written', () => {
    expect(sameData({ data: { a: 1, b: 2 } }, { data: { b: 2, a: 1 } })).toBe(true)
    expect(sameData({ data: [1, 2] }, { data: [2, 1] })).toBe(false)
    expect(sameData({ data: null }, { data: {} })).toBe(false)
  })
})

describe('what a database throws', () => {
  it.each([
    [new DOMException('no room', 'QuotaExceededError'), { kind: 'full' }],
    [new DOMException('later', 'VersionError'), { kind: 'later-database' }],
    [new DOMException('closing', 'InvalidStateError'), { kind: 'failed', detail: 'InvalidStateError: closing' }],
    [new TypeError('none'), { kind: 'failed', detail: 'TypeError: none' }],
    ['aborted', { kind: 'failed', detail: 'aborted' }],
    [null, { kind: 'failed', detail: 'null' }],
  ])('%s is told as %j', (cause, problem) => {
    expect(problemOf(cause)).toEqual(problem)
  })
})

describe('what is new in a saved search', () => {
  const search = (lastOpened: SavedSearch['lastOpened']): SavedSearch => ({
    ...{ id: 's', name: 'S', query: 'moe', order: 1 },
    lastOpened,
  })
  const opening = { generation: 'g1', day: '2026-11-22' }
  it.each([
    ['is not known before it was opened', null, 'g2', null],
    ['is nothing in the same corpus', { ...opening, found: ['a'] }, 'g1', 0],
    ['is not known where what it found is not', opening, 'g2', null],
    ['is what it had not found', { ...opening, found: ['a', 'gone'] }, 'g2', 2],
    ['is all where it had found nothing', { ...opening, found: [] }, 'g2', 3],
  ])('%s', (_, lastOpened, generation, count) => {
    expect(countNew(search(lastOpened), { generation, found: ['a', 'b', 'c'] })).toBe(count)
  })
  it.each([
    ['as they are', ['b', 'a'], { found: ['b', 'a'] }],
    ['up to 2,000', Array.from({ length: 2_000 }, () => 'a'), { found: Array.from({ length: 2_000 }, () => 'a') }],
    ['not more', Array.from({ length: 2_001 }, () => 'a'), {}],
    ['not where they are not known', null, {}],
  ])('the ids found are kept %s', (_, found, kept) => {
    expect(markSearchOpened({ id: 's' }, { ...opening, found })).toEqual([
      { kind: 'search-opened', id: 's', data: { ...opening, ...kept } },
    ])
  })
})
