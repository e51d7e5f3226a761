/** What browser tests look for on a page of the app. */
import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'

export const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search papers' })

/** The rows of Browse. */
export const results = (page: Page): Locator => page.getByRole('list', { name: 'Results' }).getByRole('listitem')

/** The button of exactly this name. */
export const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true })

/** The sheet that is open. */
export const sheet = (page: Page): Locator => page.getByRole('dialog')

/** Waits until the words were spoken to screen readers. */
export const said = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).waitFor()

/** There once Browse shows the answer to what it was asked. */
export const ANSWERED = '[role=list][aria-label=Results][aria-busy=false]'

export const answered = (page: Page): Promise<void> => page.locator(ANSWERED).waitFor({ state: 'attached' })

/** The line of Browse that says how many papers were found. */
export const found = (page: Page): Promise<string> =>
  page
    .getByRole('status')
    .filter({ hasText: /^[\d,]+ papers?$/ })
    .innerText()

/** Waits until a promise made on the page gives true: Playwright's own wait takes the promise itself for an answer. */
export async function untilTrue<Given>(
  page: Page,
  is: (given: Given) => Promise<boolean>,
  given: Given,
  timeout = 30_000,
): Promise<void> {
  const ask = is as (given: unknown) => Promise<boolean>
  const end = Date.now() + timeout
  while (!(await page.evaluate(ask, given))) {
    if (Date.now() > end) throw new Error(`not true after ${timeout / 1000} s: ${String(is)}`)
    await page.waitForTimeout(50)
  }
}

/** What stands in the way of a reader with assistive technology. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  // What fades in has half its contrast until it is there; what waits for papers moves without end.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ effect, playState }) => playState !== 'running' || effect?.getTiming().iterations === Infinity),
  )
  await page.evaluate(axe.source)
  // As text: a test's imports have other names once it is compiled.
  const script = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' '))))`
  return page.evaluate<readonly string[]>(script)
}
