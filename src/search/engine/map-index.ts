/** A word index in memory: posting lists in a Map, scored by BM25F. */
import type { Field, Hit, Slot, WordIndex, WordQuery } from './word-index.ts'

/** Saturation of repeated words, and how far a long field counts against its words; measured on the judged queries. */
const K1 = 1.2
const WEIGHT: Readonly<Record<Field, number>> = { title: 3, abstract: 1 }
const LENGTH: Readonly<Record<Field, number>> = { title: 0.3, abstract: 0.75 }
/** What another word counts for that stands for the typed one: .3 to .7 measure alike. */
const OTHER = 0.4

/**
 * A posting list, three numbers a paper: its row, and how often the word stands in title and abstract. One array a
 * word, since most words stand in one paper and arrays are what the collector has to clear up.
 */
type Postings = number[]
const STRIDE = 3
const COUNT: Readonly<Record<Field, number>> = { title: 1, abstract: 2 }

/** An empty index. */
export function createMapIndex(): WordIndex {
  const lists = new Map<string, Postings>()
  const lengths: Record<Field, number[]> = { title: [], abstract: [] }
  let sorted: readonly string[] | null = null
  let norms: Record<Field, Float64Array> | null = null

  const add = (row: number, field: Field, words: readonly string[]): void => {
    sorted = norms = null
    lengths[field][row] = words.length
    for (const word of words) {
      let list = lists.get(word)
      if (!list) lists.set(word, (list = []))
      if (list[list.length - STRIDE] !== row) list.push(row, 0, 0)
      const at = list.length - STRIDE + COUNT[field]
      list[at] = (list[at] ?? 0) + 1
    }
  }

  const allWords = (): readonly string[] => (sorted ??= [...lists.keys()].sort())

  const match = ({ slots, need }: WordQuery): readonly Hit[] => {
    norms ??= { title: weigh('title', lengths.title), abstract: weigh('abstract', lengths.abstract) }
    const size = Math.max(norms.title.length, norms.abstract.length)
    const found = createTally(size)
    for (const slot of slots) {
      for (const [word, weight] of expand(slot, allWords())) {
        const list = lists.get(word)
        if (list) gather(list, weight, norms, found.add)
      }
      found.close(slot.optional)
    }
    const required = slots.filter((slot) => !slot.optional).length
    return found.hits(need === 'all' ? required : Math.min(required, 1))
  }

  return {
    add,
    match,
    words: allWords,
    papersWith: (word) => (lists.get(word)?.length ?? 0) / STRIDE,
    begins: (beginning) => allWords()[firstFrom(allWords(), beginning)]?.startsWith(beginning) ?? false,
  }
}

/** The words a slot stands for, with their weights; a completion weighs by how much of it is typed. */
function* expand(slot: Slot, sorted: readonly string[]): Generator<readonly [string, number]> {
  const [typed = '', ...others] = slot.words
  if (!slot.open) yield [typed, 1]
  else
    for (let at = firstFrom(sorted, typed); sorted[at]?.startsWith(typed); at++) {
      const word = sorted[at] ?? ''
      yield [word, typed.length / word.length]
    }
  for (const word of others) yield [word, OTHER]
}

/** Where a word stands or would stand in sorted words. */
function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Hands on a word's weighted count in each of its rows, the fields added up. */
function gather(
  list: Postings,
  weight: number,
  norms: Readonly<Record<Field, Float64Array>>,
  add: (row: number, count: number) => void,
): void {
  for (let at = 0; at < list.length; at += STRIDE) {
    const row = list[at] ?? 0
    const title = (list[at + COUNT.title] ?? 0) * (norms.title[row] ?? 0)
    const abstract = (list[at + COUNT.abstract] ?? 0) * (norms.abstract[row] ?? 0)
    add(row, weight * (title + abstract))
  }
}

/** For each row, what one occurrence counts in a field: its weight over its length, relative to the mean. */
function weigh(field: Field, lengths: readonly number[]): Float64Array {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1
  const part = LENGTH[field]
  return Float64Array.from(lengths, (length = 0) => WEIGHT[field] / (1 - part + (part * length) / mean))
}

interface Tally {
  /** A count in a row for the slot at hand. */
  readonly add: (row: number, count: number) => void
  /** Ends a slot: its words count as one word, as rare as all of them together. */
  readonly close: (optional: boolean) => void
  readonly hits: (required: number) => readonly Hit[]
}

/** Scores of a query so far, in typed arrays, as a single letter touches most rows many times. */
function createTally(size: number): Tally {
  const scores = new Float64Array(size)
  const slots = new Uint16Array(size)
  const counts = new Float64Array(size)
  let touched: number[] = []
  return {
    add: (row, count) => {
      if (counts[row] === 0) touched.push(row)
      counts[row] = (counts[row] ?? 0) + count
    },
    close: (optional) => {
      const rarity = Math.log(1 + (size - touched.length + 0.5) / (touched.length + 0.5))
      for (const row of touched) {
        const count = counts[row] ?? 0
        scores[row] = (scores[row] ?? 0) + (rarity * (count * (K1 + 1))) / (count + K1)
        if (!optional) slots[row] = (slots[row] ?? 0) + 1
        counts[row] = 0
      }
      touched = []
    },
    hits: (required) => {
      const hits: Hit[] = []
      for (let row = 0; row < size; row++)
        if ((slots[row] ?? 0) >= required) hits.push({ row, score: scores[row] ?? 0 })
      return hits
    },
  }
}
