import { describe, expect, it } from 'vitest'
import { countPapers, longDay, shortDay, thousands, weekday } from '../../../src/text/english.ts'

describe('a count in words', () => {
  it.each([
    [0, '0 papers'],
    [1, '1 paper'],
    [198, '198 papers'],
    [14200, '14,200 papers'],
    [1234567, '1,234,567 papers'],
  ])('%i: %s', (count, words) => {
    expect(countPapers(count)).toBe(words)
  })

  it('is what the browser would write', () => {
    for (const count of [0, 9, 10, 999, 1000, 9999, 10000, 100000, 999999, 1e6, 123456789])
      expect(thousands(count)).toBe(count.toLocaleString('en'))
  })
})

describe('a day in words', () => {
  it.each([
    [shortDay, '2026-11-22', '22 Nov'],
    [shortDay, '2026-01-01', '1 Jan'],
    [shortDay, 'some day', 'some day'],
    [longDay, '2026-11-22', '22 November 2026'],
    [longDay, '', ''],
    [weekday, '2026-11-22', 'Sunday 22 Nov'],
    [weekday, '2028-02-29', 'Tuesday 29 Feb'],
    [weekday, '2026-13-01', '2026-13-01'],
  ])('%o of %s is %s', (words, day, expected) => {
    expect(words(day)).toBe(expected)
  })
})
