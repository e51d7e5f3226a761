/** A reader at a browser of any engine: waits for what they look for, presses and types, leaves and comes back. */
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Host } from '../support/host.ts'
import type { Browser, Size } from './engine.ts'

/** Milliseconds that a reader waits for what must come; only ends what would hang. */
const PATIENCE = 30_000

export class EngineReader {
  readonly host: Host
  readonly #start: () => Promise<Browser>
  #browser: Browser | null = null

  /** `start` starts the reader's browser with the reader's profile, each time. */
  constructor(host: Host, start: () => Promise<Browser>) {
    this.host = host
    this.#start = start
  }

  /** The browser, started where none is running. */
  async browser(): Promise<Browser> {
    this.#browser ??= await this.#start()
    return this.#browser
  }

  /** Closes the browser; the next visit starts it again with all that it kept. */
  async leave(): Promise<void> {
    const browser = this.#browser
    this.#browser = null
    await browser?.close()
  }

  /** Loads the app anew, at a view of it. */
  async visit(hash = ''): Promise<void> {
    await (await this.browser()).open(this.host.url + hash)
  }

  async ask(question: (...given: string[]) => unknown, ...given: string[]): Promise<unknown> {
    return (await this.browser()).ask(question, ...given)
  }

  /** Waits until something in view fits the selector and has the words. */
  async sees(selector: string, words = ''): Promise<void> {
    const browser = await this.browser()
    await this.#until(`${selector} “${words}” in view`, () => browser.has(selector, words))
  }

  async press(selector: string, words = ''): Promise<void> {
    await this.sees(selector, words)
    // A finger aims at what it sees: what is still moving would be missed.
    await this.until('the page at rest', isAtRest)
    await (await this.browser()).press(selector, words)
  }

  async type(selector: string, text: string): Promise<void> {
    await this.sees(selector)
    await (await this.browser()).type(selector, text)
  }

  /** Where the links that fit a selector lead, in their order. */
  links(selector: string): Promise<unknown> {
    return this.ask(linksOf, selector)
  }

  async resize(size: Size): Promise<void> {
    await (await this.browser()).resize(size)
  }

  /** Waits until a function in the page says yes. */
  async until(what: string, question: (...given: string[]) => unknown, ...given: string[]): Promise<void> {
    await this.#until(what, async () => (await this.ask(question, ...given)) === true)
  }

  async #until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const started = Date.now()
    // While a page loads, it cannot be asked.
    while (!(await holds().catch(() => false))) {
      if (Date.now() - started > PATIENCE) assert.fail(`never came: ${what}; the page says: ${await this.#page()}`)
      await pause(50)
    }
  }

  async #page(): Promise<string> {
    return String(await this.ask(() => document.body.innerText.slice(0, 300)).catch(String)).replaceAll(/\s+/g, ' ')
  }
}

function linksOf(selector: string): readonly (string | null)[] {
  return [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'))
}

async function isAtRest(): Promise<boolean> {
  const height = document.body.scrollHeight
  await new Promise((done) => setTimeout(done, 100))
  return document.readyState === 'complete' && document.body.scrollHeight === height
}
