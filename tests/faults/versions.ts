/** Which version of the app a page is, and which waits behind it. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import type { Fault } from '../support/faults.ts'
import type { Host } from '../support/host.ts'
import { untilTrue } from '../support/on-page.ts'

/** `first` for `dist/`; a build made by `buildVersion` says its own. */
export function versionOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'first')
}

/** Whether a newer one is here whole. */
export function waitsFor(page: Page): Promise<boolean> {
  return page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))
}

/** Makes the browser look now, and does not wait: an answer may take its time. */
export function lookForUpdate(page: Page): Promise<void> {
  return page.evaluate(lookNow)
}

/** The same; runs in the page. */
export function lookNow(): void {
  void navigator.serviceWorker.getRegistration().then((found) => found?.update().catch(() => null))
}

/** Makes the browser look until it asks for a file of the newer version. */
async function untilAsked(host: Host, page: Page, file: RegExp): Promise<void> {
  const before = host.requests.length
  const isAsked = (): boolean => host.requests.slice(before).some((path) => file.test(path.slice(1)))
  for (let waited = 0; !isAsked(); waited++) {
    assert.ok(waited < 600, 'the part is never asked for')
    // A look that meets the host while it comes back finds nothing, and is not repeated by the browser.
    if (waited % 40 === 0) await lookForUpdate(page)
    await page.waitForTimeout(50)
  }
}

/** Brings about an install of a newer version, of which a file is asked for under a fault, and waits until it has ended. */
export async function installUnder(fault: Fault, host: Host, page: Page, file: RegExp): Promise<void> {
  host.fault = (asked) => (file.test(asked) ? fault : null)
  await untilAsked(host, page, file)
  // What hangs would wait out its time limit of 30 s; the browser asks once more by itself.
  if (fault === 'hang') {
    host.fault = (asked) => (file.test(asked) ? 'reset' : null)
    await host.restart()
  }
  await untilInstallEnds(page)
}

/** Waits until an install that is under way has ended, well or not. */
function untilInstallEnds(page: Page): Promise<void> {
  return untilTrue(page, async () => !(await navigator.serviceWorker.getRegistration())?.installing, undefined)
}

export function offerOf(page: Page): Locator {
  return page.getByText('A new version of Offprint is here.')
}

/** Counts from now on how often the page is loaded. */
export function countLoads(page: Page): () => number {
  let loads = 0
  page.on('domcontentloaded', () => loads++)
  return () => loads
}

/** The reader takes the offer, and the page is of that version. */
export async function takeUpdate(page: Page, version: string, timeout = 30_000): Promise<void> {
  await page.getByRole('button', { name: 'Reload and use it' }).click()
  await page.waitForFunction(
    (wanted) =>
      document.readyState === 'complete' &&
      (document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'first') === wanted,
    version,
    { timeout },
  )
}
