/** Which version of the app a page is, and which waits behind it. */
import type { Locator, Page } from 'playwright-core'

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
  return page.evaluate(
    () => void navigator.serviceWorker.getRegistration().then((found) => found?.update().catch(() => null)),
  )
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
export async function takeUpdate(page: Page, version: string): Promise<void> {
  await page.getByRole('button', { name: 'Reload and use it' }).click()
  await page.waitForFunction(
    (wanted) =>
      document.readyState === 'complete' &&
      (document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'first') === wanted,
    version,
  )
}
