/** The words of an index in code unit order, which beginnings are looked up in; put in order when they are asked for. */

export interface SortedWords {
  /** A word that is not among them. */
  readonly add: (word: string) => void
  readonly remove: (word: string) => void
  readonly words: () => readonly string[]
}

/** `isKnown` tells which of the words that were added are there still. */
export function createSorted(isKnown: (word: string) => boolean): SortedWords {
  let sorted: readonly string[] = []
  let added: string[] = []
  /** Words that were removed and still stand in one of the two lists. */
  const removed = new Set<string>()
  return {
    add: (word) => {
      if (!removed.delete(word)) added.push(word)
    },
    remove: (word) => removed.add(word),
    words: () => {
      if (removed.size > 0) {
        sorted = sorted.filter(isKnown)
        added = added.filter(isKnown)
        removed.clear()
      }
      if (added.length > 0) sorted = merge(sorted, added.sort())
      added = []
      return sorted
    },
  }
}

/** Two sorted lists as one: a few hundred new words beside half a million are not sorted all anew. */
function merge(some: readonly string[], others: readonly string[]): readonly string[] {
  const merged: string[] = []
  let at = 0
  for (const word of some) {
    for (let other = others[at]; other !== undefined && other < word; other = others[++at]) merged.push(other)
    merged.push(word)
  }
  return merged.concat(others.slice(at))
}

/** Where a word stands or would stand in sorted words. */
export function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
