/** After one visit Offprint starts, searches, filters and opens papers with the host gone and the browser killed. */
import { describe, expect, it } from 'vitest'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

describe.each(['/', '/x/y/'])('one visit to a copy at %s', (mount) => {
  it('is enough to work without a network, in a browser that was killed', async () => {
    await using host = await new Host('dist', { mount }).start()
    await using reader = await Reader.arrive()
    await untilReadyOffline(await reader.open(host.url))
    await host.stop()
    await reader.killBrowser()

    const page = await reader.open(host.url)
    await page.getByRole('article').nth(11).waitFor()
    expect(await page.getByRole('article').count()).toBe(12)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Browse' }).click()
    await page.getByText('198 papers').first().waitFor()
    await page.getByRole('searchbox', { name: 'Search papers' }).fill('zero bubble pipeline')
    const first = page.getByRole('list', { name: 'Results' }).getByRole('listitem').first()
    await first.getByText('Zero Bubble').waitFor()
    await page.getByRole('searchbox', { name: 'Search papers' }).fill('')
    await page.getByText('198 papers').first().waitFor()
    await page.getByRole('button', { name: /^Filters/ }).click()
    await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox').first().check()
    await page.waitForFunction(() => location.hash.includes('kind='))
    await page.getByRole('button', { name: /^Show / }).click()
    await first.getByRole('link').first().click()
    await page.getByRole('region', { name: 'Abstract' }).waitFor()
    expect(host.requests.every((path) => path.startsWith(mount))).toBe(true)
  })

  it('is enough without a reload, for parts of the app that had not been asked for', async () => {
    await using host = await new Host('dist', { mount }).start()
    await using reader = await Reader.arrive()
    const page = await reader.open(host.url)
    await untilReadyOffline(page)
    await host.stop()
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Saved' }).click()
    await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
  })
})

describe('two copies on one origin', () => {
  it('keep what is theirs', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await reader.open(host.url)
    await untilReadyOffline(page)
    const names = await page.evaluate(() => caches.keys())
    expect(names.length).toBeGreaterThan(1)
    expect(names.filter((name) => !name.startsWith('offprint') || !name.endsWith('/'))).toEqual([])
  })
})
