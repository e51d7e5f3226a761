/** Looking at many things: all of them unless time runs out, and data of another thread only where it is findings. */
import { describe, expect, it } from 'vitest'
import { asFindings, drawnEvenly, lookThrough } from '../../../src/base/findings.ts'

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)
const odd = (number: number): Promise<string | null> => Promise.resolve(number % 2 === 1 ? String(number) : null)

describe('looking through', () => {
  it('looks at each once, and names faults in their order', async () => {
    const seen: number[] = []
    const slowFirst = async (number: number): Promise<string | null> => {
      seen.push(number)
      await new Promise((done) => setTimeout(done, 10 - number))
      return odd(number)
    }
    expect(await lookThrough(numbers(10), slowFirst)).toEqual({
      checked: 10,
      of: 10,
      faults: ['1', '3', '5', '7', '9'],
    })
    expect(seen).toEqual(numbers(10))
  })
  it('ends when it is late, and says how far it came', async () => {
    let looks = 0
    const isLate = (): boolean => looks++ >= 6
    expect(await lookThrough(numbers(100), odd, isLate)).toEqual({ checked: 6, of: 100, faults: ['1', '3', '5'] })
  })
  it('finds nothing in nothing', async () => {
    expect(await lookThrough([], odd)).toEqual({ checked: 0, of: 0, faults: [] })
  })
})

describe('what is drawn evenly', () => {
  it.each([0, 1, 2, 7, 198, 1000])('of %i has each once', (count) => {
    expect([...drawnEvenly(numbers(count))].sort((a, b) => a - b)).toEqual(numbers(count))
  })
  it.each([10, 40, 200])('has in its first %i some of each tenth', (first) => {
    const tenths = new Set(
      drawnEvenly(numbers(1000))
        .slice(0, first)
        .map((at) => Math.floor(at / 100)),
    )
    expect(tenths.size).toBeGreaterThanOrEqual(Math.min(first, 10) - 2)
  })
})

describe('data of another thread', () => {
  const found = { checked: 1, of: 2, faults: ['a'] }
  it.each<[data: unknown, isThat: boolean]>([
    [found, true],
    [{ ...found, faults: [] }, true],
    [null, false],
    ['found', false],
    [Symbol('silence'), false],
    [[], false],
    [{ checked: 1, of: 2 }, false],
    [{ ...found, checked: '1' }, false],
    [{ ...found, of: null }, false],
    [{ ...found, faults: 'a' }, false],
    [{ ...found, faults: [1] }, false],
  ])('%#', (data, isThat) => {
    expect(asFindings(data)).toEqual(isThat ? data : null)
  })
})
