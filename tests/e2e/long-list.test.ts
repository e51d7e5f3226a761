/** The list of results in a real browser: rows are drawn and fetched as they come into view, and stand where they stood. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { DESKTOP, PHONE } from '../support/browser.ts'
import { answered, button, results } from '../support/on-page.ts'

const app = appUnderTest()

/** A fresh browser at an address, when its answer is shown. */
async function visit(hash: string, viewport: { width: number; height: number } = DESKTOP): Promise<Page> {
  const page = await app.visit(hash, { viewport })
  await answered(page)
  return page
}

/** What a reader sees of the list: the rows in the window with their distance from its top. */
function inView(page: Page): Promise<readonly (readonly [string, number])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[aria-posinset]')].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return bottom < 0 || top > innerHeight
        ? []
        : [[row.getAttribute('aria-posinset') ?? '', Math.round(top)] as const]
    }),
  )
}

/** Waits until rows fill the window, each with its paper; the list draws what was scrolled to in a frame of its own. */
async function fetched(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll('[aria-posinset]')]
    const first = all[0]?.getBoundingClientRect()
    const last = all.at(-1)
    const reaches = (last?.getBoundingClientRect().bottom ?? 0) >= innerHeight
    const ends = last?.getAttribute('aria-posinset') === last?.getAttribute('aria-setsize')
    const fills = first && (first.top <= 0 || scrollY === 0 || all[0]?.getAttribute('aria-posinset') === '1')
    return fills && (reaches || ends) && all.every((row) => row.querySelector('h2') !== null)
  })
}

describe('a long list', () => {
  it('holds every paper, fetched as it comes into view, and few rows', async () => {
    const page = await visit('#/browse?sort=page')
    const seen = new Set<string>()
    let last = ''
    while (last !== '198') {
      await fetched(page)
      const titles = results(page).locator('h2 a')
      for (const address of await titles.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))
        seen.add(address)
      last = (await results(page).last().getAttribute('aria-posinset')) ?? ''
      expect(await results(page).count()).toBeLessThan(25)
      await page.evaluate(() => scrollBy(0, 600))
    }
    expect(seen.size).toBe(198)
    expect(await results(page).first().getAttribute('aria-setsize')).toBe('198')
  })
  it.each([false, true])('stands as it was left on Back, focus included (page loaded again: %s)', async (reload) => {
    const page = await visit('#/browse?code=none', PHONE)
    for (const y of [2000, 6000]) {
      await page.evaluate((to) => scrollTo(0, to), y)
      await page.waitForFunction(() => document.querySelectorAll('[aria-posinset] h2').length > 3)
    }
    await page.waitForTimeout(300)
    const before = await inView(page)
    // The third row: the ones above may lie under the search box.
    const link = page.locator(`[aria-posinset="${before[2]?.[0] ?? ''}"] h2 a`)
    const href = await link.getAttribute('href')
    await link.click()
    await page.getByRole('region', { name: 'Abstract' }).waitFor()
    if (reload) await page.reload()
    if (reload) await page.getByRole('region', { name: 'Abstract' }).waitFor()
    await page.goBack()
    await page.waitForFunction((to) => document.activeElement?.getAttribute('href') === to, href)
    await page.waitForTimeout(300)
    const after = await inView(page)
    expect(after.map(([row]) => row)).toEqual(before.map(([row]) => row))
    // Heights that are measured again may round to the next pixel.
    after.forEach(([, top], n) => expect(Math.abs(top - (before[n]?.[1] ?? 0))).toBeLessThanOrEqual(2))
  })
  it('takes a tap while it still scrolls', async () => {
    const page = await visit('#/browse')
    await fetched(page)
    const struck = await page.evaluate(async () => {
      const scrolled = new Promise((settle) => addEventListener('scroll', settle, { once: true }))
      scrollBy({ top: 40, behavior: 'instant' })
      await scrolled
      await new Promise((settle) => setTimeout(settle, 20)) // the list has been told, and not yet that it is over
      const save = [...document.querySelectorAll('[aria-posinset="2"] button')].find(
        (one) => one.textContent === 'Save',
      )
      if (!save) return 'no Save'
      const { left, top } = save.getBoundingClientRect()
      return document.elementFromPoint(left + 4, top + 8)?.closest('button')?.textContent
    })
    expect(struck).toBe('Save')
  })
  it('leaves the list where it stands when a save changes the counts', async () => {
    const page = await visit('#/browse?sort=page')
    await page.evaluate(() => scrollTo(0, 6000))
    await fetched(page)
    await page.waitForTimeout(300)
    const before = await inView(page)
    await button(page.locator(`[aria-posinset="${before[2]?.[0] ?? ''}"]`), 'Save').click()
    await page.getByRole('group', { name: 'State' }).waitFor({ state: 'attached' })
    expect(await inView(page)).toEqual(before)
    expect(
      await page
        .locator('[aria-posinset]')
        .filter({ hasNot: page.locator('h2') })
        .count(),
    ).toBe(0)
  })
})
