/** The draft desk: a real abstract finds its neighbours, nothing goes out meanwhile, and it works without a host. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { button, sheet } from '../support/on-page.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

const app = appUnderTest()
const visit = () => app.visit('#/draft', { viewport: PHONE })

const LINES = readFileSync('data/sources/2026-11-22-trending-page.txt', 'utf8')
  .split('\n')
  .filter((line) => line.trim())
const at = LINES.findIndex((line) => line.startsWith('Zero Bubble Pipeline Parallelism'))
const ZERO_BUBBLE = LINES[at + 1] ?? ''

const box = (page: Page) => page.getByRole('textbox', { name: 'Your draft' })
const nearest = (page: Page) => page.getByRole('list', { name: 'Nearest papers', exact: true }).getByRole('listitem')

async function paste(page: Page, text: string): Promise<void> {
  await box(page).focus()
  await page.keyboard.insertText(text)
}

/** Drops a file of one entry on an element. */
function drop(page: Page, selector: string, name: string): Promise<void> {
  return page.locator(selector).evaluate((element, file) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['@misc{a, title = {Sparse mixture of experts}}'], file))
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
  }, name)
}

describe('a pasted abstract', () => {
  it('finds its neighbours, sentence by sentence too, with the host gone and nothing asked of it', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await reader.open(host.url)
    await untilReadyOffline(page)
    await page.waitForTimeout(2_000)
    const before = host.requests.length
    await host.stop()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Browse' }).click()
    await page.getByRole('link', { name: 'Draft desk' }).click()
    await page.getByRole('heading', { level: 1, name: 'Draft desk' }).waitFor()
    await page.getByText('Nothing to compare yet').waitFor()
    await page.waitForTimeout(1_500)
    asked.length = 0
    await paste(page, ZERO_BUBBLE)
    await page.getByRole('region', { name: 'Sentence by sentence' }).waitFor()
    expect(asked).toEqual([])
    expect(host.requests.length).toBe(before)

    expect(await nearest(page).count()).toBe(8)
    const titles = await nearest(page).getByRole('link').allTextContents()
    expect(titles[0]).toContain('Zero Bubble Pipeline Parallelism')
    expect(titles.slice(1, 5).filter((title) => /pipe|bubble/i.test(title)).length).toBeGreaterThanOrEqual(3)
    await nearest(page).first().getByText('both: ').waitFor()
    await page.getByRole('status').getByText('8 papers near to your draft').waitFor({ state: 'attached' })
    expect(
      await page.getByRole('region', { name: 'Sentence by sentence' }).getByText('both: ').count(),
    ).toBeGreaterThan(3)
    expect(page.url()).toMatch(/#\/draft$/)
  })
})

describe('the desk', () => {
  it('keeps the draft through a killed tab, until it is cleared', async () => {
    await using reader = await Reader.arrive()
    const page = await reader.open(app.at('#/draft'))
    await paste(page, ZERO_BUBBLE)
    await nearest(page).first().waitFor()
    // The system takes the memory of a page without a word to it.
    await page.goto('chrome://crash').catch(() => undefined)
    const next = await reader.open(app.at('#/draft'))
    await nearest(next).first().waitFor()
    expect(await box(next).inputValue()).toBe(ZERO_BUBBLE)
    await next.getByRole('button', { name: 'Clear' }).click()
    await next.getByText('Nothing to compare yet').waitFor()
    await next.reload()
    await box(next).waitFor()
    expect(await box(next).inputValue()).toBe('')
  })

  it('saves what it found, opens it, and is as it was on the way back', async () => {
    const page = await visit()
    await paste(page, ZERO_BUBBLE)
    const second = nearest(page).nth(1)
    await second.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    const title = await second.getByRole('link').textContent()
    await second.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor()
    await page.getByText('2 of 8').waitFor()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).first().getAttribute('aria-pressed')).toBe(
      'true',
    )
    await page.goBack()
    await nearest(page).nth(7).waitFor()
    await page.waitForFunction((text) => document.activeElement?.textContent.trim() === text, title?.trim())
  })

  it('goes from paper to paper by keys', async () => {
    const page = await visit()
    const rule = () =>
      page
        .locator('.found h2')
        .first()
        .evaluate((heading) => getComputedStyle(heading).borderBottomWidth)
    await page.getByText('Nothing to compare yet').waitFor()
    expect(await rule()).toBe('0px')
    await paste(page, ZERO_BUBBLE)
    await nearest(page).nth(7).waitFor()
    expect(await rule()).toBe('1px')
    const link = (at: number) => nearest(page).nth(at).getByRole('link')
    const isFocused = async (at: number) => link(at).evaluate((one) => one === document.activeElement)
    await page.keyboard.press('Escape')
    await page.evaluate('scrollTo(0, 0)')
    await page.keyboard.press('j')
    expect(await isFocused(0)).toBe(true)
    await page.keyboard.press('j')
    expect(await isFocused(1)).toBe(true)
    await page.keyboard.press('k')
    expect(await isFocused(0)).toBe(true)
    const source = page.waitForEvent('popup')
    await page.keyboard.press('v')
    await (await source).close()
    const title = await link(0).textContent()
    await page.keyboard.press('o')
    await page.getByRole('heading', { level: 1, name: title?.trim() ?? '' }).waitFor()
  })

  it('reads a .bib file: what is here, what is near, and which line is broken', async () => {
    const page = await visit()
    const title = LINES[at] ?? ''
    const bib = `@article{zb,\n  title = {{Zero Bubble} Pipeline Parallelism},\n}\n@misc{x,\n  title = {never closed\n}\n@misc{y, title = {Sparse mixture of experts on many devices}}\n`
    await page.locator('input[type=file]').setInputFiles({ name: 'refs.bib', mimeType: '', buffer: Buffer.from(bib) })
    await page.getByText('2 entries of refs.bib compared, 1 of them here; 1 left out').waitFor()
    await page.getByText('refs.bib, line 4: no closing } after the field title.').waitFor()
    const entry = page.getByRole('region', { name: 'Entry by entry' }).getByRole('listitem').first()
    await entry.getByRole('link', { name: 'here', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title.trim() }).waitFor()
  })

  it('reads a file dropped anywhere but on a sheet over it', async () => {
    const page = await visit()
    await paste(page, ZERO_BUBBLE)
    await button(nearest(page).first(), 'More').click()
    await sheet(page).waitFor()
    await drop(page, 'dialog', 'over.bib')
    await page.keyboard.press('Escape')
    await sheet(page).waitFor({ state: 'detached' })
    await page.waitForTimeout(300)
    expect(await page.getByText('over.bib').count()).toBe(0)
    await drop(page, 'h1', 'bare.bib')
    await page.getByText('1 entry of bare.bib compared').waitFor()
  })
})
