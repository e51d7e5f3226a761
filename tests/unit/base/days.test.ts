/** Days of the calendar: against the platform's own, and against every clock there is. */
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, dayOf, isDay, lastOf, weekdayOf } from '../../../src/base/days.ts'

const MS = 86_400_000
/** The platform's calendar, read without a zone. */
const platformDay = (count: number): string => new Date(count * MS).toISOString().slice(0, 10)

describe('days', () => {
  it('follow each other as the platform has it, from 1600 to 2400', () => {
    const from = Date.UTC(1600, 0, 1) / MS
    const wrong: string[] = []
    for (let count = from; count < from + 800 * 365.25; count++) {
      const day = platformDay(count)
      const weekday = (new Date(count * MS).getUTCDay() + 6) % 7
      const isRight =
        addDays(day, 1) === platformDay(count + 1) &&
        daysBetween('1970-01-01', day) === count &&
        weekdayOf(day) === weekday
      if (!isRight) wrong.push(day)
    }
    expect(wrong).toEqual([])
  })

  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-22', 400, '2027-12-27'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %d days are %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected)
    expect(daysBetween(day, expected)).toBe(days)
  })

  it.each([
    ['2026-11-22', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-11-00', false],
    ['2026-1-1', false],
    ['', false],
  ])('%s is one: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })

  it.each([
    ['just after midnight', new Date(2026, 10, 22, 0, 0, 1)],
    ['just before midnight', new Date(2026, 10, 22, 23, 59, 59)],
  ])('are read from the clock’s own calendar, %s', (_, now) => {
    expect(dayOf(now)).toBe('2026-11-22')
  })

  it.each([
    [['2026-11-20', '2026-12-01', '2026-11-22'], '2026-12-01'],
    [[], ''],
  ])('the last of %j is %j', (days, expected) => {
    expect(lastOf(days)).toBe(expected)
  })
})
