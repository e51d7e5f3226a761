/** The searches that led somewhere lately: kept in this browser alone, in no library file. */
import { searchesIn, withSearch } from '../recent-searches.ts'
import { findWord, forgetWord, leaveWord } from './left-words.ts'

const NAME = 'searches'

export class RecentSearches {
  /** The newest first. */
  all: readonly string[] = $state.raw(read())

  /** Keeps a search in front. */
  keep(text: string): void {
    const next = text.trim()
    if (next === '') return
    // Other windows keep theirs in the same place.
    this.#become(withSearch(read(), next))
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

function read(): readonly string[] {
  return searchesIn(findWord(NAME))
}
