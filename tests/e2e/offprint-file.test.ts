import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeText } from '../../src/formats/export-entry.ts'
import { writeOffprintFile } from '../../src/formats/offprint-file.ts'
import { DESKTOP, launchBrowser, PHONE } from '../support/browser.ts'
import { realEntries, realOptions } from '../unit/formats/real-papers.ts'

const entries = realEntries().map((entry, index) =>
  index === 3 ? { ...entry, note: 'Compare with the Zürich results <later>.', lists: ['Seminar'] } : entry,
)
const titles = entries.map((entry) => entry.paper.title)

/** What axe-core complains of. */
const Report = v.object({
  violations: v.array(v.object({ id: v.string(), nodes: v.array(v.object({ html: v.string() })) })),
})

let folder: string
let browser: Browser
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-file-'))
  writeFileSync(join(folder, 'to-read.html'), wholeText(writeOffprintFile, entries, realOptions()))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** The file as opened from a disk without network; `requests` and `errors` fill as the page lives. */
async function open(options: Parameters<Browser['newPage']>[0] = {}) {
  const page = await browser.newPage({ viewport: PHONE, offline: true, ...options })
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => errors.push(message.text()))
  const address = pathToFileURL(join(folder, 'to-read.html')).href
  await page.goto(address)
  return { page, requests, errors, address }
}

/** Titles in view of a reader, in order. */
async function shown(page: Page): Promise<readonly string[]> {
  return page.locator('article:visible h2').allTextContents()
}

describe('an offprint file opened from a disk, offline', () => {
  it('finds 198 of 198 papers by title and asks for nothing but itself', async () => {
    const { page, requests, errors, address } = await open()
    expect(await page.getByRole('searchbox', { name: 'Search these papers' }).isVisible()).toBe(true)
    // All in one call: 198 round trips take half a minute on a busy machine.
    const missed = await page.evaluate((titles) => {
      const field = document.querySelector('input')
      return titles.filter((title) => {
        if (field) field.value = title
        field?.dispatchEvent(new Event('input'))
        const found = [...document.querySelectorAll('article')].filter((article) => article.checkVisibility())
        return found.length > 20 || !found.some((article) => article.querySelector('h2')?.textContent === title)
      })
    }, titles)
    expect(missed).toEqual([])
    expect(requests).toEqual([address])
    expect(errors).toEqual([])
    await page.close()
  })

  it('finds papers that have all of the words, by their beginnings, in any order, notes and lists too', async () => {
    const { page } = await open()
    const search = page.getByRole('searchbox')
    const status = page.getByRole('status')
    const cases: readonly [words: string, holds: (text: string) => boolean][] = [
      ['SPEECH audio', (text) => /(^|[^\p{L}\p{N}])speech/iu.test(text) && /(^|[^\p{L}\p{N}])audio/iu.test(text)],
      ['zurich', (text) => text.includes('Zürich')],
      ['seminar results', (text) => text.includes('Zürich')],
    ]
    for (const [words, holds] of cases) {
      await search.fill(words)
      const articles = await page.locator('article:visible').allTextContents()
      expect(articles.length).toBeGreaterThan(0)
      expect(articles.filter((text) => !holds(text))).toEqual([])
      expect(await status.textContent()).toBe(`${articles.length} of 198`)
    }
    await search.fill('no such-word-anywhere')
    expect(await page.getByText('No paper here has all of these words.').isVisible()).toBe(true)
    await search.fill('')
    expect(await shown(page)).toEqual(titles)
    await page.close()
  })

  it('can be read without script, and offers no search there', async () => {
    const { page } = await open({ javaScriptEnabled: false })
    expect(await page.locator('article').count()).toBe(198)
    expect(await page.locator('article').last().isVisible()).toBe(true)
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    await page.getByLabel('Titles only').check()
    expect(await page.locator('.abstract').first().isVisible()).toBe(false)
    expect(await page.locator('h2').first().isVisible()).toBe(true)
    await page.close()
  })

  it('runs no script that did not come with it', async () => {
    const { page, errors } = await open()
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.body.append(script)
    })
    expect(await page.title()).toBe('To read')
    expect(errors.join()).toContain('Content Security Policy')
    await page.close()
  })

  it.each([
    ['a phone', PHONE, 'light'],
    ['a phone', PHONE, 'dark'],
    ['a desktop', DESKTOP, 'light'],
    ['a desktop', DESKTOP, 'dark'],
  ] as const)('is accessible and fits on %s (%o, %s)', async (_, viewport, colorScheme) => {
    const { page } = await open({ viewport, colorScheme })
    await page.getByRole('searchbox').fill('speech')
    await page.evaluate(axe.source)
    // As text: a test's imports have other names once it is compiled.
    const { violations } = v.parse(Report, await page.evaluate('axe.run()'))
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.close()
  })
})
