/** Counts many phrases in a text in one pass over its words. */

/** One alternative of a phrase as words; a word that ends in `*` stands for any ending. */
interface Entry {
  readonly phrase: number
  readonly words: readonly string[]
}

/** Phrases by how their first word begins, so that a text of n words costs about n look-ups, however many phrases there are. */
export class PhraseBook {
  readonly #size: number
  readonly #entries = new Map<number, Entry[]>()

  /** Each phrase has alternatives between `|`; spaces match hyphens and slashes too. */
  constructor(phrases: readonly string[]) {
    this.#size = phrases.length
    phrases.forEach((alternatives, phrase) => {
      for (const alternative of alternatives.split('|')) this.#add({ phrase, words: wordsOf(alternative, true) })
    })
  }

  #add(entry: Entry): void {
    const key = beginning(entry.words[0] ?? '')
    this.#entries.set(key, [...(this.#entries.get(key) ?? []), entry])
  }

  /** How often each phrase stands in a text. */
  count(text: string): Uint16Array {
    const words = wordsOf(text, false)
    const counts = new Uint16Array(this.#size)
    words.forEach((word, at) => {
      const entries = this.#entries.get(beginning(word))
      if (entries) tally(entries, words, at, counts)
    })
    return counts
  }
}

/** The first three letters as a number, which is found in half the time of a text; others may have the same. */
function beginning(word: string): number {
  return (word.charCodeAt(0) << 16) ^ (word.charCodeAt(1) << 8) ^ word.charCodeAt(2)
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
