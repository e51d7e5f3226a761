/** The search box in a real browser: suggestions that cover nothing, recent searches, corrections, and what is pasted by mistake. */
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { DESKTOP, PHONE } from '../support/browser.ts'
import { accessFaults, answered, found, results, searchBox } from '../support/on-page.ts'

const app = appUnderTest()

describe('the search box', () => {
  it.each([PHONE, DESKTOP])(
    'suggests in a line that covers and moves nothing, and remembers what led to a paper',
    async (viewport) => {
      const page = await app.visit('#/browse', { viewport })
      await answered(page)
      const options = page.getByRole('option')
      const top = async () => (await page.getByRole('combobox', { name: 'Sort' }).boundingBox())?.y
      const before = await top()
      await searchBox(page).pressSequentially('mgm')
      await options.filter({ hasText: 'MGM-Omni' }).waitFor()
      expect(await accessFaults(page)).toEqual([])
      expect(await top()).toBe(before)
      const list = await page.getByRole('listbox', { name: 'Suggestions' }).boundingBox()
      expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(before ?? 0)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect(await searchBox(page).inputValue()).toBe('MGM-Omni ')
      await answered(page)
      await results(page).first().getByRole('link').first().click()
      await page.getByRole('region', { name: 'Abstract' }).waitFor()
      await page.goBack()
      await answered(page)
      await page.getByRole('button', { name: 'Clear the search' }).click()
      const recent = page.getByRole('listbox', { name: 'Recent searches' })
      await recent.getByText('MGM-Omni').waitFor()
      expect(await accessFaults(page)).toEqual([])
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Delete')
      expect(await recent.count()).toBe(0)
    },
  )
  it('shows what it corrected, and searches exactly what was typed', async () => {
    const page = await app.visit('#/browse', { viewport: PHONE })
    await searchBox(page).fill('gausian splatting')
    await page.getByRole('link', { name: 'Search for exactly what was typed' }).click()
    await page.getByRole('heading', { name: 'No paper for' }).waitFor()
    expect(await searchBox(page).inputValue()).toBe('"gausian" splatting')
  })
  it('takes a paste of 100,000 characters, says what of it is searched, and goes on', async () => {
    const page = await app.visit('#/browse', { viewport: PHONE })
    await answered(page)
    await searchBox(page).fill('a'.repeat(100_000))
    await page.getByText('Only the first 1,000 characters are searched.').waitFor()
    await answered(page)
    expect((await searchBox(page).inputValue()).length).toBe(1000)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await page.getByRole('button', { name: 'Clear the search' }).click()
    expect(await page.getByText('Only the first 1,000 characters').count()).toBe(0)
    await searchBox(page).fill('radar')
    await answered(page)
    expect(await found(page)).toBe('1 paper')
    expect(await page.getByText('Only the first 1,000 characters').count()).toBe(0)
  })
})
