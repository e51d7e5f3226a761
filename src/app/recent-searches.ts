/** The searches that led somewhere lately as the one text that is kept of them: a line each, as no search has two. */
import { cutQuery } from '../query/longest.ts'

const MOST = 8

/** The searches in a text, the newest first; of none where nothing was kept. */
export function searchesIn(kept: string | null): readonly string[] {
  const lines = (kept ?? '').split('\n').filter((line) => line !== '')
  return lines.slice(0, MOST).map(cutQuery)
}

/** With another in front; words that were half typed give way to the whole. */
export function withSearch(before: readonly string[], next: string): readonly string[] {
  const whole = before.find((one) => isHalf(next, one)) ?? next
  return [whole, ...before.filter((one) => !isSame(one, whole) && !isHalf(one, whole))].slice(0, MOST)
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Whether one ends in the middle of a word of the other. */
function isHalf(half: string, whole: string): boolean {
  return isSame(whole.slice(0, half.length), half) && /^[\p{L}\p{N}]/u.test(whole.slice(half.length))
}
