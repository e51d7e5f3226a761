/** One text by its words: where each stands, so that marking a page of results looks up words instead of reading it. */
import type { Token } from '../text/tokenize.ts'

interface Place {
  readonly token: Token
  /** The word of the text that it begins with. */
  readonly at: number
}

export interface TextIndex {
  /** For each word of the text, the tokens that begin with it: itself, and what it makes joined to the next ones. */
  readonly steps: readonly (readonly Token[])[]
  readonly placesOf: (word: string) => readonly Place[]
  /** Its different words that begin so. */
  readonly begunBy: (beginning: string) => readonly string[]
}

const kept = new WeakMap<readonly Token[], TextIndex | null>()
const NOWHERE: readonly Place[] = []

/** Null when it is first asked for: among many papers most are shown once, and reading a text is a tenth of the work. */
export function indexOnceAgain(tokens: readonly Token[]): TextIndex | null {
  if (kept.has(tokens)) return indexText(tokens)
  kept.set(tokens, null)
  return null
}

/** The index of a text, kept while its tokens are. */
export function indexText(tokens: readonly Token[]): TextIndex {
  const known = kept.get(tokens)
  if (known) return known
  const steps: Token[][] = []
  const places = new Map<string, Place[]>()
  for (const token of tokens) {
    const at = token.joined ? steps.length - token.parts : steps.length
    if (token.joined) steps[at]?.push(token)
    else steps.push([token])
    const same = places.get(token.text)
    if (same) same.push({ token, at })
    else places.set(token.text, [{ token, at }])
  }
  const words = [...places.keys()].sort()
  const index: TextIndex = {
    steps,
    placesOf: (word) => places.get(word) ?? NOWHERE,
    begunBy: (beginning) => {
      const begun: string[] = []
      for (let at = lowerBound(words, beginning); words[at]?.startsWith(beginning); at++) begun.push(words[at] ?? '')
      return begun
    },
  }
  kept.set(tokens, index)
  return index
}

/** Where a word stands or would stand. */
function lowerBound(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
