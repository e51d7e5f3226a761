/** An edition in a reader's hands: topics, keys, rules and the end, in a real browser. */
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'

const noon = (day: string): Date => new Date(`${day}T12:00:00`)

const app = appUnderTest()
let page: Page
beforeEach(async () => {
  const context = await app.browser.newContext({ viewport: PHONE, serviceWorkers: 'block', reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.clock.setFixedTime(noon('2026-11-22'))
  await page.goto(app.at(''))
  await page.getByRole('button', { name: 'Finish' }).waitFor()
})
afterEach(() => page.context().close())

const titles = () => page.getByRole('article').getByRole('heading').allInnerTexts()
const save = async (at: number) => {
  await page.getByRole('article').nth(at).getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}

describe('the first edition', () => {
  it('asks for topics after the third entry; a tap chooses the rest anew, and can be undone', async () => {
    const before = await titles()
    const topics = page.getByRole('form', { name: 'Which of these are yours?' }).getByRole('button')
    expect(await topics.count()).toBe(8)
    await save(6)
    await topics.nth(1).click()
    await page.getByText('More of').waitFor()
    const after = await titles()
    expect([after.length, after.slice(0, 3)]).toEqual([12, before.slice(0, 3)])
    expect(after).toContain(before[6])
    expect(after).not.toEqual(before)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(titles).toEqual(before)
  })
  it('asks no more once it is finished', async () => {
    await page.getByRole('button', { name: 'Finish' }).click()
    await page.getByRole('heading', { level: 1, name: 'That is all for today' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Finish' }).waitFor()
    expect(await page.getByText('Which of these are yours?').count()).toBe(0)
  })
})

describe('an edition', () => {
  it('is gone through with j and k', async () => {
    const all = await titles()
    const focused = () => page.evaluate(() => document.activeElement?.textContent.trim())
    for (const [key, at] of [
      ['j', 0],
      ['j', 1],
      ['j', 2],
      ['k', 1],
    ] as const) {
      await page.keyboard.press(key)
      expect(await focused()).toBe(all[at])
    }
    await page.keyboard.press('s')
    await page.getByText('1 of 12 read, saved or put aside').first().waitFor()
    await page.keyboard.press('o')
    await page.getByRole('heading', { level: 1, name: all[1] ?? '' }).waitFor()
  })
  it('ends with what was saved, when the next comes, and a link for another device', async () => {
    const all = await titles()
    await save(1)
    await save(3)
    await page.getByRole('button', { name: 'Finish' }).click()
    await page.getByRole('heading', { name: 'What you saved' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/digest/2026-11-22/finished')
    const saved = page.getByRole('region', { name: 'What you saved' }).getByRole('listitem')
    expect(await saved.allInnerTexts()).toEqual([all[1], all[3]])
    await page.getByText('Tomorrow, Monday 23 Nov').waitFor()
    await page.getByRole('button', { name: 'Send today’s 2 to another device' }).waitFor()
  })
  it('shows what other rules would make of it before they are kept', async () => {
    const before = await titles()
    await page.getByRole('button', { name: 'Rules' }).click()
    await page.getByRole('slider').fill('5')
    const preview = page.getByRole('region', { name: 'Today’s edition would be' }).getByRole('listitem')
    await expect.poll(() => preview.count()).toBe(5)
    expect(await titles()).toEqual(before)
    await page.getByRole('radio', { name: 'Once a week' }).check()
    await page.getByText('the next comes on Monday 23 Nov').waitFor()
    await page.getByRole('button', { name: 'Keep these rules' }).click()
    await expect.poll(async () => (await titles()).length).toBe(5)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'edition 1 of 40' }).waitFor()
  })
  it('stays in the list of editions, and opens by its day', async () => {
    const first = await titles()
    await save(0)
    await page.clock.setFixedTime(noon('2026-11-23'))
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'edition 2 of' }).waitFor()
    await page.getByRole('link', { name: 'All editions' }).click()
    const rows = page.getByRole('list', { name: 'Editions' }).getByRole('listitem')
    await expect.poll(() => rows.count()).toBe(2)
    expect(await rows.nth(1).innerText()).toContain('and eleven more · 1 saved · 11 left')
    await rows.nth(1).getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Offprint of 22 Nov' }).waitFor()
    expect(await titles()).toEqual(first)
    await page.goto(app.at('#/digest/2026-11-20'))
    await page.getByRole('link', { name: 'After it: 22 Nov' }).waitFor()
  })
})
