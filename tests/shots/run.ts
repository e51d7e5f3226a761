/** Takes pictures of the built app in the Chromium of this machine. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as v from 'valibot'
import { DESKTOP, launchBrowser, PHONE } from '../support/browser.ts'
import { withApp } from '../support/built-app.ts'
import { ALL, bringAbout, MAIN, STATES, type Scene, type State } from './scenes.ts'

const SCREENS = {
  phone: { viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: DESKTOP, deviceScaleFactor: 1 },
} as const
const SCHEMES = ['light', 'dark'] as const
/** A morning on the day the corpus was taken. */
const NOW = new Date('2026-11-22T08:00:00')

/** The main views, light and dark, on a phone and a desktop. */
export async function takeShots(folder: string): Promise<void> {
  await takeAll(folder, MAIN, ['papers'], 'jpeg')
}

/** Every view in every state. */
export async function takeGallery(folder: string): Promise<void> {
  await takeAll(folder, ALL, STATES, 'png')
}

async function takeAll(
  folder: string,
  scenes: readonly Scene[],
  states: readonly State[],
  type: 'jpeg' | 'png',
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await withApp(async ({ url }) => {
    const browser = await launchBrowser()
    try {
      for (const [screen, look] of Object.entries(SCREENS))
        for (const colorScheme of SCHEMES)
          for (const state of states) {
            const shown = state === 'papers' ? '' : `-${state}`
            const ending = type === 'jpeg' ? 'jpg' : 'png'
            const shoot = async (page: Page, { name }: Scene): Promise<void> => {
              const path = join(folder, `${screen}-${name}-${colorScheme}${shown}.${ending}`)
              await page.screenshot({ path, ...(type === 'jpeg' ? { type, quality: 75 } : { type }) })
            }
            await takeInOneVisit(browser, url, { ...look, colorScheme }, state, scenes, shoot)
          }
    } finally {
      await browser.close()
    }
  })
}

type Look = NonNullable<Parameters<Browser['newContext']>[0]>

async function takeInOneVisit(
  browser: Browser,
  url: string,
  look: Look,
  state: State,
  scenes: readonly Scene[],
  shoot: (page: Page, scene: Scene) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' })
  await context.clock.setFixedTime(NOW)
  await bringAbout(state, context)
  if (state === 'offline') await visitThenCutNetwork(context, url)
  for (const scene of scenes) {
    const page = await context.newPage()
    await page.goto(url + scene.hash.replace('{id}', firstPaperId()))
    await settle(page)
    await shoot(page, scene)
    await page.close()
  }
  await context.close()
}

async function visitThenCutNetwork(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByText('Ready offline', { exact: true }).first().waitFor({ state: 'attached', timeout: 20_000 })
  await context.setOffline(true)
  await page.close()
}

/** Waits until nothing comes any more: heading, fonts, papers or the words that they do not come. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(700)
}

/** The first paper of the source page. */
function firstPaperId(): string {
  const [first] = v.parse(
    v.tupleWithRest([v.string()], v.string()),
    JSON.parse(readFileSync('tests/golden/ids.json', 'utf8')),
  )
  return first
}
