/** Numbers, counts and days (`2026-11-22`) in the words of the app. */

/*
 * By hand, since the browser's own formats take 20 to 80 ms at their first use on a phone: before the first paint that
 * is the largest single cost, for one language and two forms.
 */
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** `14,200`. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** `198 papers`, `1 paper`. */
export function countPapers(count: number): string {
  return count === 1 ? '1 paper' : `${thousands(count)} papers`
}

/** `45 votes`, `1 vote`. */
export function countVotes(count: number): string {
  return count === 1 ? '1 vote' : `${thousands(count)} votes`
}

/** `22 Nov`; what is no day stays as it is. */
export function shortDay(day: string): string {
  const date = read(day)
  return date ? `${date.day} ${date.month.slice(0, 3)}` : day
}

/** `22 November 2026`; what is no day stays as it is. */
export function longDay(day: string): string {
  const date = read(day)
  return date ? `${date.day} ${date.month} ${date.year}` : day
}

/** `22 November 2026`, `November 2026` or `2026`, as far as a date goes. */
export function longDate(date: string): string {
  return /^\d{4}-\d\d$/.test(date) ? longDay(`${date}-01`).replace(/^1 /, '') : longDay(date)
}

/** `Sunday 22 Nov`; what is no day stays as it is. */
export function weekday(day: string): string {
  const name = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return name === undefined ? day : `${name} ${shortDay(day)}`
}

function read(day: string): { readonly year: string; readonly month: string; readonly day: string } | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? null : { year: String(Number(year)), month: name, day: String(Number(date)) }
}
