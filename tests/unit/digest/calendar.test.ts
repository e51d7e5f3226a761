/** Which days have an edition, by the reader's rhythm and clock. */
import { describe, expect, it } from 'vitest'
import { awaySince, isDue, nextDue } from '../../../src/digest/calendar.ts'
import type { Rhythm } from '../../../src/digest/rules.ts'

// 2026-11-22 is a Sunday.
describe('a day', () => {
  it.each<[Rhythm, string, readonly string[], boolean]>([
    ['daily', '2026-11-22', [], true],
    ['daily', '2026-11-22', ['2026-11-21'], true],
    ['daily', '2026-11-22', ['2026-11-22'], false],
    // The clock was ahead once, or is set back: other days' editions take nothing from this one.
    ['daily', '2026-11-22', ['2026-11-23', '2030-01-01'], true],
    ['daily', '2026-11-22', ['2026-11-22', '2026-11-23'], false],
    ['weekdays', '2026-11-22', ['2026-11-20'], false],
    ['weekdays', '2026-11-22', ['2026-11-19'], true],
    ['weekdays', '2026-11-23', ['2026-11-22'], true],
    ['weekdays', '2026-11-21', ['2026-11-21'], false],
    ['weekdays', '2026-11-22', ['2026-11-21'], false],
    ['weekly', '2026-11-22', ['2026-11-16'], false],
    ['weekly', '2026-11-22', ['2026-11-18'], false],
    ['weekly', '2026-11-22', ['2026-11-15'], true],
    ['weekly', '2026-11-23', ['2026-11-22'], true],
    ['weekly', '2026-11-23', ['2026-11-23'], false],
  ])('with the rhythm %s, %s after %j, is due: %s', (rhythm, day, made, expected) => {
    expect(isDue(day, made, rhythm)).toBe(expected)
  })

  it.each<[Rhythm, string, string]>([
    ['daily', '2026-11-20', '2026-11-21'],
    ['daily', '2026-12-31', '2027-01-01'],
    ['weekdays', '2026-11-19', '2026-11-20'],
    ['weekdays', '2026-11-20', '2026-11-23'],
    ['weekdays', '2026-11-22', '2026-11-23'],
    ['weekly', '2026-11-22', '2026-11-23'],
    ['weekly', '2026-11-23', '2026-11-30'],
  ])('%s, %s is followed by %s', (rhythm, day, expected) => {
    expect(nextDue(day, rhythm)).toBe(expected)
  })

  it.each<[Rhythm, string | null, string, string | null]>([
    ['daily', null, '2026-11-22', null],
    ['daily', '2026-11-21', '2026-11-22', null],
    ['daily', '2026-11-08', '2026-11-22', '2026-11-09'],
    ['weekdays', '2026-11-20', '2026-11-23', null],
    ['weekdays', '2026-11-19', '2026-11-21', null],
    ['weekdays', '2026-11-19', '2026-11-23', '2026-11-20'],
    ['weekly', '2026-11-18', '2026-11-29', null],
    ['weekly', '2026-11-18', '2026-12-01', '2026-11-19'],
  ])('%s, with %s before, makes an edition of %s since %s', (rhythm, previous, day, expected) => {
    expect(awaySince(previous, day, rhythm)).toBe(expected)
  })
})
