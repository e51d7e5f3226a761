/** A corpus whose source states authors, days and votes: what can be asked, how it is ordered and called, what a paper's page says. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compileCorpus } from '../../src/compiler/run.ts'
import { launchBrowser, PHONE } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { accessFaults, button, results, searchBox, sheet } from '../support/on-page.ts'
import { hfDaily } from '../support/paper-hosts.ts'

const DAYS: Readonly<Record<string, readonly string[]>> = {
  '2026-11-20': ['A first paper', 'A second paper', 'A third paper'],
  '2026-11-22': ['A fourth paper', 'A fifth paper'],
}

let home = ''
let host: Host
let browser: Browser
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'offprint-stated-'))
  const [dist, sources] = [join(home, 'dist'), join(home, 'sources')]
  await cp('dist', dist, { recursive: true })
  await mkdir(sources)
  const list = Object.keys(DAYS).map((taken) => ({
    file: `${taken}.json`,
    name: 'Daily papers',
    what: 'A day.',
    taken,
  }))
  await writeFile(join(sources, 'sources.json'), JSON.stringify(list))
  for (const { file, taken } of list) await writeFile(join(sources, file), hfDaily(taken, DAYS[taken] ?? []))
  expect((await compileCorpus({ root: '.', out: join(dist, 'corpus'), sources: [sources] })).ok).toBe(true)
  host = await new Host(dist).start()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await host.stop()
  await rm(home, { recursive: true })
})

it('is asked by author, day and votes, ordered by them, called trending, and told to reference managers', async () => {
  const page = await (await browser.newContext({ viewport: PHONE })).newPage()
  const titles = (): Promise<readonly string[]> => results(page).getByRole('heading').allInnerTexts()

  await page.goto(host.url)
  await page.getByRole('region', { name: 'Trending' }).getByText('Trending, with 1 vote', { exact: true }).waitFor()
  expect(await accessFaults(page)).toEqual([])

  await page.goto(`${host.url}#/browse?sort=votes`)
  await page.getByText('5 papers', { exact: true }).waitFor()
  expect((await titles())[0]).toBe('A third paper')
  const sort = page.getByRole('combobox', { name: 'Sort' })
  expect(await sort.locator('option').allInnerTexts()).toEqual(['Relevance', 'Trending', 'Newest', 'Votes', 'Title'])
  await sort.selectOption('Newest')
  await page.waitForFunction(() => location.hash.endsWith('sort=newest'))
  await expect.poll(async () => (await titles())[0]).toBe('A fifth paper')
  await button(page, 'Help').click()
  await sheet(page).getByRole('link', { name: 'listed:7d' }).waitFor()
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await searchBox(page).fill('votes:1 listed:2d author:auth')
  await page.getByText('1 paper', { exact: true }).waitFor()
  expect(await titles()).toEqual(['A fifth paper'])

  await results(page).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'A fifth paper' }).waitFor()
  const told = () =>
    page.locator('meta[name^=citation_]').evaluateAll((all) => all.map((one) => one.getAttribute('content')))
  expect(await told()).toContain('A. Author')
  expect(await told()).toContain('https://arxiv.org/pdf/2611.11221')
  await page.getByText('Listed on 22 November 2026').waitFor()
  await page.goBack()
  await expect.poll(told).toEqual([])
})
