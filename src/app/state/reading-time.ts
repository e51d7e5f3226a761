/** How long an edition was in the reader's hands: the time between their moves, where a long pause counts as a short one. */
import type { Day } from '../../base/days.ts'

/** Whoever does not move for longer may have left the room: no more is counted. */
const LONGEST_PAUSE_MS = 60_000
const MOVES = ['scroll', 'pointerdown', 'keydown'] as const
/** Milliseconds by day: one who reads in two sittings is counted in both, as long as the window lives. */
const read = new Map<Day, number>()

export interface ReadingTime {
  /** Counts from now until the function returned is called. */
  readonly start: () => () => void
  /** Whole minutes until now. */
  readonly minutes: () => number
}

/** The time that an edition has had in this window. */
export function followReading(day: Day, now: () => number = () => performance.now()): ReadingTime {
  let last = now()
  const count = (): void => {
    const time = now()
    read.set(day, (read.get(day) ?? 0) + Math.min(time - last, LONGEST_PAUSE_MS))
    last = time
  }
  return {
    start: () => {
      last = now()
      for (const move of MOVES) addEventListener(move, count, { passive: true })
      return () => {
        count()
        for (const move of MOVES) removeEventListener(move, count)
      }
    },
    minutes: () => {
      count()
      return Math.floor((read.get(day) ?? 0) / 60_000)
    },
  }
}
