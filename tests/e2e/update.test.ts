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

describe.each(['index.html', 'script', 'search worker', 'style'])('while %s of a newer version comes', (part) => {
  const isPart = (file: string): boolean =>
    ({
      'index.html': file === 'index.html',
      script: /assets\/index-.*\.js$/.test(file),
      'search worker': file.includes('search-worker'),
      style: file.endsWith('.css'),
    })[part] === true

  it('no fault on the way breaks the app, and the version is offered when it is over', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await reader.open(host.url)
    await untilReadyOffline(page)
    host.folder = later
    for (const fault of FAULTS) {
      const asked = host.requests.length
      host.fault = (file) => (isPart(file) ? fault : null)
      await look(page)
      // The install asks for files one by one and ends at the first that is not what it was built as.
      while (!host.requests.slice(asked).some((path) => isPart(path.slice(1) || 'index.html')))
        await page.waitForTimeout(50)
      const started = await reader.open(host.url)
      await started.getByRole('article').first().waitFor()
      expect([fault, await version(started), await offer(started).count()]).toEqual([fault, 'first', 0])
      await started.close()
      if (fault === 'hang') await host.stop().then(() => host.start()) // or the install waits out its time limit
    }
    host.fault = () => null
    const after = await reader.open(host.url)
    await look(after)
    await offer(after).waitFor()
  })
})
