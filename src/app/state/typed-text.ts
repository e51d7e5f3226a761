/** What is typed into a large field, kept at once in a place that a killed tab cannot lose, until it is cleared. */
import { findWord, forgetWord, leaveWord } from './left-words.ts'

/** Longer texts live as long as the tab: browsers give 5 MB, and each key writes the whole. */
const LONGEST = 200_000

class TypedText {
  readonly #name: string
  #onForgotten: () => void = () => undefined

  constructor(name: string) {
    this.#name = name
  }

  /** An empty text is none; one that finds no room lives as long as the tab. */
  keep(text: string): void {
    if (text === '' || text.length > LONGEST) forgetWord(this.#name)
    else leaveWord(this.#name, text)
  }

  /** Empty where none was left behind. */
  read(): string {
    return findWord(this.#name) ?? ''
  }

  /** Calls when the text is forgotten by other means than the field's own. */
  onForgotten(listener: () => void): void {
    this.#onForgotten = listener
  }

  /** Forgets the text, in an open field too. */
  forget(): void {
    this.keep('')
    this.#onForgotten()
  }
}

export const draftText = new TypedText('draft')
export const broughtText = new TypedText('bring')

export function forgetTypedTexts(): void {
  for (const text of [draftText, broughtText]) text.forget()
}
