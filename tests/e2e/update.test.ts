/** A newer version is offered and never forced, and no fault of the network puts a broken one in its place. */
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAULTS } from '../support/faults.ts'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'
import { buildVersion } from '../support/second-build.ts'

let later = ''
beforeAll(async () => void (later = await buildVersion('later')), 120_000)
afterAll(() => rm(later, { recursive: true, force: true }))

const version = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'first')
const look = (page: Page): Promise<void> =>
  page.evaluate(() => void navigator.serviceWorker.getRegistration().then((found) => found?.update().catch(() => null)))
const offer = (page: Page) => page.getByText('A new version of Offprint is here.')

describe('a newer version', () => {
  it('waits for the reader, reloads the tab that takes it, and only tells the other', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const one = await reader.open(host.url)
    await untilReadyOffline(one)
    const other = await reader.open(`${host.url}#/browse`)
    await other.evaluate(() => Object.assign(globalThis, { typing: 'half a word' }))

    host.folder = later
    await look(one)
    await offer(one).waitFor()
    expect(await version(await reader.open(host.url))).toBe('first')

    await one.getByRole('button', { name: 'Reload and use it' }).click()
    await one.waitForFunction(() => document.querySelector('meta[name=version]') !== null)
    await other.getByText('Another tab has started a new version').waitFor()
    expect(await other.evaluate((): unknown => Reflect.get(globalThis, 'typing'))).toBe('half a word')
    await untilReadyOffline(one)
    await host.stop()
    expect(await version(await reader.open(host.url))).toBe('later')
  })
})

// Every file of the shell takes the same way in; the page and its script are what a reader would miss first.
describe.each([
  ['the page', /^index\.html$/],
  ['the script', /^assets\/core-.*\.js$/],
])('while %s of a newer version comes', (_, part) => {
  it(
    'no fault on the way breaks the app, and the version is offered when it is over',
    { timeout: 240_000 },
    async () => {
      await using host = await new Host('dist').start()
      await using reader = await Reader.arrive()
      const page = await reader.open(host.url)
      await untilReadyOffline(page)
      host.folder = later
      for (const fault of FAULTS) {
        const asked = host.requests.length
        host.fault = (file) => (part.test(file) ? fault : null)
        const isAsked = (): boolean => host.requests.slice(asked).some((path) => part.test(path.slice(1)))
        // A look that meets the host while it comes back finds nothing, and is not repeated by the browser.
        for (let waited = 0; !isAsked(); waited++) {
          if (waited % 40 === 0) await look(page)
          await page.waitForTimeout(50)
        }
        // An install that waits out its time limit is cut off.
        if (fault === 'hang') {
          await host.stop()
          // The browser asks once more by itself, and would wait out the limit again.
          host.fault = (file) => (part.test(file) ? 'reset' : null)
          await host.start()
        }
        await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing === null)
        const started = await reader.open(host.url)
        await started.getByRole('article').first().waitFor()
        const waits = await started.evaluate(
          async () => ((await navigator.serviceWorker.getRegistration())?.waiting ?? null) !== null,
        )
        expect([fault, await version(started), waits]).toEqual([fault, 'first', false])
        await started.close()
      }
      host.fault = () => null
      await look(page)
      await offer(page).waitFor()
    },
  )
})
