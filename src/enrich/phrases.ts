/** Counts many phrases in a text in one pass over its words. */

/** One alternative of a phrase as words; a word that ends in `*` stands for any ending. */
interface Entry {
  readonly phrase: number
  readonly words: readonly string[]
}

/** Letters by which words with an open ending are looked up. */
const STEM = 3

/** Phrases by their first word, so that a text of n words costs about n look-ups, however many phrases there are. */
export class PhraseBook {
  readonly #size: number
  readonly #whole = new Map<string, Entry[]>()
  readonly #stems = new Map<string, Entry[]>()

  /** Each phrase has alternatives between `|`; spaces match hyphens and slashes too. */
  constructor(phrases: readonly string[]) {
    this.#size = phrases.length
    phrases.forEach((alternatives, phrase) => {
      for (const alternative of alternatives.split('|')) this.#add({ phrase, words: wordsOf(alternative, true) })
    })
  }

  #add(entry: Entry): void {
    const first = entry.words[0]
    if (first === undefined) return
    const [index, key] = first.endsWith('*') ? [this.#stems, first.slice(0, STEM)] : [this.#whole, first]
    index.set(key, [...(index.get(key) ?? []), entry])
  }

  /** How often each phrase stands in a text. */
  count(text: string): Uint16Array {
    const words = wordsOf(text, false)
    const counts = new Uint16Array(this.#size)
    words.forEach((word, at) => {
      const whole = this.#whole.get(word)
      const stems = this.#stems.get(word.slice(0, STEM))
      if (whole) tally(whole, words, at, counts)
      if (stems) tally(stems, words, at, counts)
    })
    return counts
  }
}

function tally(entries: readonly Entry[], words: readonly string[], at: number, counts: Uint16Array): void {
  for (const { phrase, words: wanted } of entries)
    if (wanted.every((word, step) => matches(word, words[at + step]))) counts[phrase] = (counts[phrase] ?? 0) + 1
}

function wordsOf(text: string, open: boolean): string[] {
  return text.toLowerCase().match(open ? /[\p{L}\p{N}]+\*?/gu : /[\p{L}\p{N}]+/gu) ?? []
}

function matches(wanted: string, word: string | undefined): boolean {
  if (word === undefined) return false
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted
}
