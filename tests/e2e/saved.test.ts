/** What the reader keeps, in a real browser: kept at once, kept for good, taken back, shown everywhere. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, launchBrowser } from '../support/browser.ts'
import { fillLibrary } from '../support/fill-library.ts'
import { Host } from '../support/host.ts'
import { Profile } from '../support/library-site.ts'

let host: Host
let browser: Browser
beforeAll(async () => {
  host = await new Host('dist').start()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

const results = (page: Page) => page.getByRole('list', { name: 'Results' }).getByRole('listitem')
const button = (name: string) => ['button', { name, exact: true }] as const
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()

async function visit(address: string, within?: BrowserContext): Promise<Page> {
  const context = within ?? (await browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' }))
  const page = await context.newPage()
  await page.goto(host.url + address)
  return page
}

/** The names and facts of one of the lists of Saved. */
async function rows(page: Page, list: string): Promise<readonly string[]> {
  await page.goto(`${host.url}#/saved`)
  const items = page.getByRole('list', { name: list, exact: true }).getByRole('listitem')
  await items.first().waitFor()
  if (list === 'Saved searches') await items.first().getByText(/paper/).waitFor()
  return (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

async function makeList(page: Page, name: string): Promise<void> {
  await page.getByRole(...button('New list')).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole(...button('Make list')).click()
  await said(page, `List “${name}” made`)
}

async function saveSearch(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${host.url}#/browse?${address}`)
  await page.waitForFunction((hash) => location.hash === `#/browse?${hash}`, address)
  await page.getByRole(...button('Save search')).click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page
    .getByRole('dialog')
    .getByRole(...button('Save'))
    .click()
  await said(page, `Search “${name}” saved`)
}

/** Three lists, 20 papers, a note, marks and two searches. */
async function keepThings(page: Page): Promise<void> {
  await page.goto(`${host.url}#/saved`)
  await makeList(page, 'Thesis')
  await makeList(page, 'Reading group')
  await page.goto(`${host.url}#/browse?sort=page`)
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
  await page.goto(`${host.url}#/saved/to-read?sort=page`)
  const list = page.getByRole('list', { name: 'To read' }).getByRole('listitem')
  await list
    .nth(0)
    .getByRole(...button('Done'))
    .click()
  await said(page, 'Done')
  await list.nth(0).getByRole('button', { name: 'Done', pressed: true }).waitFor()
  await list
    .nth(1)
    .getByRole(...button('More'))
    .click()
  await page.getByRole('dialog').getByLabel('Thesis').check()
  await said(page, 'Saved to Thesis')
  await page
    .getByRole('dialog')
    .getByRole(...button('Not for me'))
    .click()
  await page.getByRole(...button('Close')).click()
  await list
    .nth(2)
    .getByRole(...button('Add note'))
    .click()
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
      await keepThings(await profile.visit(`${host.url}#/saved`))
      await profile.kill()
      await profile.start()
      const page = await profile.visit(`${host.url}#/saved`)
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
      await page.goto(`${host.url}#/saved/to-read?q=zeroth+tab`)
      await page.getByText('1 of 20 papers').waitFor()
      await page.getByText('Compare with the zeroth table.').waitFor()
    } finally {
      await profile.remove()
    }
  })

  it('shows in another tab', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' })
    const [one, two] = [await visit('#/browse?q=radar', context), await visit('#/saved', context)]
    await two.getByText('Nothing saved yet').waitFor()
    await results(one)
      .first()
      .getByRole(...button('Save'))
      .click()
    await two.getByRole('list', { name: 'Lists' }).getByText('1 paper').waitFor()
    expect(await two.getByText('Nothing saved yet').count()).toBe(0)
  })
})

describe('Undo', () => {
  it('brings back a deleted list with its papers', async () => {
    const page = await visit('#/saved')
    await makeList(page, 'Thesis')
    await page.goto(`${host.url}#/browse?q=radar`)
    await results(page)
      .first()
      .getByRole(...button('More'))
      .click()
    await page.getByRole('dialog').getByLabel('Thesis').check()
    await said(page, 'Saved to Thesis')
    await page.goBack()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole(...button('Change Thesis')).click()
    await page.getByRole(...button('Delete list')).click()
    await said(page, 'List “Thesis” deleted')
    expect(await rows(page, 'Lists')).toEqual(['To read 0 papers'])
    await page.keyboard.press('u')
    await said(page, 'Undone')
    expect(await rows(page, 'Lists')).toEqual(['To read 0 papers', 'Thesis 1 paper'])
  })

  it('brings back several papers removed at once', async () => {
    const page = await visit('#/browse?sort=page')
    await results(page).nth(2).waitFor()
    for (const at of [0, 1, 2]) {
      await results(page)
        .nth(at)
        .getByRole(...button('Save'))
        .click()
      await results(page).nth(at).getByRole('button', { name: 'Save', pressed: true }).waitFor()
    }
    await page.goto(`${host.url}#/saved/to-read`)
    await page.getByText('3 papers', { exact: true }).waitFor()
    await page.getByRole(...button('Select')).click()
    await page.getByRole(...button('Select all')).click()
    await page.getByRole(...button('Remove')).click()
    await page.getByText('Nothing here yet').waitFor()
    await page.getByRole(...button('Undo')).click()
    await page.getByText('3 papers', { exact: true }).waitFor()
  })
})

