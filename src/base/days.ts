/** Days of the calendar, written like 2026-11-22 and counted without any clock or time zone: a day has neither. */

/** Like 2026-11-22; of years from 0 to 9999 days compare as texts. */
export type Day = string

/** The day of a clock's own calendar: the one place where a day is made of a time. */
export function dayOf(now: Date): Day {
  return write(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromCount(toCount(text)) === text
}

/** So many days later; earlier where `days` is negative. */
export function addDays(day: Day, days: number): Day {
  return fromCount(toCount(day) + days)
}

/** How many days lie from one to the other; negative where `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toCount(to) - toCount(from)
}

/** The last of some days; empty where there are none. */
export function lastOf(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last), '')
}

/** 0 on Mondays, 6 on Sundays. */
export function weekdayOf(day: Day): number {
  // 1 March of year 0 was a Wednesday.
  return (((toCount(day) + 2) % 7) + 7) % 7
}

/*
 * Days are counted from 1 March of year 0. In years that begin in March the day that leap years add is their last,
 * so that the months before it always begin alike: (153 * month + 2) / 5 days after 1 March.
 */
const YEARS_400 = 146_097

function toCount(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const marchYear = month > 2 ? year : year - 1
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return 365 * marchYear + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
}

function fromCount(count: number): Day {
  const era = Math.floor(count / YEARS_400)
  const dayOfEra = count - era * YEARS_400
  // Of 400 years: all but the last days of each 4, 100 and 400 fill years of 365 days.
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = ((marchMonth + 2) % 12) + 1
  const year = era * 400 + yearOfEra + (month > 2 ? 0 : 1)
  return write(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

function write(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
