/** The digest day by day, in a real browser with a clock that is moved. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { untilTrue } from '../support/on-page.ts'
import { untilReadyOffline } from '../support/reader.ts'

const noon = (day: string): Date => new Date(`${day}T12:00:00`)

async function titles(page: Page, day: string): Promise<readonly string[]> {
  await page.getByRole('heading', { level: 1, name: day }).waitFor()
  const entries = page.getByRole('article').getByRole('heading')
  await entries.nth(11).waitFor()
  return entries.allInnerTexts()
}

async function openOn(context: BrowserContext, address: string, day: string): Promise<Page> {
  const page = await context.newPage()
  await page.clock.setFixedTime(noon(day))
  await page.goto(address)
  return page
}

/** The editions in the database: by then a day is claimed. */
function claimed(page: Page, days: number): Promise<void> {
  const are = async (wanted: number): Promise<boolean> => {
    // To open what is not there yet would make it.
    const [{ name = null } = {}] = await indexedDB.databases()
    if (name === null) return false
    const open = indexedDB.open(name)
    await new Promise((done) => (open.onsuccess = done))
    const all = open.result.transaction('records').objectStore('records').getAll()
    await new Promise((done) => (all.onsuccess = done))
    open.result.close()
    return (all.result as readonly { kind: string }[]).filter(({ kind }) => kind === 'edition').length === wanted
  }
  return untilTrue(page, are, days)
}

describe('the digest', () => {
  it('is one edition a day: the same in every tab and after a reload, another tomorrow, also without a host', async () => {
    await using host = await new Host('dist').start()
    const browser = await launchBrowser()
    try {
      const context = await browser.newContext()
      const first = await openOn(context, host.url, '2026-11-22')
      const today = await titles(first, '22 Nov')
      await claimed(first, 1)
      await first.reload()
      expect(await titles(first, '22 Nov')).toEqual(today)
      const second = await openOn(context, host.url, '2026-11-22')
      expect(await titles(second, '22 Nov')).toEqual(today)
      await untilReadyOffline(second)
      await host.stop()

      await second.clock.setFixedTime(noon('2026-11-23'))
      await second.reload()
      const tomorrow = await titles(second, '23 Nov')
      expect(tomorrow.filter((title) => today.includes(title))).toEqual([])
      await claimed(second, 2)
      // The other tab was left open overnight.
      await first.clock.setFixedTime(noon('2026-11-23'))
      await first.evaluate(() => window.dispatchEvent(new Event('focus')))
      expect(await titles(first, '23 Nov')).toEqual(tomorrow)
      await second.getByText('Edition 2 of 17').waitFor()

      await second.clock.setFixedTime(noon('2026-12-01'))
      await second.reload()
      const later = await titles(second, '1 Dec')
      expect(later.filter((title) => today.includes(title) || tomorrow.includes(title))).toEqual([])
      await second.getByRole('heading', { level: 1, name: '24 Nov – 1 Dec, while you were away' }).waitFor()
    } finally {
      await browser.close()
    }
  })
})
