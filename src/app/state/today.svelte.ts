/** The reader's calendar day as state: a page left open overnight wakes up on the new one. */
import { calendarDay } from '../calendar-day.ts'

export class Today {
  /** Like 2026-11-22. */
  day: string = $state('')
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
    this.day = calendarDay(now())
  }

  /** Looks at the clock whenever the page comes into view. */
  start(): void {
    document.addEventListener('visibilitychange', () => {
      this.day = calendarDay(this.#now())
    })
  }
}
