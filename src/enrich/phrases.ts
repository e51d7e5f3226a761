/** Counts many phrases in a text in one pass over its words. */

/** A word as it is wanted; an open one stands for any ending. */
interface Wanted {
  readonly text: string
  readonly open: boolean
}

/** One alternative of a phrase. */
interface Entry {
  readonly phrase: number
  readonly first: Wanted
  readonly rest: readonly Wanted[]
}

/** Phrases by how their first word begins, so that a text of n words costs about n look-ups, however many phrases there are. */
export class PhraseBook {
  readonly #size: number
  readonly #entries = new Map<number, Entry[]>()

  /** Each phrase has alternatives between `|`; spaces match hyphens and slashes too; `*` stands for any ending. */
  constructor(phrases: readonly string[]) {
    this.#size = phrases.length
    phrases.forEach((alternatives, phrase) => {
      for (const alternative of alternatives.split('|')) this.#add(phrase, alternative)
    })
  }

  #add(phrase: number, alternative: string): void {
    const [first, ...rest] = (alternative.toLowerCase().match(/[\p{L}\p{N}]+\*?/gu) ?? []).map((word) => ({
      text: word.replace('*', ''),
      open: word.endsWith('*'),
    }))
    if (!first) return
    const key = beginning(first.text)
    this.#entries.set(key, [...(this.#entries.get(key) ?? []), { phrase, first, rest }])
  }

  /** How often each phrase stands in a text. */
  count(text: string): Uint16Array {
    const words = wordsOf(text)
    const counts = new Uint16Array(this.#size)
    words.forEach((word, at) => {
      const entries = this.#entries.get(beginning(word))
      if (!entries) return
      for (const { phrase, first, rest } of entries)
        if (fits(first, word) && rest.every((wanted, step) => fits(wanted, words[at + 1 + step])))
          counts[phrase] = (counts[phrase] ?? 0) + 1
    })
    return counts
  }
}

/** The first three letters as a number, which is found in half the time of a text; others may have the same. */
function beginning(word: string): number {
  return (word.charCodeAt(0) << 16) ^ (word.charCodeAt(1) << 8) ^ word.charCodeAt(2)
}

function fits({ text, open }: Wanted, word: string | undefined): boolean {
  return word !== undefined && (open ? word.startsWith(text) : word === text)
}

/** Most texts, and twice as quickly cut. */
const ASCII = /^[\x00-\x7f]*$/

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(ASCII.test(text) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []
}
