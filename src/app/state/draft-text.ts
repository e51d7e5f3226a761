/** The text on the draft desk, kept at once in a place that a killed tab cannot lose, until it is cleared. */
import { findWord, forgetWord, leaveWord } from './left-words.ts'

const NAME = 'draft'

/** An empty text is no draft; one that finds no room lives as long as the tab. */
export function keepDraftText(text: string): void {
  if (text === '') forgetWord(NAME)
  else leaveWord(NAME, text)
}

/** Empty where none was left behind. */
export function readDraftText(): string {
  return findWord(NAME) ?? ''
}

const listeners = new Set<() => void>()

/** Calls when the text is forgotten by other means than the desk's own. */
export function onDraftForgotten(listener: () => void): void {
  listeners.add(listener)
}

/** Forgets the text, on an open desk too. */
export function forgetDraftText(): void {
  keepDraftText('')
  for (const listener of listeners) listener()
}
