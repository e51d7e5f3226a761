/** What keeping costs: a save until it is on disk and said, Saved with 5,000 papers, and their export. */
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, launchBrowser } from '../support/browser.ts'
import { withApp } from '../support/built-app.ts'
import { fillLibrary } from '../support/fill-library.ts'
import { untilTrue } from '../support/on-page.ts'
import { kept, quantile, type Cell, type Part } from './part.ts'

const PAPERS = 5_000
const SAVES = 60
const RUNS = 5

export const library: Part = {
  name: 'library',
  run: () =>
    withApp(async ({ url }) => {
      const browser = await launchBrowser()
      try {
        const saves = await timeSaves(browser, url)
        const { lists, list, straight, exported } = await timeLarge(browser, url)
        return [
          {
            title: 'The library',
            columns: ['what', 'runs', 'median ms', 'p95 ms', 'at most', 'kept'],
            rows: [
              row('a save: on disk and said', saves, 50, quantile(saves, 0.95)),
              row('Saved, 5,000 papers', lists, 300, quantile(lists, 0.5)),
              row('its list of 5,000', list, 300, quantile(list, 0.5)),
              row('the app opened straight in that list', straight, Number.NaN, 0),
              row('export of 5,000 as BibTeX', exported, 1_000, quantile(exported, 0.5)),
            ],
            note: 'saves are promised at p95, the rest at the median; from the click to the words or rows on the page, or the file',
          },
        ]
      } finally {
        await browser.close()
      }
    }),
}

function row(what: string, times: readonly number[], allowed: number, promised: number): readonly Cell[] {
  const promise: readonly Cell[] = Number.isNaN(allowed) ? ['', ''] : [allowed, kept(promised <= allowed)]
  return [what, times.length, quantile(times, 0.5), quantile(times, 0.95), ...promise]
}

async function timeSaves(browser: Browser, url: string): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: DESKTOP })
  await page.goto(`${url}#/browse`)
  await page.locator('[role=listitem] .save').first().waitFor()
  await libraryRead(page)
  const times = await page.evaluate(pressSave, SAVES)
  await page.close()
  return times
}

/** Runs in the page: saves and takes out by turns. */
async function pressSave(count: number): Promise<number[]> {
  const times: number[] = []
  const press = document.querySelector<HTMLButtonElement>('[role=listitem] .save')
  const spoken = () => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join()
  for (let at = 0; at < count; at++) {
    const wanted = press?.ariaPressed === 'true' ? 'Removed from' : 'Saved to'
    const start = performance.now()
    press?.click()
    while (!spoken().includes(wanted)) await new Promise((done) => setTimeout(done))
    times.push(performance.now() - start)
  }
  return times
}

type Times = Record<'lists' | 'list' | 'straight' | 'exported', number[]>

async function timeLarge(browser: Browser, url: string): Promise<Times> {
  const context = await browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block', acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(`${url}theme.js`)
  await fillLibrary(page, PAPERS)
  await page.goto(url)
  await secondCopyMade(page)
  const times: Times = { lists: [], list: [], straight: [], exported: [] }
  for (let run = 0; run < RUNS; run++) {
    await page.goto(`${url}?${String(run)}#/`)
    await page.getByRole('article').first().waitFor()
    await libraryRead(page)
    times.lists.push(await page.evaluate(open, ['#/saved', '5,000 papers'] as const))
    times.list.push(await page.evaluate(open, ['#/saved/to-read', 'Paper number 4999'] as const))
    times.exported.push(await timeExport(page))
    await page.goto(`${url}?straight${String(run)}#/saved/to-read`)
    await page.getByText('Paper number 4999').waitFor()
    times.straight.push(await page.evaluate(() => performance.now()))
  }
  await context.close()
  return times
}

async function timeExport(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const download = page.waitForEvent('download')
  const start = performance.now()
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click()
  await download
  return performance.now() - start
}

/** Runs in the page. */
async function open([address, shown]: readonly [string, string]): Promise<number> {
  const start = performance.now()
  document.querySelector<HTMLElement>(`a[href="${address}"]`)?.click()
  while (!document.querySelector('main')?.innerText.includes(shown)) await new Promise(requestAnimationFrame)
  return performance.now() - start
}

async function libraryRead(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('offprint:library').length > 0)
}

/** The first visit makes the second copy, as a library that has grown has one. */
async function secondCopyMade(page: Page): Promise<void> {
  const isMade = async (): Promise<boolean> => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(encodeURIComponent('offprint:/'), { create: true })
    const copy = await folder.getFileHandle('a').catch(() => null)
    return ((await copy?.getFile())?.size ?? 0) > 0
  }
  await untilTrue(page, isMade, undefined)
}
