/** The disk is full while papers are saved: what is shown as saved is kept, the rest is said, and comes once there is room. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import { button, results } from '../support/on-page.ts'
import type { Profile } from '../support/library-site.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { withProfile } from './library-lab.ts'
import { searches, TROUBLE } from './refusal.ts'
import { noSmallDisk, withSmallDisk } from './small-disk.ts'

export const fullDisk: FaultClass = {
  name: 'full-disk',
  title: 'the disk of the profile is full while the reader saves; then there is room again',
  sees: 'what could not be kept, with Try again, which keeps it once there is room; what was saved is there',
  quick: [0, 1],
  long: 20,
  absent: noSmallDisk,
  trial,
}

/** A profile with the app and its papers takes some 40. */
const MEGABYTES = 120
/** Saves until a full disk is felt: the browser has some room of its own. */
const MOST = 15
/** High enough for the rows of all of them, which are drawn where they are in view. */
const TALL = { width: 390, height: 9_000 }

/** With odd seeds the browser also ends while the disk is full. */
async function trial(seed: number): Promise<Tally> {
  const random = seeded(seed)
  const before = 1 + Math.floor(random() * 4)
  await using host = await new Host('dist').start()
  const visit = async (profile: Profile): Promise<Page> => {
    const page = await profile.visit(`${host.url}#/browse?q=video`)
    await page.setViewportSize(TALL)
    return page
  }
  let tried = before
  await withSmallDisk(
    (disk) =>
      withProfile(async (profile) => {
        let page = await visit(profile)
        await untilReadyOffline(page)
        for (let row = 0; row < before; row++) assert.equal(await saves(page, row), 'kept')
        // The second copy is made after a second of quiet.
        await page.waitForTimeout(2_000 + 2_000 * random())
        await disk.fill()
        while ((await saves(page, tried)) === 'kept') assert.ok(++tried < MOST, 'all of it was kept')
        await isForEveryone(page, 'full-disk')
        await searches(page)
        if (seed % 2 === 1) {
          page = await again(profile, visit)
          await searches(page)
        }
        await disk.free()
        await untilKeeping(page)
        await page.waitForTimeout(1_000)
        page = await again(profile, visit)
        const kept = seed % 2 === 1 ? tried : tried + 1
        for (let row = 0; row < kept; row++) await pressed(page, row).waitFor()
      }, disk.folder),
    MEGABYTES,
  )
  return { saves: tried + 1 }
}

/** The browser ends as it does when its device goes off, and starts. */
async function again(profile: Profile, visit: (profile: Profile) => Promise<Page>): Promise<Page> {
  await profile.kill()
  await profile.start()
  return visit(profile)
}

/** There is room again, and the reader says so where the app says that there is none. */
async function untilKeeping(page: Page): Promise<void> {
  const trouble = page.getByText(TROUBLE)
  if (await trouble.isVisible()) await button(page, 'Try again').click()
  await trouble.waitFor({ state: 'detached', timeout: 10_000 })
}

const pressed = (page: Page, row: number): Locator =>
  results(page).nth(row).getByRole('button', { name: 'Save', pressed: true })

async function saves(page: Page, row: number): Promise<'kept' | 'told'> {
  await button(results(page).nth(row), 'Save').click()
  const either = pressed(page, row).or(page.getByText(TROUBLE))
  await either.first().waitFor({ timeout: 15_000 })
  return (await page.getByText(TROUBLE).isVisible()) ? 'told' : 'kept'
}
