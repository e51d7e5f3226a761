/** Search by meaning in a real browser: a paraphrase finds its paper, offline too; switched off, its table is never asked for. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Host } from '../support/host.ts'
import { results, searchBox } from '../support/on-page.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

const PARAPHRASE = 'split a model across gpus without idle time'

/** The first five titles. */
async function firstFive(page: Page): Promise<string> {
  const headings = await results(page).getByRole('heading').allInnerTexts()
  return headings.slice(0, 5).join('\n')
}

const isHere = (page: Page) => page.getByText(/^On: its table of words is on this device, 823 kB\.$/).waitFor()
const asksForWords = (host: Host): boolean => host.requests.some((path) => /\/words-\w+\.bin$/.test(path))

describe('search by meaning', () => {
  it('finds a paper by what it does, online and off, and says which it found so', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await reader.open(`${host.url}#/settings`)
    await isHere(page)
    await untilReadyOffline(page)
    await host.stop()
    await page.goto(`${host.url}#/browse`)
    await page.reload()
    await searchBox(page).fill(PARAPHRASE)
    await expect.poll(() => firstFive(page)).toMatch(/pipeline parallelism/i)
    await searchBox(page).fill('radar')
    await page.getByText('9 more were found by meaning, and marked so.').waitFor()
    expect(await page.getByText('1 paper', { exact: true }).first().isVisible()).toBe(true)
    expect(await results(page).first().getByText('By meaning').count()).toBe(0)
    expect(await results(page).nth(1).getByText('By meaning').count()).toBe(1)
  })

  it('switched off leaves search to words, and its table on the host', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const first = await reader.open(host.url)
    await first.evaluate(() => localStorage.setItem('offprint:meaning', 'off'))
    await first.close()
    host.requests.length = 0
    const page = await reader.open(`${host.url}#/settings`)
    await page.getByText(/^Off: papers are searched by their words alone/).waitFor()
    expect(await page.getByRole('checkbox', { name: 'Search by meaning' }).isChecked()).toBe(false)
    await page.getByRole('link', { name: 'Browse' }).first().click()
    await searchBox(page).fill('radar')
    await page.getByText('1 paper', { exact: true }).first().waitFor()
    await page.waitForTimeout(1500) // it would begin 400 ms after the papers
    expect([await results(page).count(), asksForWords(host)]).toEqual([1, false])
    await page.getByRole('link', { name: 'Settings' }).first().click()
    await page.getByRole('checkbox', { name: 'Search by meaning' }).check()
    await isHere(page)
    expect(asksForWords(host)).toBe(true)
  })
})
