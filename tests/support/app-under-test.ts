/** The built app at a host of its own and a browser, from the first test of a file to the last. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { DESKTOP, launchBrowser } from './browser.ts'
import { Host, type HostOptions } from './host.ts'

export interface AppUnderTest {
  readonly host: Host
  readonly browser: Browser
  /** Where a view of the app lies, by what follows the `#`. */
  readonly at: (hash: string) => string
  /**
   * What a reader who was never here sees at an address; unless told else on a desktop, and without a service worker,
   * whose installation is half of all work of a visit.
   */
  readonly visit: (hash?: string, options?: BrowserContextOptions) => Promise<Page>
}

/** Called once at the top of a file of tests. */
export function appUnderTest(options: HostOptions = {}): AppUnderTest {
  const host = new Host('dist', options)
  let browser: Browser
  beforeAll(async () => {
    await host.start()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await host.stop()
  })
  const at = (hash: string): string => host.url + hash
  const visit = async (hash = '', context: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block', ...context })).newPage()
    await page.goto(at(hash))
    return page
  }
  return {
    host,
    get browser() {
      return browser
    },
    at,
    visit,
  }
}
