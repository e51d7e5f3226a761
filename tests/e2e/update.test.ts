/** A newer version is offered and never forced. What faults on its way do, the fault lab holds. */
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  it(
    'waits for the reader, reloads the tab that takes it, and only tells the other, which goes on whole',
    { timeout: 120_000 },
    async () => {
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
      // Pages that load while it takes over are of one version or the other, and whole.
      for (const meanwhile of [await reader.open(host.url), await reader.open(host.url)])
        await meanwhile.getByRole('article').first().waitFor()
      await one.waitForFunction(() => document.querySelector('meta[name=version]') !== null)
      await other.getByText('Another tab has started a new version').waitFor()
      expect(await other.evaluate((): unknown => Reflect.get(globalThis, 'typing'))).toBe('half a word')
      await other.getByRole('link', { name: 'Settings' }).click()
      await other.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
      expect(await version(other)).toBe('first')
      await untilReadyOffline(one)
      await host.stop()
      expect(await version(await reader.open(host.url))).toBe('later')
    },
  )
})
