/** Free words as slots: one a word, with the other spellings of it that some paper holds. */
import { STOP_WORDS } from '../text/stop-words.ts'
import type { Variants } from '../text/variants.ts'
import { tokenize } from '../text/tokenize.ts'

/** One word of a query, with everything that may stand for it. */
export interface Slot {
  /** The word as typed, then others at half its weight: corrections, and what it makes joined to a neighbour. */
  readonly words: readonly string[]
  /** Whether the first word is still being typed, so that longer words that begin with it count too. */
  readonly open: boolean
  /** Whether a paper may lack it; it then only counts towards the order. */
  readonly optional: boolean
}

/** The slots of a text; the last is open while the text ends in it. `known` says which words some paper holds. */
export function readSlots(text: string, known: (word: string) => boolean, variants: Variants): readonly Slot[] {
  const words: string[][] = []
  const join = (joined: string, first: number): void => {
    if (known(joined)) for (const slot of words.slice(first)) slot.push(joined)
  }
  const tokens = tokenize(text)
  for (const { text: word, joined, parts } of tokens) {
    if (joined) join(word, words.length - parts)
    else words.push([word])
  }
  for (const [at, [word = '']] of words.entries()) {
    const [before = ''] = words[at - 1] ?? []
    // `pixel flow` for PixelFlow; after a word like `a` it would be chance.
    if (before && !STOP_WORDS.has(before) && known(before + word)) {
      words[at - 1]?.push(before + word)
      words[at]?.push(before + word)
    }
  }
  const open = tokens.at(-1)?.end === text.length
  const carries = words.some(([word = '']) => !STOP_WORDS.has(word))
  return words.map((all, at) => ({
    words: [...new Set([...all, ...(STOP_WORDS.has(all[0] ?? '') ? [] : variants(all[0] ?? ''))])],
    open: open && at === words.length - 1,
    optional: carries && STOP_WORDS.has(all[0] ?? ''),
  }))
}
