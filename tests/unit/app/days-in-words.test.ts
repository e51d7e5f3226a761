import { describe, expect, it } from 'vitest'
import { calendarDay, longDay, shortDay, weekday } from '../../../src/app/days-in-words.ts'

describe('a day in words', () => {
  it.each([
    [shortDay, '2026-11-22', '22 Nov'],
    [shortDay, '2026-01-01', '1 Jan'],
    [longDay, '2026-11-22', '22 November 2026'],
    [weekday, '2026-11-22', 'Sunday 22 Nov'],
  ])('%o of %s is %s', (words, day, expected) => {
    expect(words(day)).toBe(expected)
  })
})

describe('the reader’s calendar day', () => {
  it.each([
    ['just after midnight', new Date(2026, 10, 22, 0, 0, 1)],
    ['just before midnight', new Date(2026, 10, 22, 23, 59, 59)],
  ])('%s', (_, now) => {
    expect(calendarDay(now)).toBe('2026-11-22')
  })
})
