/** A reader who was never here, as a context of their own in the browser that trials share. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { PHONE } from '../support/browser.ts'
import { sharedBrowser } from './shared.ts'

export class Visitor {
  readonly context: BrowserContext

  private constructor(context: BrowserContext) {
    this.context = context
  }

  static async arrive(options: BrowserContextOptions = {}): Promise<Visitor> {
    return new Visitor(await (await sharedBrowser()).newContext({ viewport: PHONE, ...options }))
  }

  /** A page of theirs; a host that does not answer, or answers with no page, is no failure here. */
  async open(address: string): Promise<Page> {
    const page = await this.context.newPage()
    // What a fault leaves hanging would keep `load` waiting.
    await page.goto(address, { waitUntil: 'commit', timeout: 5_000 }).catch(() => null)
    return page
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close()
  }
}
