/** Paper in a real browser: what it shows, the way through a list, and addresses of papers that are not here. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { DESKTOP } from '../support/browser.ts'
import { WITH_CLIPBOARD } from '../support/library-moves.ts'
import { accessFaults, answered, button, results, said, searchBox, sheet } from '../support/on-page.ts'

const app = appUnderTest()

const visit = (hash: string, options: BrowserContextOptions = {}) => app.visit(hash, { ...WITH_CLIPBOARD, ...options })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function openFirst(page: Page): Promise<string> {
  const title = await results(page).first().getByRole('heading').innerText()
  await results(page).first().getByRole('heading').getByRole('link').click()
  await page.getByRole('region', { name: 'Abstract' }).waitFor()
  return title
}

describe('a paper of an edition', () => {
  it('leads on through the edition, and Back leads to it', async () => {
    const page = await visit('#/')
    const titles = page.getByRole('article').locator('h3 a')
    await titles.nth(11).waitFor()
    const addresses = await titles.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    await titles.nth(1).click()
    await page.getByText('2 of 12', { exact: true }).waitFor()
    await page.getByRole('link', { name: /^Next/ }).click()
    await page.getByText('3 of 12', { exact: true }).waitFor()
    expect(await page.evaluate(() => location.hash)).toBe(addresses[2])
    await page.goBack()
    await page.waitForFunction(() => location.hash === '#/')
  })
})

describe('a paper of what the reader saved', () => {
  it.each(['is=saved', 'sort=saved', 'q=is%3Asaved'])('leads on through %s, also after a reload', async (asked) => {
    const page = await visit('#/browse')
    const rows = ['1', '3'].map((place) => page.locator(`[aria-posinset="${place}"]`))
    for (const row of rows) {
      await row.getByRole('button', { name: 'Save', exact: true }).click()
      await row.getByRole('button', { name: 'Save', exact: true, pressed: true }).waitFor()
    }
    await page.goto(new URL(`#/browse?${asked}`, page.url()).href)
    await page.waitForFunction((to) => location.hash === `#/browse?${to}`, asked)
    await answered(page)
    await openFirst(page)
    const of = asked === 'sort=saved' ? 198 : 2
    await page.getByText(`1 of ${String(of)}`, { exact: true }).waitFor()
    await page.reload()
    await page.getByText(`1 of ${String(of)}`, { exact: true }).waitFor()
    await page.getByRole('link', { name: /^Next/ }).click()
    await page.getByText(`2 of ${String(of)}`, { exact: true }).waitFor()
  })
})

describe('a paper', () => {
  it('shows title, abstract and facts, names the tab, and takes the focus', async () => {
    const page = await visit('#/browse?q=radar')
    const title = await openFirst(page)
    expect(await heading(page).innerText()).toBe(title)
    expect(await page.title()).toBe(`${title} · Offprint`)
    expect(await heading(page).evaluate((h1) => h1 === document.activeElement)).toBe(true)
    expect(await page.getByRole('region', { name: 'Abstract' }).locator('mark').count()).toBeGreaterThan(0)
    const open = page.getByRole('link', { name: /^(Open|Find on arXiv)$/ })
    expect(await open.getAttribute('href')).toMatch(/^https:\/\//)
    expect(await open.getAttribute('rel')).toBe('noopener noreferrer')
  })
  it('has its mathematics set', async () => {
    const page = await visit('#/browse?sort=title&q=instruction+curation')
    await results(page).getByRole('link').filter({ hasText: 'Align' }).first().click()
    await heading(page).locator('math').waitFor()
    expect(await heading(page).innerText()).not.toContain('$')
  })
  it('is passed on by a link that carries its title', async () => {
    const page = await visit('#/browse?q=radar')
    const title = await openFirst(page)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('Link copied').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URLSearchParams(link.slice(link.indexOf('?'))).get('t')).toBe(title)
  })
})

describe('a citation', () => {
  it('is copied in three formats, and says what the source does', async () => {
    const page = await visit('#/browse?q=radar')
    const title = await openFirst(page)
    await button(page, 'More').click()
    await button(sheet(page), 'Cite').click()
    for (const label of ['BibTeX', 'RIS', 'CSL-JSON']) {
      await button(sheet(page), label).click()
      await said(page, `${label} copied`)
      const text = await page.evaluate(() => navigator.clipboard.readText())
      expect(text).toContain(title)
      expect(text).not.toMatch(/author|year|^(AU|PY) {2}-/im)
      const shown = await sheet(page).getByRole('textbox', { name: label }).inputValue()
      expect(shown).toBe(text.replaceAll('\r\n', '\n'))
    }
    expect(await accessFaults(page)).toEqual([])
  })

  it('stands selected where the browser refuses to copy, and of an unknown paper has its title', async () => {
    const page = await visit('#/paper/nowhere?t=A+paper+of+tomorrow')
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await button(page, 'More').click()
    await button(sheet(page), 'Cite').click()
    await button(sheet(page), 'BibTeX').click()
    await said(page, 'The browser refused to copy. The text is selected')
    const selected = await page.evaluate(() => getSelection()?.toString())
    expect(selected).toMatch(/^@misc\{[^,]+,\n {2}title = \{\{A paper of tomorrow\}\},\n\}\n$/)
  })
})

describe('the neighbours', () => {
  it('are those of the list, and Back leads to the list', async () => {
    const page = await visit('#/browse?q=pipeline')
    await results(page).nth(1).waitFor()
    const [first, second] = (await results(page).getByRole('heading').allInnerTexts()).slice(0, 2)
    await openFirst(page)
    await page.getByText(/^1 of \d+$/).waitFor()
    await page.getByRole('link', { name: /^Next/ }).click()
    await page.waitForFunction((title) => document.querySelector('h1')?.innerText === title, second)
    await page.getByText(/^2 of \d+$/).waitFor()
    await page.keyboard.press('k')
    await page.waitForFunction((title) => document.querySelector('h1')?.innerText === title, first)
    await page.goBack()
    await page.waitForFunction(() => location.hash === '#/browse?q=pipeline')
  })
})

describe('similar papers', () => {
  const similar = (page: Page) => page.getByRole('region', { name: 'Similar papers' })
  const links = (page: Page) => similar(page).getByRole('list', { name: 'Similar papers' }).getByRole('link')

  it('are eight, each with words of both, and lead on through one another and back', async () => {
    const page = await visit('#/browse?q=zero+bubble+pipeline')
    const title = await openFirst(page)
    await links(page).nth(7).waitFor()
    expect(await links(page).count()).toBe(8)
    const own = (await page.locator('article').innerText()).toLowerCase()
    const reason = (await similar(page).getByRole('listitem').first().getByRole('paragraph').innerText()).split(': ')
    expect(reason[0]).toBe('both')
    for (const term of (reason[1] ?? '').split(', ')) expect(own).toContain(term.toLowerCase())
    const [, second, third] = await links(page).allInnerTexts()
    await links(page).nth(1).click()
    await page.getByText('2 of 8', { exact: true }).waitFor()
    expect(await heading(page).innerText()).toBe(second)
    await page.getByRole('link', { name: /^Next/ }).click()
    await page.waitForFunction((next) => document.querySelector('h1')?.innerText === next, third)
    await page.getByRole('link', { name: 'Similar papers' }).click()
    await page.waitForFunction((first) => document.querySelector('h1')?.innerText === first, title)
  })
  it('are there offline, once they were fetched', async () => {
    const page = await visit('#/browse?q=radar', { serviceWorkers: 'allow' })
    await openFirst(page)
    await links(page).first().waitFor()
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
    await page.getByText('Ready offline').waitFor()
    await page.context().setOffline(true)
    await page.reload()
    await links(page).nth(7).waitFor()
  })
  it.each(['basis', 'vectors'])('say so where the %s cannot be had, and all else works', async (name) => {
    const context = await app.browser.newContext({ viewport: DESKTOP, serviceWorkers: 'block' })
    await context.route(new RegExp(`/${name}-[^/]*\\.bin$`), (route) => route.abort())
    const page = await context.newPage()
    await page.goto(app.at('#/browse?q=radar'))
    await openFirst(page)
    await similar(page).getByText('is not on this device').waitFor()
    await context.unroute(new RegExp(`/${name}-[^/]*\\.bin$`))
    await similar(page).getByRole('button', { name: 'Try again' }).click()
    await links(page).nth(7).waitFor()
  })
})

describe('a paper that is not here', () => {
  it('shows the title of the address, look-ups and a search', async () => {
    const page = await visit('#/paper/nowhere?t=A+Paper+of+Tomorrow')
    await page.getByRole('heading', { level: 1, name: 'A Paper of Tomorrow' }).waitFor()
    await page.getByRole('link', { name: 'Find on arXiv' }).waitFor()
    expect(await searchBox(page).inputValue()).toBe('A Paper of Tomorrow')
  })
  it('says so where the address has no title', async () => {
    const page = await visit('#/paper/nowhere')
    await page.getByRole('heading', { level: 1, name: 'This paper is not on this device' }).waitFor()
  })
})
