/** What an engine is to the flows: something that starts a browser, and a browser that does what hands and eyes do. */

export interface Engine {
  readonly name: string
  /** What is to be done where it is absent. */
  readonly remedy: string
  /** Starts the program at a path, with a folder in which it keeps what sites keep, and finds it again. */
  readonly start: (path: string, profile: string) => Promise<Browser>
}

/** A browser with one page, whose size is that of a phone until told else. */
export interface Browser {
  /** As it states it: `153.7.0`. */
  readonly version: string
  /** Loads an address anew, whatever was open. */
  open(address: string): Promise<void>
  /** What a function says that runs in the page: it gets words, and names nothing outside of itself. */
  ask(question: (...given: string[]) => unknown, ...given: string[]): Promise<unknown>
  /** Whether `find` finds anything. */
  has(selector: string, words: string): Promise<boolean>
  /** Presses what `find` finds; an error where it finds nothing. */
  press(selector: string, words: string): Promise<void>
  /** Types into what `find` finds, key by key. */
  type(selector: string, text: string): Promise<void>
  resize(size: Size): Promise<void>
  /** A PNG of what is in view. */
  picture(): Promise<Uint8Array>
  /** Ends it as its own close button does. */
  close(): Promise<void>
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The first element in view that fits a selector and has the words, by its label or its text; runs in the page. */
export function find(selector: string, words: string): Element | null {
  const fits = (element: Element): boolean =>
    element.checkVisibility() && `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`.includes(words)
  return [...document.querySelectorAll(selector)].find(fits) ?? null
}