describe('the keyboard', () => {
  it('saves, marks done, marks not for me and takes back', async () => {
    const page = await visit('#/browse?q=radar')
    const first = results(page).first()
    await first.getByRole('heading').getByRole('link').focus()
    const pressed = (name: string) => first.getByRole('button', { name, exact: true, pressed: true })
    for (const [key, name] of [
      ['s', 'Save'],
      ['e', 'Done'],
      ['x', 'Not for me'],
    ] as const) {
      await page.keyboard.press(key)
      await pressed(name).waitFor()
    }
    await page.keyboard.press('u')
    await pressed('Not for me').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await pressed('Done').waitFor({ state: 'detached' })
    await pressed('Save').waitFor()
  })
})

describe('a note', () => {
  it('is kept when the typing pauses, and shown in the list', async () => {
    const page = await visit('#/browse?q=radar')
    await results(page).first().getByRole('heading').getByRole('link').click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Ask about the radar.')
    await said(page, 'Note kept')
    await page.goto(`${host.url}#/saved/all`)
    await page.getByText('Ask about the radar.').waitFor()
  })
  it('outlives a page that goes away in the middle of a word', async () => {
    const page = await visit('#/browse?q=radar')
    await results(page).first().getByRole('heading').getByRole('link').click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Half a sent')
    await page.goto('about:blank')
    await page.goto(`${host.url}#/saved/all`)
    await page.goto(`${host.url}#/saved/recently-opened`)
    await page.getByRole('list', { name: 'Recently opened' }).getByRole('link').first().click()
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a sent')
  })
})

describe('a saved search', () => {
  it('opens Browse with its text in the box, and finds the same', async () => {
    const page = await visit('#/saved')
    await saveSearch(page, 'q=speech&code=link', 'Speech')
    const count = await page
      .getByText(/^\d+ papers?$/)
      .first()
      .innerText()
    await page.goto(`${host.url}#/saved`)
    await page
      .getByRole('list', { name: 'Saved searches' })
      .getByRole('link', { name: /Speech/ })
      .click()
    await page.waitForFunction(() => location.hash.startsWith('#/browse'))
    expect(await page.getByRole('searchbox', { name: 'Search papers' }).inputValue()).toBe('speech code:link')
    await page.getByText(count, { exact: true }).first().waitFor()
  })
})

describe('a library that cannot be written', () => {
  it('says so within two seconds, shows nothing as saved, and search goes on', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' })
    await context.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('made up', 'QuotaExceededError')
      }
    })
    const page = await visit('#/browse?q=radar', context)
    const save = results(page)
      .first()
      .getByRole(...button('Save'))
    await save.click()
    await page.getByText('There is no room left on this device').waitFor({ timeout: 2_000 })
    expect(await save.getAttribute('aria-pressed')).toBe('false')
    await page.getByRole('searchbox', { name: 'Search papers' }).fill('speech')
    await results(page)
      .filter({ hasText: /speech/i })
      .first()
      .waitFor()
  })
  it('says so where there is no database at all', async () => {
    const context = await browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' })
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get: () => {
          throw new DOMException('made up', 'SecurityError')
        },
      })
    })
    const page = await visit('#/', context)
    await page.getByText('This browser keeps nothing here').waitFor({ timeout: 2_000 })
  })
})

describe('a list of 5,000', () => {
  it('is whole, and a few dozen rows of it stand on the page', async () => {
    const page = await visit('theme.js')
    await fillLibrary(page, 5_000)
    await page.goto(`${host.url}#/saved/to-read`)
    await page.getByText('Paper number 4999').waitFor()
    expect(await page.getByRole('listitem').count()).toBeLessThan(60)
    expect(await page.getByRole('listitem').first().getAttribute('aria-setsize')).toBe('5000')
  })
})
