/** What the reader typed as slots: one a word, with the other spellings of it that some paper holds. */
import { STOP_WORDS } from '../text/stop-words.ts'
import type { Variants } from '../text/variants.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Engine } from './engine/engine.ts'
import type { Slot } from './engine/word-index.ts'

/** The slots of a query; the last is open while the text ends in it. */
export function readSlots(text: string, engine: Pick<Engine, 'papersWith'>, variants: Variants): readonly Slot[] {
  const words: string[][] = []
  const known = (word: string): boolean => engine.papersWith(word) > 0
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
