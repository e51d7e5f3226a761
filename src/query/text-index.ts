/** One text by its words: where each stands, so that marking a page of results looks up words instead of reading it. */
import type { Token } from '../text/tokenize.ts'
import { stem } from '../text/variants.ts'

/** Tokens in the order of the words they begin with. */
interface Order {
  /** For each word of the text, the tokens that begin with it: itself, and what it makes joined to the next ones. */
  readonly steps: readonly (readonly Token[])[]
  /** The word that a token begins with. */
  readonly firstOf: ReadonlyMap<Token, number>
}

const NONE = -1
const kept = new WeakMap<readonly Token[], TextIndex>()

/** The index of a text, kept while its tokens are. */
export function indexText(tokens: readonly Token[]): TextIndex {
  const known = kept.get(tokens)
  if (known) return known
  const index = new TextIndex(tokens)
  kept.set(tokens, index)
  return index
}

export class TextIndex {
  readonly #tokens: readonly Token[]
  /** The first token of each word, and for each token the next of the same: an array a word takes five times as long. */
  readonly #first = new Map<string, number>()
  readonly #next: Int32Array
  // Made when first asked for, which in most texts they never are.
  #forms: ReadonlyMap<string, readonly string[]> | null = null
  #order: Order | null = null

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
    this.#next = new Int32Array(tokens.length)
    for (let at = tokens.length - 1; at >= 0; at--) {
      /* v8 ignore start -- there is a token at each place */
      const { text = '' } = tokens[at] ?? {}
      /* v8 ignore stop */
      this.#next[at] = this.#first.get(text) ?? NONE
      this.#first.set(text, at)
    }
  }

  /** The tokens that are a word, in reading order. */
  tokensOf(word: string): readonly Token[] {
    const first = this.#first.get(word)
    if (first === undefined) return []
    const tokens: Token[] = []
    /* v8 ignore start -- there is a token at each place, and a next for each token */
    for (let at = first; at !== NONE; at = this.#next[at] ?? NONE) {
      const token = this.#tokens[at]
      if (token) tokens.push(token)
    }
    /* v8 ignore stop */
    return tokens
  }

  /** Its different words that begin so. */
  begunBy(beginning: string): readonly string[] {
    return [...this.#first.keys()].filter((word) => word.startsWith(beginning))
  }

  /** Its different words that are forms of one. */
  formsOf(word: string): readonly string[] {
    return (this.#forms ??= byStem(this.#first.keys())).get(stem(word)) ?? []
  }

  /** Its tokens in the order of the words they begin with. */
  get order(): Order {
    return (this.#order ??= orderOf(this.#tokens))
  }
}

function byStem(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>()
  for (const word of words) {
    const same = forms.get(stem(word))
    if (same) same.push(word)
    else forms.set(stem(word), [word])
  }
  return forms
}

function orderOf(tokens: readonly Token[]): Order {
  const steps: Token[][] = []
  const firstOf = new Map<Token, number>()
  for (const token of tokens) {
    const first = token.joined ? steps.length - token.parts : steps.length
    if (token.joined) steps[first]?.push(token)
    else steps.push([token])
    firstOf.set(token, first)
  }
  return { steps, firstOf }
}
