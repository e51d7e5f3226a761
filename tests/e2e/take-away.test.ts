/** Taking an edition away: as a file, on paper, by a link; and what calls the next day: calendar and feed. */
import { readFile } from 'node:fs/promises'
import ICAL from 'ical.js'
import type { BrowserContextOptions, Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'
import { accessFaults, button, sheet } from '../support/on-page.ts'

const app = appUnderTest({ mount: '/some/path/' })

/** Today's edition in a fresh profile, with its end in place; what is called is written down in the page. */
async function arrive(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await app.browser.newContext({ viewport: PHONE, serviceWorkers: 'block', ...options })
  await context.addInitScript(() => {
    const calls: string[] = []
    Object.assign(window, { calls, print: () => calls.push('print') })
    Object.assign(navigator, { share: (data: ShareData) => Promise.resolve(calls.push(data.url ?? '')) })
  })
  const page = await context.newPage()
  await page.goto(app.host.url)
  await button(page, 'Subscribe').waitFor()
  return page
}

const calls = (page: Page) => page.evaluate<readonly string[]>('calls')
const titles = (page: Page) => page.locator('article h3').allInnerTexts()

async function download(page: Page, name: string) {
  const coming = page.waitForEvent('download')
  await sheet(page).getByRole('button', { name, exact: true }).click()
  const file = await coming
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

describe('an edition is taken away', () => {
  it('as mail, which somebody else reads with the titles of the page', async () => {
    const page = await arrive()
    await button(page, 'More formats').click()
    const { name, text } = await download(page, 'Download')
    expect(name).toMatch(/^offprint-of-\d+-[a-z]+-edition-1-of-17-\d{4}-\d\d-\d\d\.eml$/)
    const mail = await PostalMime.parse(text)
    expect(mail.subject).toMatch(/^Offprint of \d+ [A-Z][a-z]+ · edition 1 of 17$/)
    expect(mail.from?.address).toBe('letter@offprint.invalid')
    const mailbox = await app.browser.newPage()
    await mailbox.setContent(mail.html ?? '')
    const shown = await mailbox.locator('h3').allInnerTexts()
    await mailbox.close()
    // Formulas are set on the page, and written out in the mail.
    const words = (title: string): string => title.replace(/\s+/g, '').replaceAll('²', '2')
    expect(shown.map(words)).toEqual((await titles(page)).map(words))
    for (const title of shown) expect(mail.text).toContain(title)
    await page.context().close()
  })

  it.each([
    ['HTML', 'html', /<!doctype html>/],
    ['Text', 'txt', /^Offprint of/],
    ['Markdown', 'md', /^# Offprint of/],
    ['BibTeX', 'bib', /^@misc\{/],
    ['Offprint file', 'html', /id="finder"/],
  ])('as %s', async (label, extension, content) => {
    const page = await arrive()
    await button(page, 'More formats').click()
    await sheet(page)
      .getByRole('radio', { name: new RegExp(`^${label}`) })
      .check()
    const { name, text } = await download(page, 'Download')
    expect(name).toMatch(new RegExp(`\\.${extension}$`))
    expect(text).toMatch(content)
    await page.context().close()
  })

  it('without the reasons where the reader wants to pass it on', async () => {
    const page = await arrive()
    await button(page, 'More formats').click()
    await sheet(page).getByRole('radio', { name: /^Text/ }).check()
    expect((await download(page, 'Download')).text).toContain('No. 1 on the page')
    await sheet(page).getByRole('checkbox').uncheck()
    expect((await download(page, 'Download')).text).not.toContain('on the page')
    await page.context().close()
  })

  it('as a mail draft that an address can hold', async () => {
    const page = await arrive()
    await button(page, 'More formats').click()
    const address = await sheet(page).getByRole('link', { name: 'Mail draft' }).getAttribute('href')
    expect(address).toMatch(/^mailto:\?subject=Offprint%20of/)
    expect(address?.length).toBeLessThanOrEqual(2_000)
    await page.context().close()
  })

  it('as a link, which shows its papers on another device', async () => {
    const page = await arrive()
    const wanted = await titles(page)
    await button(page, 'Share').click()
    await expect.poll(() => calls(page)).toHaveLength(1)
    const [link = ''] = await calls(page)
    await page.context().close()
    const other = await arrive()
    await other.goto(link)
    await other
      .getByText(wanted[2] ?? '', { exact: true })
      .first()
      .waitFor()
    await other.context().close()
  })

  it('on paper: black on white, all of it, and nothing that wants to be pressed', async () => {
    const page = await arrive({ colorScheme: 'dark' })
    await button(page, 'Print').click()
    expect(await calls(page)).toEqual(['print'])
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('article:visible').count()).toBe(12)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(await page.locator(':is(button, nav, dialog):visible').count()).toBe(0)
    const colours = await page.evaluate(() => {
      const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      const rgb = (colour: string): string => {
        if (!probe) return 'none'
        probe.fillStyle = colour
        probe.fillRect(0, 0, 1, 1)
        return probe.getImageData(0, 0, 1, 1).data.slice(0, 3).join()
      }
      const heading = document.querySelector('article h3')
      return [
        rgb(getComputedStyle(heading ?? document.body).color),
        rgb(getComputedStyle(document.documentElement).backgroundColor),
      ]
    })
    expect(colours).toEqual(['0,0,0', '255,255,255'])
    await page.context().close()
  })
})

describe('what calls the next day', () => {
  it('is a reminder that a calendar reads', async () => {
    const page = await arrive()
    await button(page, 'Remind me').click()
    await sheet(page).getByRole('radio', { name: 'Monday to Friday' }).check()
    await sheet(page).getByLabel('Time').fill('07:30')
    const { name, text } = await download(page, 'Add to calendar')
    expect(name).toBe('offprint-reminder.ics')
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')
    if (!component) throw new Error('there is no event')
    expect(new ICAL.Event(component).startDate.toString()).toMatch(/T07:30:00$/)
    expect(String(component.getFirstPropertyValue('rrule'))).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')
    await page.context().close()
  })

  it('is a feed that lies where the sheet says, and leads back into the app', async () => {
    const page = await arrive()
    await button(page, 'Feed').click()
    const address = sheet(page).getByLabel('Its address')
    expect(await address.inputValue()).toBe(`${app.host.url}corpus/daily.xml`)
    await sheet(page).getByLabel('What it holds').selectOption('All papers')
    const url = await address.inputValue()
    const text = await (await fetch(url)).text()
    // In a page of its own: the app lets no text become a document.
    const reader = await app.browser.newPage()
    const feed = await reader.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml')
      return {
        broken: document.querySelector('parsererror')?.textContent ?? null,
        entries: document.querySelectorAll('entry').length,
        first: document.querySelector('entry link[rel=alternate]')?.getAttribute('href') ?? '',
      }
    }, text)
    await reader.close()
    expect(feed).toMatchObject({ broken: null, entries: 198 })
    await page.goto(new URL(feed.first, url).href)
    await page.getByRole('region', { name: 'Abstract' }).waitFor()
    await page.context().close()
  })

  it('is found by a reader of feeds that is given the address of the app', async () => {
    const page = await arrive()
    const found = await page
      .locator('link[type="application/atom+xml"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
    expect(found).toEqual([`${app.host.url}corpus/feed.xml`, `${app.host.url}corpus/daily.xml`])
    await page.context().close()
  })
})

describe.each(['light', 'dark'] as const)('the sheets, %s', (colorScheme) => {
  it.each(['Remind me', 'Feed', 'More formats', 'Subscribe'])('%s', async (name) => {
    const page = await arrive({ colorScheme })
    await button(page, name).click()
    await sheet(page).getByRole('heading', { level: 3 }).first().waitFor()
    expect(await accessFaults(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.context().close()
  })
})
