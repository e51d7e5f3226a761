/** Blink: the Chromium of this machine. */
import type { ElementHandle } from 'playwright-core'
import { launchProfile } from '../support/browser.ts'
import { find, type Browser, type Engine } from './engine.ts'

export const chromium: Engine = { name: 'Chromium', remedy: 'set CHROME_PATH to one', start }

/** The path is that of CHROME_PATH. */
async function start(_path: string, profile: string): Promise<Browser> {
  const context = await launchProfile(profile)
  const page = context.pages()[0] ?? (await context.newPage())
  const ask: Browser['ask'] = (question, ...given) =>
    page.evaluate(`(${question.toString()})(...${JSON.stringify(given)})`)
  const found = async (selector: string, words: string): Promise<ElementHandle | null> =>
    (await page.evaluateHandle(`(${find.toString()})(...${JSON.stringify([selector, words])})`)).asElement()
  return {
    version: context.browser()?.version() ?? '',
    open: async (address) => {
      await page.goto('about:blank')
      await page.goto(address)
    },
    ask,
    has: async (selector, words) => (await found(selector, words)) !== null,
    press: async (selector, words) => (await found(selector, words))?.click(),
    type: async (selector, text) => {
      await (await found(selector, ''))?.focus()
      await page.keyboard.type(text)
    },
    resize: (size) => page.setViewportSize(size),
    picture: () => page.screenshot(),
    close: () => context.close(),
  }
}
