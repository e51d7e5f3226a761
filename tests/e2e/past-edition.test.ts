/** An edition of which the library has kept titles, in a real browser. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'
import { accessFaults, button } from '../support/on-page.ts'
import { seedPapers } from '../support/seed.ts'

const app = appUnderTest()
const [here] = seedPapers()

/** Puts an edition of long ago into the library of a page that is not the app's. */
function keep(page: Page, papers: readonly { id: string; title: string }[]): Promise<void> {
  return page.evaluate(async (papers) => {
    const request = indexedDB.open('offprint:/', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('records', { keyPath: ['kind', 'id'] })
    await new Promise((done) => (request.onsuccess = done))
    const transaction = request.result.transaction('records', 'readwrite')
    const entries = papers.map((paper, rank) => ({ paper, reason: { kind: 'page', rank }, also: [] }))
    const sections = [{ kind: 'page', search: null, entries, unseen: 2, seen: 0 }]
    const day = '2026-01-05'
    const data = { kind: 'papers', day, number: 1, of: 1, since: null, generation: 'x', shown: 2, total: 2 }
    const all = { ...data, sections, postscripts: [] }
    transaction
      .objectStore('records')
      .put({ kind: 'past-edition', id: day, v: 1, changed: 1_790_000_000_000, data: all })
    await new Promise((done) => (transaction.oncomplete = done))
    request.result.close()
  }, papers)
}

it('an old edition shows its papers as far as they are here, and says which are not', async () => {
  if (!here) throw new Error('no papers')
  const page = await app.visit('theme.js', { viewport: PHONE })
  await keep(page, [
    { id: here.id, title: here.title },
    { id: 'gone', title: 'A Paper of Yesterday' },
  ])
  await page.goto(app.at('#/digest/2026-01-05'))
  const [first, second] = [page.getByRole('article').nth(0), page.getByRole('article').nth(1)]
  await first.getByRole('button', { name: 'Whole abstract' }).waitFor()
  await second.getByText('no longer in the papers on this device').waitFor()
  expect(await second.getByRole('list', { name: 'Facts' }).count()).toBe(0)
  await button(second, 'Save').click()
  await page.getByText('Saved to To read').first().waitFor()
  expect(await accessFaults(page)).toEqual([])
  await page.goto(app.at('#/saved/to-read'))
  await page.getByRole('heading', { name: 'To read', level: 1 }).waitFor() // the edition, with the facts of another paper, has gone
  await page.getByRole('heading', { name: 'A Paper of Yesterday' }).waitFor()
  expect(await page.getByRole('list', { name: 'Facts' }).count()).toBe(0)
})
