/** The query language in a real browser: what runs, what is said of the rest, completion by keys, and the help sheet. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { DESKTOP, PHONE } from '../support/browser.ts'
import { accessFaults, answered, found, results, searchBox } from '../support/on-page.ts'

const app = appUnderTest()

async function visit(hash: string, viewport: { width: number; height: number } = DESKTOP): Promise<Page> {
  const page = await app.visit(hash, { viewport })
  await answered(page)
  return page
}

const options = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
const total = async (page: Page): Promise<number> => {
  await answered(page)
  return Number.parseInt(await found(page))
}

describe('a query', () => {
  it('typed finds what ticking finds, and counts', async () => {
    const ticked = await total(await visit('#/browse?kind=survey&code=link'))
    const page = await visit('#/browse')
    await searchBox(page).fill('kind:survey code：link ')
    expect(await total(page)).toBe(ticked)
    expect(await total(await visit('#/browse?q=kind:survey&code=link'))).toBe(ticked)
  })
  it('of a phrase, a minus and brackets holds for each result', async () => {
    const page = await visit('#/browse?q=' + encodeURIComponent('"pipeline parallelism" -(bubble OR bubbles)'))
    expect(await total(page)).toBeGreaterThan(0)
    const marks = await results(page).locator('mark').allInnerTexts()
    expect(marks.length).toBeGreaterThan(0)
    for (const mark of marks) expect(mark).toMatch(/pipeline\s+parallelism/i)
    for (const text of await results(page).allInnerTexts()) expect(text).not.toMatch(/bubble/i)
  })
  it('knows what is saved, and follows it', async () => {
    const page = await visit('#/browse?q=radar')
    const save = results(page).first().getByRole('button', { name: /^Save/ })
    await save.click()
    await page.getByText('Saved to To read').first().waitFor()
    await searchBox(page).fill('is:saved')
    await expect.poll(() => total(page)).toBe(1)
    await save.click()
    await expect.poll(() => total(page)).toBe(0)
    expect(await accessFaults(page)).toEqual([])
  })
  it.each([
    ['flow kind:poem', 'kind:poem', 'is no value of kind:'],
    ['flow author:hinton', 'author:hinton', 'come without authors'],
    ['flow list:nowhere', 'list:nowhere', 'no list called'],
    ['(flow', '(', 'closing bracket is missing'],
    ['flow OR', 'OR', 'on both sides'],
    ['"flow', '"flow', 'closing quote is missing'],
  ])('that is broken, %s, runs as far as it can be read, and says so', async (text, underlined, sentence) => {
    const page = await visit('#/browse')
    await searchBox(page).pressSequentially(text)
    await page.locator('u').filter({ hasText: underlined }).waitFor()
    expect(await page.locator('p', { has: page.locator('u') }).innerText()).toContain(sentence)
    expect(await total(page)).toBeGreaterThan(0)
    expect(await total(page)).toBeLessThan(198)
    expect(await accessFaults(page)).toEqual([])
  })
})

describe('completion', () => {
  it('offers names, then values, by keys; the search follows', async () => {
    const page = await visit('#/browse')
    await searchBox(page).pressSequentially('-ki')
    await options(page).waitFor()
    expect(await accessFaults(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await searchBox(page).getAttribute('aria-activedescendant')).toBe(await options(page).getAttribute('id'))
    await page.keyboard.press('Tab')
    expect(await searchBox(page).inputValue()).toBe('-kind:')
    await page.keyboard.type('dat')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await searchBox(page).inputValue()).toBe('-kind:dataset ')
    expect(await page.getByRole('listbox').count()).toBe(0)
    const datasets = await total(await visit('#/browse?kind=dataset'))
    expect(await total(page)).toBe(198 - datasets)
    await page.waitForFunction(() => location.hash === '#/browse?q=-kind%3Adataset+')
  })
  it('leaves words alone: Enter searches, Escape closes, Tab leaves', async () => {
    const page = await visit('#/browse')
    await searchBox(page).pressSequentially('ti')
    await options(page).waitFor()
    await page.keyboard.press('Escape')
    expect(await options(page).count()).toBe(0)
    expect(await searchBox(page).evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('t')
    await options(page).waitFor()
    await page.keyboard.press('Enter')
    expect(await searchBox(page).inputValue()).toBe('tit')
    await page.keyboard.press('Tab')
    expect(await searchBox(page).evaluate((input) => input === document.activeElement)).toBe(false)
  })
  it('takes a tap', async () => {
    const page = await visit('#/browse', PHONE)
    await searchBox(page).pressSequentially('code:')
    await options(page).filter({ hasText: 'promised' }).click()
    expect(await searchBox(page).inputValue()).toBe('code:promised ')
    expect(await total(page)).toBe(await total(await visit('#/browse?code=promised')))
  })
})

describe('the help sheet', () => {
  it.each([DESKTOP, PHONE])('opens by its button and by ?, and its examples run', async (viewport) => {
    const page = await visit('#/browse', viewport)
    await page.getByRole('button', { name: 'Help' }).click()
    const sheet = page.getByRole('dialog', { name: 'How to search' })
    await sheet.waitFor()
    expect(await accessFaults(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Close' }).click()
    await sheet.waitFor({ state: 'detached' }) // it goes a task after the tap
    await page.keyboard.press('?')
    await sheet.waitFor()
    await sheet.getByRole('link', { name: 'kind:survey' }).click()
    await page.waitForFunction(() => location.hash === '#/browse?q=kind%3Asurvey')
    expect(await searchBox(page).inputValue()).toBe('kind:survey')
    expect(await total(page)).toBe(await total(await visit('#/browse?kind=survey')))
    expect(await sheet.isVisible()).toBe(false)
  })
})
