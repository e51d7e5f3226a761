/** Calendar days (`2026-11-22`) in words, and today's by the reader's clock. */

/** The day of the calendar at `now`, in the reader's time zone. */
export function calendarDay(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** `22 Nov`. */
export function shortDay(day: string): string {
  return inWords(day, { day: 'numeric', month: 'short' })
}

/** `22 November 2026`. */
export function longDay(day: string): string {
  return inWords(day, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `Sunday 22 Nov`. */
export function weekday(day: string): string {
  return inWords(day, { weekday: 'long', day: 'numeric', month: 'short' }).replace(',', '')
}

function inWords(day: string, options: Intl.DateTimeFormatOptions): string {
  // A day has no zone: read and written in UTC it cannot slip to its neighbour.
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
