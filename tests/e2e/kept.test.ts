/** What the reader keeps, in a real browser: kept for good, shown in every tab, and never said to be kept when it is not. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { DESKTOP } from '../support/browser.ts'
import { fillLibrary } from '../support/fill-library.ts'
import { Profile } from '../support/library-site.ts'
import { button, results, said, searchBox, sheet } from '../support/on-page.ts'
import { makeList, rows, saveSearch } from '../support/saved-page.ts'

const app = appUnderTest()

async function visit(hash: string, within?: BrowserContext): Promise<Page> {
  const context = within ?? (await app.browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' }))
  const page = await context.newPage()
  await page.goto(app.at(hash))
  return page
}

/** Three lists, 20 papers, a note, marks and two searches. */
async function keepThings(page: Page): Promise<void> {
  await page.goto(app.at('#/saved'))
  await makeList(page, 'Thesis')
  await makeList(page, 'Reading group')
  await page.goto(app.at('#/browse?sort=page'))
  await results(page).first().waitFor()
  await results(page).first().getByRole('heading').getByRole('link').focus()
  for (let at = 0; at < 20; at++) {
    await page.keyboard.press('s')
    await said(page, 'Saved to To read')
    await page
      .locator('[aria-posinset]', { has: page.locator(':focus') })
      .getByRole('button', { pressed: true })
      .first()
      .waitFor()
    await page.keyboard.press('j')
  }
  await page.goto(app.at('#/saved/to-read?sort=page'))
  const list = page.getByRole('list', { name: 'To read' }).getByRole('listitem')
  await button(list.nth(0), 'Done').click()
  await said(page, 'Done')
  await list.nth(0).getByRole('button', { name: 'Done', pressed: true }).waitFor()
  await button(list.nth(1), 'More').click()
  await sheet(page).getByLabel('Thesis').check()
  await said(page, 'Saved to Thesis')
  await button(sheet(page), 'Not for me').click()
  await button(page, 'Close').click()
  await button(list.nth(2), 'Add note').click()
  await page.keyboard.type('Compare with the zeroth table.')
  await list
    .nth(2)
    .getByRole('heading')
    .focus()
    .catch(() => undefined)
  await page.getByRole('textbox', { name: 'Note' }).blur()
  await list.nth(2).getByText('Compare with the zeroth table.').waitFor()
  await saveSearch(page, 'q=video', 'Video')
  await saveSearch(page, 'q=speech&code=link', 'Speech with code')
}

describe('what is kept', () => {
  it('is all there after the browser was killed', async () => {
    const profile = await Profile.make()
    try {
      await profile.start()
      await keepThings(await profile.visit(app.at('#/saved')))
      await profile.kill()
      await profile.start()
      const page = await profile.visit(app.at('#/saved'))
      expect(await rows(page, 'Lists')).toEqual(['To read 20 papers', 'Thesis 1 paper', 'Reading group 0 papers'])
      expect((await rows(page, 'Saved searches')).map((row) => row.replace(/ \d+ papers?$/, ''))).toEqual([
        'Video',
        'Speech with code',
      ])
      expect(await rows(page, 'Also kept')).toEqual([
        'Everything saved 20 papers',
        'Recently opened 0 papers',
        'Not for me 1 paper',
      ])
      await page.goto(app.at('#/saved/to-read?q=zeroth+tab'))
      await page.getByText('1 of 20 papers').waitFor()
      await page.getByText('Compare with the zeroth table.').waitFor()
    } finally {
      await profile.remove()
    }
  })

  it('shows in another tab', async () => {
    const context = await app.browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' })
    const [one, two] = [await visit('#/browse?q=radar', context), await visit('#/saved', context)]
    await two.getByText('Nothing saved yet').waitFor()
    await button(results(one).first(), 'Save').click()
    await two.getByRole('list', { name: 'Lists' }).getByText('1 paper').waitFor()
    expect(await two.getByText('Nothing saved yet').count()).toBe(0)
  })
})

describe('a library that cannot be written', () => {
  it('says so within two seconds, shows nothing as saved, and search goes on', async () => {
    const context = await app.browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' })
    await context.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('made up', 'QuotaExceededError')
      }
    })
    const page = await visit('#/browse?q=radar', context)
    const save = button(results(page).first(), 'Save')
    await save.click()
    await page.getByText('There is no room left on this device').waitFor({ timeout: 2_000 })
    expect(await save.getAttribute('aria-pressed')).toBe('false')
    await searchBox(page).fill('speech')
    await results(page)
      .filter({ hasText: /speech/i })
      .first()
      .waitFor()
  })
  it('says so where there is no database at all', async () => {
    const context = await app.browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' })
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get: () => {
          throw new DOMException('made up', 'SecurityError')
        },
      })
    })
    const page = await visit('#/', context)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('This browser keeps nothing here').waitFor({ timeout: 2_000 })
  })
})

describe('a list of 5,000', () => {
  it('is whole, and a few dozen rows of it stand on the page', async () => {
    const page = await visit('theme.js')
    await fillLibrary(page, 5_000)
    await page.goto(app.at('#/saved/to-read'))
    await page.getByText('Paper number 4999').waitFor()
    expect(await page.getByRole('listitem').count()).toBeLessThan(60)
    expect(await page.getByRole('listitem').first().getAttribute('aria-setsize')).toBe('5000')
  })
})
