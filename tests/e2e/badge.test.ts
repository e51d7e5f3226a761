/** The number on the icon of the installed app, as the browser is told it. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { button } from '../support/on-page.ts'

const app = appUnderTest()

/** Runs in the page before it starts: an installed app, whose icon notes the numbers it is given. */
function install(installed: boolean): void {
  const numbers: number[] = []
  Object.assign(window, { numbers })
  Object.assign(navigator, {
    setAppBadge: (left: number) => {
      numbers.push(left)
      return Promise.resolve()
    },
  })
  const ask = window.matchMedia.bind(window)
  window.matchMedia = (query) => ask(query.includes('standalone') && installed ? 'all' : query)
}

async function open(installed: boolean): Promise<Page> {
  const page = await (await app.browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.addInitScript(install, installed)
  await page.goto(app.at('#/'))
  await button(page, 'Finish').waitFor()
  return page
}

const numbers = (page: Page) => page.evaluate<readonly number[]>('numbers')
const last = async (page: Page) => (await numbers(page)).at(-1)

describe('the icon', () => {
  it('counts the papers of today that are left, and none once they are finished', async () => {
    const page = await open(true)
    await expect.poll(() => last(page)).toBe(12)
    await page.getByRole('article').first().getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => last(page)).toBe(11)
    await button(page, 'Undo').click()
    await expect.poll(() => last(page)).toBe(12)
    await button(page, 'Finish').click()
    await expect.poll(() => last(page)).toBe(0)
  })
  it('is left alone where the app is not installed', async () => {
    const page = await open(false)
    await page.getByRole('article').first().getByRole('button', { name: 'Save' }).click()
    await button(page, 'Undo').waitFor()
    expect(await numbers(page)).toEqual([])
  })
})
