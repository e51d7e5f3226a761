/** The text on the draft desk, kept at once in a place that a killed tab cannot lose, until it is cleared. */

const nameOf = (): string => `offprint ${new URL('./', document.baseURI).pathname} draft`

/** An empty text is no draft. */
export function keepDraftText(text: string): void {
  try {
    if (text === '') localStorage.removeItem(nameOf())
    else localStorage.setItem(nameOf(), text)
  } catch {
    // Full, or forbidden here: the text lives as long as the tab.
  }
}

/** Empty where none was left behind. */
export function readDraftText(): string {
  try {
    return localStorage.getItem(nameOf()) ?? ''
  } catch {
    return ''
  }
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
