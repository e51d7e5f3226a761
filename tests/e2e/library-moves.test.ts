/** The library moves: out to files and back, and over the clipboard, between profiles. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import {
  choose,
  closeSheet,
  download,
  exported,
  importAll,
  libraryFile,
  records,
  WITH_CLIPBOARD,
} from '../support/library-moves.ts'
import { PHONE } from '../support/browser.ts'
import { button, sheet } from '../support/on-page.ts'

const app = appUnderTest()
const settings = () => app.visit('#/settings', WITH_CLIPBOARD)

/** What a reader sees of it, whatever the stamps: records without the time they were changed. */
async function shown(page: Page): Promise<readonly string[]> {
  return (await exported(page))
    .filter((line) => !line.includes('"data":null'))
    .map((line) => line.replace(/"changed":\d+/, ''))
    .sort()
}

describe('the library', () => {
  it('is identical after export, deletion of everything and import, and unchanged by a second import', async () => {
    const page = await settings()
    const original = libraryFile(20)
    await importAll(page, original)
    const { name, text } = await download(page, /^Library file/)
    expect(name).toMatch(/^offprint-library-\d{4}-\d\d-\d\d\.json$/)
    expect(records(text)).toEqual(records(original))

    await button(page, 'Delete everything').click()
    await sheet(page).getByText('This deletes 20 papers in 3 lists, 4 notes, marks on 2 papers, 2 searches').waitFor()
    await button(page, 'Delete now').click()
    await page.getByText('Everything is deleted.').waitFor()
    await page.reload()
    await page.getByText('Nothing yet').waitFor()
    expect(await exported(page)).toEqual([])

    await importAll(page, text)
    expect(await exported(page)).toEqual(records(original))
    await choose(page, text)
    await sheet(page).getByText('Nothing in it is new: your library stays as it is.').waitFor()
    expect(await button(page, 'Merge').count()).toBe(0)
  })

  it('goes over the clipboard into a fresh profile, identical', async () => {
    const here = await settings()
    await importAll(here, libraryFile(20))
    await button(here, 'Copy my library').click()
    await here.getByText('Copied.').waitFor()
    const clip = await here.evaluate(() => navigator.clipboard.readText())
    const before = await exported(here)

    const there = await settings()
    await there.evaluate((text) => navigator.clipboard.writeText(text), clip)
    await button(there, 'Paste my library').click()
    await button(there, 'Merge').click()
    await there.getByText('The library is imported.').waitFor()
    await closeSheet(there, 'footer')
    expect(await exported(there)).toEqual(before)
  })

  it('shows what replacing would remove, and comes back with Undo import', async () => {
    const page = await settings()
    await importAll(page, libraryFile(20))
    const before = await shown(page)
    await choose(page, libraryFile(3))
    await sheet(page)
      .getByRole('radio', { name: /^Replace/ })
      .check()
    await sheet(page).getByRole('row', { name: 'Papers in lists – – 19' }).waitFor()
    await button(page, 'Replace my library').click()
    await button(page, 'Undo import').click()
    await page.getByText('Your library is as it was before the import.').waitFor()
    await closeSheet(page, 'footer')
    expect(await shown(page)).toEqual(before)
  })

  it('can go back to before the last import after a reload', async () => {
    const page = await settings()
    await importAll(page, libraryFile(3))
    await page.reload()
    await button(page, 'Undo last import').click()
    await button(page, 'Replace my library').click()
    await page.getByText('The library is imported.').waitFor()
    await page.getByText('Nothing yet').waitFor()
  })

  it.each([
    ['21 MB', ' '.repeat(21 * 2 ** 20), 'larger than 20 MB'],
    ['a cut file', libraryFile(3).slice(0, -40), 'cut short'],
    ['a file of another kind', '{"kind":"bookmarks"}', 'of another kind'],
    ['a newer version', '{"kind":"offprint-library","version":9,"records":[]}', 'a newer version of Offprint'],
    [
      'a key named __proto__',
      '{"kind":"offprint-library","version":1,"exported":"","records":[{"__proto__":{}}]}',
      'made to break',
    ],
    [
      'a record that is none',
      '{"kind":"offprint-library","version":1,"exported":"","records":[{"kind":"note"}]}',
      'is damaged',
    ],
  ])('refuses %s with the reason, and changes nothing', async (_, content, reason) => {
    const page = await settings()
    await importAll(page, libraryFile(3))
    const before = await exported(page)
    await choose(page, content)
    const alert = sheet(page).getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain(reason)
    expect(await alert.innerText()).toContain('your library is as it was')
    await closeSheet(page)
    expect(await exported(page)).toEqual(before)
  })
})

describe('an empty app that was installed on a phone', () => {
  it('offers to paste, until something is in it', async () => {
    const context = await app.browser.newContext({
      viewport: PHONE,
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
      ...WITH_CLIPBOARD,
    })
    await context.addInitScript(() => {
      const asked = window.matchMedia.bind(window)
      window.matchMedia = (query) => asked(query.includes('standalone') ? 'all' : query)
    })
    const page = await context.newPage()
    await page.goto(app.at(''))
    const offer = page.getByRole('status').filter({ hasText: 'keeps its own library, which is empty' })
    await offer.waitFor()
    await page.evaluate((text) => navigator.clipboard.writeText(text), libraryFile(3))
    await offer.getByRole('button', { name: 'Paste my library' }).click()
    await button(page, 'Merge').click()
    await page.getByText('The library is imported.').waitFor()
    await offer.waitFor({ state: 'detached' })
  })
})
