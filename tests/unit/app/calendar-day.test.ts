import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../../src/app/calendar-day.ts'

describe('the reader’s calendar day', () => {
  it.each([
    ['just after midnight', new Date(2026, 10, 22, 0, 0, 1)],
    ['just before midnight', new Date(2026, 10, 22, 23, 59, 59)],
  ])('%s', (_, now) => {
    expect(calendarDay(now)).toBe('2026-11-22')
  })
})
