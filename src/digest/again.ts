/** Saved papers that come to mind again: older ones the reader has not done with. */
import { addDays, type Day } from '../base/days.ts'
import type { Entry, Section } from './edition.ts'
import type { Waiting } from './pool.ts'

/** In one edition at most; of a short one, a quarter. */
const MOST = 2
/** Days that a paper is left in peace after it was saved or last shown. */
const REST = 7

/** The section of papers that wait the longest, `waiting` being in page order; null where none has waited long enough. */
export function againSection(waiting: readonly Waiting[], day: Day, size: number): Section | null {
  const until = addDays(day, -REST)
  // Days to come are of a clock that was ahead: they keep no paper away.
  const past = (one: Day | null): Day => (one !== null && one <= day ? one : '')
  const lastMet = ({ saved, shown }: Waiting): Day => (past(shown) > past(saved) ? past(shown) : past(saved))
  const ready = waiting.filter((one) => lastMet(one) <= until)
  const picked = [...ready]
    .sort((a, b) => compare(lastMet(a), lastMet(b)))
    .slice(0, Math.min(MOST, Math.floor(size / 4)))
  if (picked.length === 0) return null
  const entries = picked.map(({ paper, saved }): Entry => {
    return { paper, reason: { kind: 'again', saved: past(saved) || day }, also: [] }
  })
  return { kind: 'again', search: null, entries, unseen: ready.length, seen: 0 }
}

function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}
