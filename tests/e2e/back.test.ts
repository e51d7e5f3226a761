/** The system's Back closes a sheet and leaves the view where it is. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'
import { answered, button, results, sheet } from '../support/on-page.ts'

const app = appUnderTest()
const hash = (page: Page) => page.evaluate(() => location.hash)
const closed = (page: Page) => sheet(page).waitFor({ state: 'hidden' })
/** Once the entry of a sheet that was closed by hand is left. */
const bare = (page: Page) => page.waitForFunction(() => (history.state as { over?: boolean }).over !== true)

async function onBrowse(): Promise<Page> {
  const page = await app.visit('#/saved', { viewport: PHONE })
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Browse' }).click()
  await answered(page)
  return page
}

/** Each sheet of Browse by the button that opens it. */
const SHEETS: readonly (readonly [name: string, open: (page: Page) => Promise<void>])[] = [
  ['the filters', (page) => button(page, 'Filters').click()],
  ['the help', (page) => button(page, 'Help').click()],
  ['a name to give', (page) => button(page, 'Save search').click()],
  ['a paper’s', (page) => button(results(page).first(), 'More').click()],
]

describe('Back', () => {
  it.each(SHEETS)('closes %s, and leaves the view with the next', async (_, open) => {
    const page = await onBrowse()
    await open(page)
    await sheet(page).waitFor()
    await page.goBack()
    await closed(page)
    expect(await hash(page)).toBe('#/browse')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
  })
  it.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['its button', (page: Page) => button(sheet(page), 'Close').click()],
  ])('leaves the view at once when the sheet was closed by %s', async (_, close) => {
    const page = await onBrowse()
    for (let time = 0; time < 3; time++) {
      await button(page, 'Help').click()
      await sheet(page).waitFor()
      await close(page)
      await closed(page)
      await bare(page)
    }
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
    await page.goForward()
    await answered(page)
    expect(await sheet(page).count()).toBe(0)
  })
  it('takes back the ticks of a sheet one by one, after the sheet', async () => {
    const page = await onBrowse()
    await button(page, 'Filters').click()
    for (const name of [/^Survey/, /^System/])
      await sheet(page).getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name }).check()
    await page.waitForFunction(() => location.hash === '#/browse?kind=survey&kind=system')
    await page.goBack()
    await closed(page)
    expect(await hash(page)).toBe('#/browse?kind=survey&kind=system')
    for (const before of ['#/browse?kind=survey', '#/browse', '#/saved']) {
      await page.goBack()
      await page.waitForFunction((to) => location.hash === to, before)
    }
  })
  it('comes back from a link on a sheet to the view under it', async () => {
    const page = await onBrowse()
    await button(page, 'Help').click()
    await sheet(page).getByRole('link', { name: 'kind:survey' }).click()
    await page.waitForFunction(() => location.hash === '#/browse?q=kind%3Asurvey')
    await closed(page)
    await page.goBack()
    await page.waitForFunction(() => location.hash === '#/browse')
    await page.goBack()
    await page.waitForFunction(() => location.hash === '#/saved')
  })
  it('is no step longer where the page was loaded again under a sheet', async () => {
    const page = await onBrowse()
    await button(page, 'Help').click()
    await sheet(page).waitFor()
    await page.reload()
    await answered(page)
    await bare(page)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
  })
  it('past a sheet closes it, and the way forward stays', async () => {
    const page = await onBrowse()
    await button(page, 'Help').click()
    await sheet(page).waitFor()
    await page.evaluate(() => history.go(-2))
    await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
    await closed(page)
    await page.goForward()
    await answered(page)
    expect(await hash(page)).toBe('#/browse')
  })
  it('leads to the place under a sheet, also once the page was loaded again', async () => {
    const page = await onBrowse()
    await page.evaluate(() => scrollTo(0, 300))
    await results(page).first().waitFor()
    await page.keyboard.press('?')
    await sheet(page).getByRole('link', { name: 'kind:survey' }).click()
    await page.waitForFunction(() => location.hash === '#/browse?q=kind%3Asurvey')
    await page.reload()
    await answered(page)
    await page.goBack()
    await page.waitForFunction(() => location.hash === '#/browse' && scrollY > 200)
  })
  it('keeps what was typed just before a sheet opened', async () => {
    const page = await onBrowse()
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[type=search]')
      if (box) box.value = 'radar'
      box?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      ;[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Help')?.click()
    })
    await sheet(page).waitFor()
    await page.goBack()
    await closed(page)
    expect(await hash(page)).toBe('#/browse?q=radar')
  })
})
