/** A browser that is driven by WebDriver's commands, by whatever line they reach it. */
import * as v from 'valibot'
import { find, type Browser } from './engine.ts'

/** The commands that are used, by the names that Firefox gives them. */
export type Command =
  | 'NewSession'
  | 'Navigate'
  | 'ExecuteScript'
  | 'ElementClick'
  | 'ElementSendKeys'
  | 'SetWindowRect'
  | 'TakeScreenshot'
  | 'CloseWindow'

/** Sends a command and its parameters; the promise is of its value. */
export type Send = (command: Command, given: object) => Promise<unknown>

const Session = v.object({ capabilities: v.object({ browserVersion: v.string() }) })
/** How an element is named in replies and parameters; the standard gives the key. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const Element = v.object({ [ELEMENT]: v.string() })

/** The browser of a new session; `close` ends it. */
export async function openSession(send: Send, close: () => Promise<void>, wanted: object = {}): Promise<Browser> {
  const { capabilities } = v.parse(Session, await send('NewSession', wanted))
  const ask: Browser['ask'] = (question, ...args) =>
    send('ExecuteScript', { script: `return (${question.toString()})(...arguments)`, args })
  const found = async (selector: string, words: string): Promise<string> =>
    v.parse(Element, await ask(find, selector, words))[ELEMENT]
  return {
    version: capabilities.browserVersion,
    open: async (url) => {
      await send('Navigate', { url: 'about:blank' })
      await send('Navigate', { url })
    },
    ask,
    has: async (selector, words) => (await ask(find, selector, words)) !== null,
    press: async (selector, words) => {
      await send('ElementClick', { id: await found(selector, words) })
    },
    type: async (selector, text) => {
      await send('ElementSendKeys', { id: await found(selector, ''), text })
    },
    resize: async (size) => {
      await send('SetWindowRect', size)
    },
    picture: async () => Buffer.from(v.parse(v.string(), await send('TakeScreenshot', { full: false })), 'base64'),
    close,
  }
}
