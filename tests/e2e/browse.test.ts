/** Browse in a real browser: search as you type, filters, addresses, and the way back into a long list. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { DESKTOP, PHONE } from '../support/browser.ts'
import { answered, button, found, results, searchBox } from '../support/on-page.ts'

const app = appUnderTest()

/** A fresh browser at an address, when its answer is shown. */
async function visit(hash: string, viewport: { width: number; height: number } = DESKTOP): Promise<Page> {
  const page = await app.visit(hash, { viewport })
  await answered(page)
  return page
}

const isShown = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor()

describe('a search', () => {
  it('begins with all papers, and answers each keystroke with marked titles and a measure', async () => {
    const page = await visit('#/browse')
    expect(await found(page)).toBe('198 papers')
    await searchBox(page).pressSequentially('radar')
    await isShown(page, '1 paper')
    await answered(page)
    expect(await results(page).filter({ hasNotText: 'By meaning' }).count()).toBe(1)
    expect(await results(page).first().getByRole('heading').count()).toBe(1)
    expect(await results(page).first().locator('h2 mark').allInnerTexts()).toEqual(['Radar'])
    const measures = await page.evaluate(() =>
      performance.getEntriesByName('offprint:search').map((entry) => (entry as PerformanceMeasure).detail as unknown),
    )
    expect(measures.at(-1)).toEqual({ query: 'radar', total: 1 })
    await page.waitForFunction(() => location.hash === '#/browse?q=radar')
    expect(await page.title()).toBe('radar · Browse · Offprint')
    expect(await searchBox(page).evaluate((input) => input === document.activeElement)).toBe(true)
  })
  it('that finds nothing says what restricts it, and gives the way out', async () => {
    const page = await visit('#/browse?q=radar&kind=survey')
    await page.getByRole('heading', { name: 'No paper for “radar”' }).waitFor()
    await page.getByRole('button', { name: 'Drop all filters' }).click()
    await isShown(page, '1 paper')
    await page.waitForFunction(() => location.hash === '#/browse?q=radar')
  })
})

describe('the filters', () => {
  it('narrow, combine and count what is shown; the address restores them in a fresh browser', async () => {
    const page = await visit('#/browse')
    const kind = page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /^System \d+$/ })
    const promised = Number(
      (await kind.evaluate((input) => input.closest('label')?.innerText ?? '')).replace(/\D/g, ''),
    )
    await kind.check()
    await isShown(page, `${String(promised)} papers`)
    await page
      .getByRole('group', { name: 'Code' })
      .getByRole('checkbox', { name: /^Linked/ })
      .check()
    await page.waitForFunction(() => location.hash === '#/browse?kind=system&code=link')
    await answered(page)
    const both = await found(page)
    expect(Number.parseInt(both)).toBeLessThan(promised)
    const again = await visit('#/browse?kind=system&code=link')
    expect(await found(again)).toBe(both)
    expect(await again.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await page.goBack()
    await isShown(page, `${String(promised)} papers`)
  })
  it('are a sheet on a phone, with chips of what is ticked', async () => {
    const page = await visit('#/browse?kind=system', PHONE)
    await page.getByRole('button', { name: /^Filters/ }).click()
    const sheet = page.getByRole('dialog', { name: 'Filters' })
    await sheet.getByRole('group', { name: 'Topic' }).getByRole('checkbox').first().check()
    await sheet.getByRole('button', { name: /^Show \d+ papers?$/ }).click()
    expect(await page.getByRole('list', { name: 'Filters in force' }).getByRole('listitem').count()).toBe(2)
    await page.getByRole('button', { name: 'Remove filter System' }).click()
    await page.waitForFunction(() => /^#\/browse\?topic=[^&]+$/.test(location.hash))
  })
})

describe('what the reader keeps', () => {
  const state = (page: Page, name: RegExp) => page.getByRole('group', { name: 'State' }).getByRole('checkbox', { name })
  const saveButton = (page: Page, at: number) => button(results(page).nth(at), 'Save')

  it.each([DESKTOP, PHONE])('filters once there is something, and sorts by when it was saved', async (viewport) => {
    const page = await visit('#/browse?sort=page', viewport)
    const openFilters = async () => {
      if (viewport === PHONE) await page.getByRole('button', { name: /^Filters/ }).click()
    }
    await openFilters()
    await page.getByRole('group', { name: 'Code' }).waitFor()
    expect(await page.getByRole('group', { name: /State|List/ }).count()).toBe(0)
    expect(await page.getByRole('option', { name: 'Recently saved' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    for (const at of [1, 0]) {
      await saveButton(page, at).click()
      await page.getByText('Saved to To read').first().waitFor()
      await page.getByRole('option', { name: 'Recently saved' }).waitFor({ state: 'attached' })
    }
    const [first, second] = await results(page).getByRole('heading').allInnerTexts()
    await openFilters()
    await expect.poll(() => state(page, /^Saved 2$/).count()).toBe(1)
    await state(page, /^Saved/).check()
    await page.waitForFunction(() => location.hash === '#/browse?is=saved&sort=page')
    await page
      .getByRole('group', { name: 'List' })
      .getByRole('checkbox', { name: /^To read 2$/ })
      .check()
    await page.waitForFunction(() => location.hash === '#/browse?is=saved&list=To+read&sort=page')
    if (viewport === PHONE) await page.getByRole('button', { name: 'Show 2 papers' }).click()
    await isShown(page, '2 papers')
    await page.getByRole('combobox', { name: 'Sort' }).selectOption('Recently saved')
    await page.waitForFunction(() => location.hash.endsWith('sort=saved'))
    await answered(page)
    expect(await results(page).getByRole('heading').allInnerTexts()).toEqual([first, second])
    await page.reload()
    await isShown(page, '2 papers')
    await saveButton(page, 0).click()
    await isShown(page, '1 paper')
    expect(await results(page).getByRole('heading').allInnerTexts()).toEqual([second])
  })
  it('is nothing in a fresh browser, which says what is ticked', async () => {
    const page = await visit('#/browse?is=saved&list=Thesis')
    await page.getByRole('heading', { name: /^No paper/ }).waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await page.getByRole('button', { name: 'Drop all filters' }).click()
    await isShown(page, '198 papers')
  })
})

describe('the keys', () => {
  it('are listed by `?`, and Escape ends that', async () => {
    const page = await app.visit('#/saved')
    await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Next paper').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
  })
  it('lead through the results, and stay out of fields', async () => {
    const page = await visit('#/browse')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('j')
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset'))
    await page.waitForFunction(() => document.activeElement?.closest('[aria-posinset="2"]') !== null)
    expect(await focused()).toBe('2')
    await page.keyboard.press('/')
    await page.keyboard.type('jogs')
    expect(await searchBox(page).inputValue()).toBe('jogs')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.waitForFunction(() => location.hash === '#/')
    // At once: Browse may still stand on the way to the digest.
    await page.keyboard.press('/')
    await page.waitForFunction(() => location.hash === '#/browse')
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search')
  })
})
