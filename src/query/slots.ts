/** Free words as slots: one a word, with the other spellings of it that some paper holds. */
import { STOP_WORDS } from '../text/stop-words.ts'
import { synonymsIn } from '../text/synonyms.ts'
import type { Variants } from '../text/variants.ts'
import { tokenize } from '../text/tokenize.ts'

/** A term of several words that may stand for one. */
export interface Phrase {
  /** As `data/synonyms.json` has it. */
  readonly words: readonly string[]
  /** For each of its words that carries a subject, the forms of it, of which a paper needs one. */
  readonly forms: readonly (readonly string[])[]
}

/** A word of papers that means nearly what another does, and how nearly: the square of their cosine. */
export interface NearWord {
  readonly word: string
  readonly likeness: number
}

/** One word of a query, with everything that may stand for it. */
export interface Slot {
  /** The word as typed, then others at half its weight: corrections, synonyms, and what it makes joined to a neighbour. */
  readonly words: readonly string[]
  /** Terms that may stand for it, at half its weight too. */
  readonly phrases?: readonly Phrase[]
  /** Words that count where meaning is asked for, each by itself. */
  readonly near?: readonly NearWord[]
  /** Whether the first word is still being typed, so that longer words that begin with it count too. */
  readonly open: boolean
  /** Whether a paper may lack it; it then only counts towards the order. */
  readonly optional: boolean
}

/** A word as typed, and what is found to stand for it. */
interface Typed {
  readonly word: string
  readonly others: string[]
  readonly phrases: Phrase[]
}

/** The slots of a text; the last is open while the text ends in it. `known` says which words some paper holds. */
export function readSlots(text: string, known: (word: string) => boolean, variants: Variants): readonly Slot[] {
  const words: Typed[] = []
  const join = (joined: string, first: number, end?: number): void => {
    if (known(joined)) for (const { others } of words.slice(first, end)) others.push(joined)
  }
  const tokens = tokenize(text)
  for (const { text: word, joined, parts } of tokens) {
    if (joined) join(word, words.length - parts)
    else words.push({ word, others: [], phrases: [] })
  }
  for (let at = 1; at < words.length; at++) {
    for (const from of [at - 1, at - 2]) {
      const run = words.slice(Math.max(0, from), at + 1).map(({ word }) => word)
      // `pixel flow` for PixelFlow, `stream diffusion v2` for StreamDiffusionV2; after a word like `a` it would be chance.
      if (from >= 0 && !run.slice(0, -1).some((word) => STOP_WORDS.has(word))) join(run.join(''), from, at + 1)
    }
  }
  const open = tokens.at(-1)?.end === text.length
  const carries = words.some(({ word }) => !STOP_WORDS.has(word))
  addSynonyms(words, (word) => [word, ...variants(word)].filter(known))
  const isOpen = (at: number): boolean => open && at === words.length - 1
  // What a letter or two begin are all their forms, of thousands of words.
  const hasForms = (word: string, at: number): boolean => !STOP_WORDS.has(word) && !(isOpen(at) && word.length < 3)
  return words.map(({ word, others, phrases }, at) => ({
    words: [...new Set([word, ...others, ...(hasForms(word, at) ? variants(word) : [])])],
    phrases,
    open: isOpen(at),
    optional: carries && STOP_WORDS.has(word),
  }))
}

/** Adds the synonyms of a term to what stands for each of its words: those of one word, and those of several. */
function addSynonyms(words: readonly Typed[], formsOf: (word: string) => readonly string[]): void {
  for (const { from, to, terms } of synonymsIn(words.map(({ word }) => word)))
    for (const term of terms) {
      const forms = term.filter((word) => !STOP_WORDS.has(word)).map(formsOf)
      if (forms.some((some) => some.length === 0)) continue // no paper holds it
      for (const { others, phrases } of words.slice(from, to))
        if (term.length > 1) phrases.push({ words: term, forms })
        else others.push(...forms.flat())
    }
}
