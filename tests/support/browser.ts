/** Starts the Chromium of this machine for browser tests, the bench and the screenshots. */
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from '../../src/tools/browser.mjs'

/** A phone and a desktop, as the project's screenshots and tests see them. */
export const PHONE = { width: 390, height: 844 } as const
/** A window of 1280 px zoomed to 400 %. */
export const ZOOMED = { width: 320, height: 640 } as const
export const DESKTOP = { width: 1280, height: 900 } as const

/** A fresh Chromium; close it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch(await withBrowser(options))
}

/** A Chromium that keeps its profile in a folder, as a reader's does; close it, start it again on the same folder. */
export async function launchProfile(folder: string, options: LaunchOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...(await withBrowser(options)), viewport: PHONE })
}

async function withBrowser(options: LaunchOptions): Promise<LaunchOptions> {
  const executablePath = await findBrowser()
  if (executablePath === null)
    throw new Error('No Chromium here: set CHROME_PATH, or run npm test, which installs one.')
  const proxy = process.env['BROWSER_PROXY']
  const flags = proxy === undefined ? [] : [`--proxy-server=${proxy}`]
  return { ...options, executablePath, args: [...BROWSER_FLAGS, ...flags, ...(options.args ?? [])] }
}
