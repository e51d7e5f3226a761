/** The searches that led somewhere lately: kept in this browser alone, in no library file. */
import { cutQuery } from '../../query/longest.ts'
import { findWord, forgetWord, leaveWord } from './left-words.ts'

const NAME = 'searches'
const MOST = 8

export class RecentSearches {
  /** The newest first. */
  all: readonly string[] = $state.raw(read())

  /** Keeps a search in front; words that were half typed give way to the whole. */
  keep(text: string): void {
    const next = text.trim()
    if (next === '') return
    const before = read() // other windows keep theirs in the same place
    const whole = before.find((one) => isHalf(next, one)) ?? next
    this.#become([whole, ...before.filter((one) => !isSame(one, whole) && !isHalf(one, whole))].slice(0, MOST))
  }

  remove(text: string): void {
    this.#become(read().filter((one) => one !== text))
  }

  clear(): void {
    this.#become([])
  }

  #become(all: readonly string[]): void {
    this.all = all
    if (all.length === 0) forgetWord(NAME)
    else leaveWord(NAME, all.join('\n'))
  }
}

/** Forgets them all. */
export function forgetSearches(): void {
  forgetWord(NAME)
}

/** A line each, as no search has two. */
function read(): readonly string[] {
  const lines = (findWord(NAME) ?? '').split('\n').filter((line) => line !== '')
  return lines.slice(0, MOST).map(cutQuery)
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Whether one ends in the middle of a word of the other. */
function isHalf(half: string, whole: string): boolean {
  return isSame(whole.slice(0, half.length), half) && /^[\p{L}\p{N}]/u.test(whole.slice(half.length))
}
