/** Which days have an edition, and which day's is the one to show. */
import { addDays, weekdayOf, type Day } from '../base/days.ts'
import type { Rhythm } from './rules.ts'

/** The last day, up to this one, that has an edition by its rhythm. */
function dueDay(day: Day, rhythm: Rhythm): Day {
  const weekday = weekdayOf(day)
  if (rhythm === 'weekly') return addDays(day, -weekday)
  return rhythm === 'weekdays' && weekday > 4 ? addDays(day, 4 - weekday) : day
}

/** The first day after this one that has an edition. */
export function nextDue(day: Day, rhythm: Rhythm): Day {
  const weekday = weekdayOf(day)
  if (rhythm === 'weekly') return addDays(day, 7 - weekday)
  return addDays(day, rhythm === 'weekdays' && weekday > 3 ? 7 - weekday : 1)
}

/** Whether a day is to have an edition, those of some days having been made: what a weekday missed, the weekend brings. */
export function isDue(day: Day, made: readonly Day[], rhythm: Rhythm): boolean {
  const due = dueDay(day, rhythm)
  return !made.some((one) => one >= due && one <= day)
}

/**
 * The first day since the edition before, where one that was due has gone by without; else null.
 * The reader was away, or the clock jumped, which is the same to a digest.
 */
export function awaySince(previous: Day | null, day: Day, rhythm: Rhythm): Day | null {
  return previous !== null && nextDue(previous, rhythm) < dueDay(day, rhythm) ? addDays(previous, 1) : null
}
