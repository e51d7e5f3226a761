/** A word index in memory: posting lists in a Map, scored by BM25F. */
import { COUNT, createPostings, STRIDE, type Postings } from './postings.ts'
import { firstFrom } from './sorted-words.ts'
import type { Field, Hit, Slot, WordIndex, WordQuery } from './word-index.ts'

/** Saturation of repeated words, and how far a long field counts against its words; measured on the judged queries. */
const K1 = 1.2
const WEIGHT: Readonly<Record<Field, number>> = { title: 3, abstract: 1 }
const LENGTH: Readonly<Record<Field, number>> = { title: 0.3, abstract: 0.75 }
/** What another word counts for that stands for the typed one: .3 to .7 measure alike. */
const OTHER = 0.4

/** An empty index. */
export function createMapIndex(): WordIndex {
  const postings = createPostings()
  /** Undefined for rows that were removed. */
  const lengths: Record<Field, (number | undefined)[]> = { title: [], abstract: [] }
  let norms: Norms | null = null

  const match = ({ slots, need }: WordQuery): readonly Hit[] => {
    norms ??= weighAll(lengths)
    const found = createTally(norms)
    for (const slot of slots) {
      for (const [word, weight] of expand(slot, postings.inOrder())) {
        const list = postings.of(word)
        if (list) gather(list, weight, norms, found.add)
      }
      found.close(slot.optional)
    }
    const required = slots.filter((slot) => !slot.optional).length
    return found.hits(need === 'all' ? required : Math.min(required, 1))
  }

  return {
    add: (row, field, words) => {
      norms = null
      lengths[field][row] = words.length
      postings.add(row, field, words)
    },
    remove: (row, field, words) => {
      norms = null
      lengths[field][row] = undefined
      postings.remove(row, words)
    },
    match,
    words: () => postings.words(),
    papersWith: (word) => (postings.of(word)?.length ?? 0) / STRIDE,
    begins: (beginning) => {
      const all = postings.inOrder()
      return all[firstFrom(all, beginning)]?.startsWith(beginning) ?? false
    },
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

/** Hands on a word's weighted count in each of its rows, the fields added up. */
function gather(list: Postings, weight: number, norms: Norms, add: (row: number, count: number) => void): void {
  for (let at = 0; at < list.length; at += STRIDE) {
    const row = list[at] ?? 0
    const title = (list[at + COUNT.title] ?? 0) * (norms.title[row] ?? 0)
    const abstract = (list[at + COUNT.abstract] ?? 0) * (norms.abstract[row] ?? 0)
    add(row, weight * (title + abstract))
  }
}

/** For each row, what one occurrence counts in each field; 0 in rows that were removed. */
interface Norms extends Readonly<Record<Field, Float64Array>> {
  /** Rows that hold a paper. */
  readonly papers: number
}

function weighAll({ title, abstract }: Readonly<Record<Field, readonly (number | undefined)[]>>): Norms {
  const papers = title.reduce<number>((sum, length) => sum + (length === undefined ? 0 : 1), 0)
  return { papers, title: weigh('title', title, papers), abstract: weigh('abstract', abstract, papers) }
}

/** The field's weight over its length, relative to the mean. */
function weigh(field: Field, lengths: readonly (number | undefined)[], papers: number): Float64Array {
  const sum = lengths.reduce<number>((words, length = 0) => words + length, 0)
  const mean = sum / Math.max(1, papers) || 1
  const part = LENGTH[field]
  return Float64Array.from(lengths, (length) =>
    length === undefined ? 0 : WEIGHT[field] / (1 - part + (part * length) / mean),
  )
}

interface Tally {
  /** A count in a row for the slot at hand. */
  readonly add: (row: number, count: number) => void
  /** Ends a slot: its words count as one word, as rare as all of them together. */
  readonly close: (optional: boolean) => void
  readonly hits: (required: number) => readonly Hit[]
}

/** Scores of a query so far, in typed arrays, as a single letter touches most rows many times. */
function createTally({ title, papers }: Norms): Tally {
  const size = title.length
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
      const rarity = Math.log(1 + (papers - touched.length + 0.5) / (touched.length + 0.5))
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
        if ((slots[row] ?? 0) >= required && title[row] !== 0) hits.push({ row, score: scores[row] ?? 0 })
      return hits
    },
  }
}
