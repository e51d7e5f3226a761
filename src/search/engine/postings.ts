/** Posting lists in a Map: for each word, the rows it stands in. */
import { createSorted } from './sorted-words.ts'
import type { Field } from './word-index.ts'

/**
 * A posting list, three numbers a paper: its row, and how often the word stands in title and abstract. One array a
 * word, since most words stand in one paper and arrays are what the collector has to clear up.
 */
export type Postings = readonly number[]
export const STRIDE = 3
export const COUNT: Readonly<Record<Field, number>> = { title: 1, abstract: 2 }

export interface PostingLists {
  /** Rows come in order. */
  readonly add: (row: number, field: Field, words: readonly string[]) => void
  /** Takes a row out of the lists of words, whatever field they stand in. */
  readonly remove: (row: number, words: readonly string[]) => void
  readonly of: (word: string) => Postings | undefined
  /** In the order they came: the same list, which grows, until words are gone. */
  readonly words: () => readonly string[]
  /** In code unit order. */
  readonly inOrder: () => readonly string[]
}

export function createPostings(): PostingLists {
  const lists = new Map<string, number[]>()
  const sorted = createSorted((word) => lists.has(word))
  /** Null after a removal. */
  let words: string[] | null = []

  const add: PostingLists['add'] = (row, field, added) => {
    for (const word of added) {
      let list = lists.get(word)
      if (!list) {
        lists.set(word, (list = []))
        words?.push(word)
        sorted.add(word)
      }
      if (list[list.length - STRIDE] !== row) list.push(row, 0, 0)
      const at = list.length - STRIDE + COUNT[field]
      list[at] = (list[at] ?? 0) + 1
    }
  }

  const remove: PostingLists['remove'] = (row, removed) => {
    for (const word of new Set(removed)) {
      const list = lists.get(word) ?? []
      const at = placeOf(row, list)
      if (list[at] === row) list.splice(at, STRIDE)
      if (list.length > 0 || !lists.delete(word)) continue
      words = null
      sorted.remove(word)
    }
  }

  return {
    add,
    remove,
    of: (word) => lists.get(word),
    words: () => (words ??= [...lists.keys()]),
    inOrder: () => sorted.words(),
  }
}

/** Where the posting of a row stands or would stand: rows only count up, so lists are in their order. */
function placeOf(row: number, list: Postings): number {
  let low = 0
  let high = list.length / STRIDE
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle * STRIDE] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low * STRIDE
}
