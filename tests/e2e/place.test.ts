/** Addresses and browsers that cannot keep an app: it says so, names the way out, and does all else. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, PHONE } from '../support/browser.ts'
import { Host } from '../support/host.ts'

const host = new Host('dist')
let browser: Browser
beforeAll(async () => {
  await host.start()
  browser = await launchBrowser({ args: ['--host-resolver-rules=MAP offprint.test 127.0.0.1'] })
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

/** As inside another app on an iPhone, where there are no service workers. */
const withoutServiceWorkers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
  })

const PLACES = [
  {
    place: 'an address on the local network (http)',
    address: () => host.url.replace('localhost', 'offprint.test'),
    prepare: () => Promise.resolve(),
    says: /not secure \(http\).* open it at an https address, or on the machine that serves it at localhost/s,
    offers: [],
  },
  {
    place: 'a browser inside another app',
    address: () => host.url,
    prepare: withoutServiceWorkers,
    says: /Open this page in Safari, Chrome or Firefox to keep it/,
    offers: ['Copy link'],
  },
]

describe.each(PLACES)('in $place', ({ address, prepare, says, offers }) => {
  it('the way out is named, and reading, searching and saving work', async () => {
    const context = await browser.newContext({ viewport: PHONE })
    const page = await context.newPage()
    await prepare(page)
    await page.goto(address())
    await page.getByText(says).waitFor()
    for (const name of offers) await page.getByRole('button', { name }).waitFor()

    const first = page.getByRole('article').first()
    await first.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved to To read').first().waitFor()

    await page.goto(`${address()}#/browse`)
    await page.getByRole('searchbox', { name: 'Search papers' }).fill('gaussian splatting')
    await page
      .getByRole('list', { name: 'Results' })
      .getByRole('heading', { name: /Gaussian/i })
      .first()
      .waitFor()

    await page.goto(`${address()}#/saved/to-read`)
    await page.reload()
    await page.getByText('MGM-Omni').first().waitFor()
    expect(await page.getByText('Ready offline').count()).toBe(0)
    await context.close()
  })
})
