/** Terms of the field that mean the same, as `data/synonyms.json` lists them: `LLM` and `large language model`. */
import groups from '../../data/synonyms.json'
import { stem } from './variants.ts'
import { tokenize } from './tokenize.ts'

/** A run of words, `to` exclusive, and the terms that may stand for it, each as its words. */
export interface Synonym {
  readonly from: number
  readonly to: number
  readonly terms: readonly (readonly string[])[]
}

interface Entry {
  readonly stems: readonly string[]
  readonly others: readonly (readonly string[])[]
}

/** By the stem of a term's first word; made at the first search. */
let entries: Map<string, Entry[]> | null = null

/** The terms that stand in a row of folded words, in any of their forms, as `LLMs` or `mixtures of experts`. */
export function synonymsIn(words: readonly string[]): readonly Synonym[] {
  entries ??= readEntries()
  const stems = words.map(stem)
  const found: Synonym[] = []
  for (const [from, first] of stems.entries())
    for (const entry of entries.get(first) ?? [])
      if (entry.stems.every((one, at) => one === stems[from + at]))
        found.push({ from, to: from + entry.stems.length, terms: entry.others })
  return found
}

function readEntries(): Map<string, Entry[]> {
  const read = new Map<string, Entry[]>()
  for (const group of groups.map((terms) => terms.map(partsOf)))
    for (const term of group) {
      const stems = term.map(stem)
      const [first = ''] = stems
      const entry = { stems, others: group.filter((other) => other !== term) }
      read.set(first, [...(read.get(first) ?? []), entry])
    }
  return read
}

function partsOf(term: string): readonly string[] {
  return tokenize(term).flatMap(({ text, joined }) => (joined ? [] : [text]))
}
