/** Today's day by the reader's clock. */

/** The day of the calendar at `now` (`2026-11-22`), in the reader's time zone. */
export function calendarDay(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
