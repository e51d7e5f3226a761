/** The list of requests is what the host was asked for, no more and no less, and can be deleted. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

/** Fetched by the browser itself, past every service worker. */
const UNSEEN = /^\/(?:service-worker\.js|manifest\.webmanifest|icons\/.*|favicon\.ico|screenshots\/.*)$/

interface Row {
  readonly address: string
  readonly count: number
}

async function listed(page: Page): Promise<readonly string[]> {
  const log = await page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.startsWith('offprint-requests-')) ?? ''
    const [kept] = await (await caches.open(name)).matchAll()
    return ((await kept?.json()) ?? { rows: [] }) as { rows: readonly Row[] }
  })
  return log.rows.flatMap(({ address, count }) => Array.from({ length: count }, () => new URL(address).pathname))
}

const asked = (host: Host): readonly string[] => host.requests.filter((path) => !UNSEEN.test(path))
const sorted = (paths: readonly string[]): readonly string[] => paths.filter((path) => !UNSEEN.test(path)).sort()

describe('the list of requests', () => {
  it('is what the host was asked for: on the first visit, on the next, and on looking for new papers', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await reader.open(host.url)
    await untilReadyOffline(page)
    await page.waitForTimeout(3_000)
    expect(sorted(await listed(page))).toEqual(sorted(asked(host)))

    await page.goto(`${host.url}#/settings`)
    await page.getByRole('button', { name: 'Look for new papers' }).click()
    await page.getByText('Nothing new').waitFor()
    await page.waitForTimeout(3_000)
    expect(sorted(await listed(page))).toEqual(sorted(asked(host)))
    await page.reload()
    await page.getByText('Ready offline').first().waitFor()
    await page.waitForTimeout(3_000)
    expect(sorted(await listed(page))).toEqual(sorted(asked(host)))
    await page.getByRole('button', { name: 'Look for new papers' }).click()
    await page.getByText('Nothing new').waitFor()
    await page.goto(`${host.url}#/draft`)
    const total = (await listed(page)).length + 1
    await page.getByText(`${String(total)} requests, all to ${new URL(host.url).host}: no other host.`).waitFor()
  })

  it('goes with everything else that is deleted, and so does the draft', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await reader.open(`${host.url}#/draft`)
    await untilReadyOffline(page)
    await page.getByRole('textbox', { name: 'Your draft' }).fill('Nobody has read this yet, and nobody will.')
    await page.goto(`${host.url}#/settings`)
    await page.getByText(/requests, all to/).waitFor()
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await page.getByRole('button', { name: 'Delete now' }).click()
    await page.getByText('Everything is deleted').waitFor()
    expect(await listed(page)).toEqual([])
    await page.getByRole('button', { name: 'Close' }).last().click()
    await page.goto(`${host.url}#/draft`)
    expect(await page.getByRole('textbox', { name: 'Your draft' }).inputValue()).toBe('')
  })
})
