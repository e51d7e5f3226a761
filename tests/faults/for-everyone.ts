/** What the app says in trouble is for every reader: nothing for axe to find, light and dark, no wider than 320 px, each button within reach of the Tab key. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PHONE, ZOOMED } from '../support/browser.ts'
import { accessFaults } from '../support/on-page.ts'

/** Where the app says such things; notices that pass by themselves are not among them. */
const SAID = ['.banner', '[role=alert]', '.boot'].map((place) => `${place} button`).join()
/** More than there are before the last of them. */
const TABS = 150

const seen = new Set<string>()
let folder: string | null = null

/** From here on a picture of each state is put into a folder. */
export function picturesInto(given: string): void {
  mkdirSync(given, { recursive: true })
  folder = given
}

/** Looks at a state once a run, whichever trial comes to it first; `state` names its picture. */
export async function isForEveryone(page: Page, state: string): Promise<void> {
  if (seen.has(state)) return
  seen.add(state)
  await page.setViewportSize(PHONE)
  await page.evaluate((said) => {
    scrollTo(0, 0)
    // What stands further down comes into view; what does already stays.
    document.querySelector(said)?.scrollIntoView({ block: 'nearest' })
  }, SAID)
  if (folder !== null) await page.screenshot({ path: join(folder, `${state}.png`) })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await accessFaults(page), [], `axe: ${state}, ${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(ZOOMED)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `too wide: ${state}`)
  await page.setViewportSize(PHONE)
  const buttons = await page.locator(SAID).filter({ visible: true }).allInnerTexts()
  const reached = await tabThrough(page, buttons.length)
  assert.deepEqual(
    buttons.filter((button) => !reached.includes(button)),
    [],
    `out of reach of the Tab key: ${state}`,
  )
}

async function tabThrough(page: Page, wanted: number): Promise<readonly string[]> {
  // Focus on the page itself: the next Tab goes to the first that can have it.
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const reached: string[] = []
  for (let tab = 0; tab < TABS && reached.length < wanted; tab++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate((said) => {
      const at = document.activeElement
      return at instanceof HTMLElement && at.matches(said) ? at.innerText : null
    }, SAID)
    if (text !== null) reached.push(text)
  }
  return reached
}
