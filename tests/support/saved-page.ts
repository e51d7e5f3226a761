/** What a reader makes and finds on Saved, step by step as their hands do it; a page of the app goes from view to view. */
import type { Page } from 'playwright-core'
import { button, results, said, sheet } from './on-page.ts'

/** On Saved. */
export async function makeList(page: Page, name: string): Promise<void> {
  await button(page, 'New list').click()
  await page.getByLabel('Name').fill(name)
  await button(page, 'Make list').click()
  await said(page, `List “${name}” made`)
}

/** On Saved, and then on Browse, from where a paper goes into the new list. */
export async function makeListOfOne(page: Page, name: string): Promise<void> {
  await makeList(page, name)
  await goWithin(page, '#/browse?q=radar')
  await button(results(page).first(), 'More').click()
  await sheet(page).getByLabel(name).check()
  await said(page, `Saved to ${name}`)
  await page.goBack()
  await sheet(page).waitFor({ state: 'detached' })
}

/** From Browse. */
export async function saveSearch(page: Page, address: string, name: string): Promise<void> {
  await goWithin(page, `#/browse?${address}`)
  await page.waitForFunction((hash) => location.hash === `#/browse?${hash}`, address)
  await button(page, 'Save search').click()
  await sheet(page).getByLabel('Name').fill(name)
  await button(sheet(page), 'Save').click()
  await said(page, `Search “${name}” saved`)
}

/** The names and facts of one of the lists of Saved. */
export async function rows(page: Page, list: string): Promise<readonly string[]> {
  await goWithin(page, '#/saved')
  const items = page.getByRole('list', { name: list, exact: true }).getByRole('listitem')
  await items.first().waitFor()
  if (list === 'Saved searches') await items.first().getByText(/paper/).waitFor()
  return (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

const goWithin = (page: Page, hash: string): Promise<unknown> => page.goto(new URL(hash, page.url()).href)
