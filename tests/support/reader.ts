/** A reader with a browser of their own: a profile that outlives the browser, at a host of the test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchProfile } from './browser.ts'

export class Reader {
  #context: BrowserContext | null = null
  readonly #profile: string

  private constructor(profile: string) {
    this.#profile = profile
  }

  static async arrive(): Promise<Reader> {
    return new Reader(await mkdtemp(join(tmpdir(), 'offprint-reader-')))
  }

  /** A page in the reader's browser, which is started if it is not running. */
  async open(address: string): Promise<Page> {
    this.#context ??= await launchProfile(this.#profile)
    const page = await this.#context.newPage()
    await page.goto(address)
    return page
  }

  /** Ends the browser as the system does when it needs the memory: no page is told. */
  async killBrowser(): Promise<void> {
    const browser = this.#context?.browser()
    const session = await browser?.newBrowserCDPSession()
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
    const main = processInfo.find(({ type }) => type === 'browser')
    if (!main) throw new Error('the browser does not tell its process')
    const gone = new Promise((done) => this.#context?.once('close', done))
    process.kill(main.id, 'SIGKILL')
    await gone
    this.#context = null
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context?.close()
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Waits until the app says that it works without a network. */
export async function untilReadyOffline(page: Page, timeout = 30_000): Promise<void> {
  await page.getByText('Ready offline', { exact: true }).first().waitFor({ timeout })
}
