/** The reader's calendar day as state: a page left open overnight wakes up on the new one. */
import { dayOf, type Day } from '../../base/days.ts'

export class Today {
  day: Day = $state('')
  /** Called when another day has come, by the clock or because the clock was set. */
  onTurn: () => void = () => undefined
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
    this.day = dayOf(now())
  }

  /** Looks at the clock when the reader comes back, never under their eyes: midnight takes no edition away. */
  start(): void {
    document.addEventListener('visibilitychange', () => this.look())
    addEventListener('focus', () => this.look())
  }

  /** Looks at the clock now. */
  look(): void {
    const day = dayOf(this.#now())
    if (day === this.day) return
    this.day = day
    this.onTurn()
  }
}
