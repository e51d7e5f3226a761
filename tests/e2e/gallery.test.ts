/** Every view in every state, light and dark: nothing for axe to find, one heading, nothing wider than the screen. */
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL, bringAbout, MAIN, STATES, type State } from '../shots/scenes.ts'
import { launchBrowser, PHONE } from '../support/browser.ts'
import { Host } from '../support/host.ts'

/** A window of 1280 px zoomed to 400 %. */
const ZOOMED = { width: 320, height: 640 }
const SOME_PAPER = '2h9kvrpb2h'

let browser: Browser
let host: Host

beforeAll(async () => {
  host = await new Host('dist').start()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const script = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' '))))`
  return page.evaluate<readonly string[]>(script)
}

async function show(page: Page, hash: string, state: State): Promise<void> {
  // A fresh start each time, so that what is judged is never the view before.
  await page.goto('about:blank')
  await page.goto(host.url + hash)
  await page.locator('main h1').waitFor()
  if (state === 'papers') await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'))
  // Entries that fade in have half their contrast until they are there.
  await page.waitForFunction(() => document.getAnimations().every(({ effect }) => effect?.getTiming().iterations !== 1))
}

const scenes = STATES.filter((state) => state !== 'offline').flatMap((state) =>
  (['light', 'dark'] as const).map((scheme) => ({ state, scheme, views: state === 'papers' ? ALL : MAIN })),
)

describe.each(scenes)('$state, $scheme', ({ state, scheme, views }) => {
  let page: Page
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: PHONE, colorScheme: scheme, serviceWorkers: 'block' })
    await bringAbout(state, context)
    page = await context.newPage()
  })
  afterAll(() => page.context().close())

  it.each(views)('$name', async ({ hash }) => {
    await show(page, hash.replace('{id}', SOME_PAPER), state)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await faults(page)).toEqual([])
    await page.setViewportSize(ZOOMED)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(ZOOMED.width)
    await page.setViewportSize(PHONE)
  })
})
