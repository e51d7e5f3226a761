/** Swiping an entry of the edition, with a finger on a phone. */
import type { CDPSession, Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'

const app = appUnderTest()
let page: Page
let fingers: CDPSession
beforeEach(async () => {
  page = await app.visit('', { viewport: PHONE, hasTouch: true, isMobile: true })
  fingers = await page.context().newCDPSession(page)
  await page.getByRole('button', { name: 'Finish' }).waitFor()
  // The code of swiping comes when nothing else is to be done.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/swipe-')),
  )
  await page.waitForTimeout(100)
})

const first = () => page.getByRole('article').first()
const pressed = (name: string) => first().getByRole('button', { name, exact: true }).getAttribute('aria-pressed')

/** Moves a finger from the middle of an element by so many CSS pixels, in steps, and lets go unless told to hold. */
async function move(element: Locator, by: { x?: number; y?: number }, hold = false): Promise<void> {
  const box = await element.boundingBox()
  if (!box) throw new Error('It is not in view.')
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: from.x + (by.x ?? 0) * part, y: from.y + (by.y ?? 0) * part, id: 1 }],
    })
  await touch('touchStart', 0)
  for (let step = 1; step <= 10; step++) await touch('touchMove', step / 10)
  if (!hold) await touch('touchEnd', 1)
}

const reason = () => first().locator('.reason')

describe('a finger on an entry', () => {
  it.each([
    { way: 'to the right', by: { x: 130 }, saved: 'true', done: 'false' },
    { way: 'to the left', by: { x: -130 }, saved: 'false', done: 'true' },
    { way: 'a little to the right', by: { x: 60 }, saved: 'false', done: 'false' },
    { way: 'down', by: { y: 200, x: 40 }, saved: 'false', done: 'false' },
  ])('$way: saved $saved, done $done', async ({ by, saved, done }) => {
    await move(reason(), by)
    if (saved === 'true' || done === 'true') await page.getByRole('button', { name: 'Undo' }).waitFor()
    else await page.waitForTimeout(300)
    expect([await pressed('Save'), await pressed('Done')]).toEqual([saved, done])
    expect(await first().getAttribute('data-swipe')).toBeNull()
  })
  it('shows what letting go will do, moves nothing else, and a second swipe does not take it back', async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    await move(reason(), { x: 130 }, true)
    expect(await first().getAttribute('data-swipe')).toBe('Save')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await move(reason(), { x: 130 })
    await page.waitForTimeout(300)
    expect(await pressed('Save')).toBe('true')
  })
  it('follows a link when it only taps', async () => {
    await first().getByRole('heading').getByRole('link').tap()
    await page.getByRole('region', { name: 'Abstract' }).waitFor()
  })
})
