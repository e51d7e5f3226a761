/** Counts and days in words. */

/** `198 papers`, `1 paper`. */
export function countPapers(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`
}

/** 2026-11-22 as `22 November 2026`; what is no day stays as it is. */
export function longDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
