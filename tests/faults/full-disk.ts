/** The disk is full while papers are saved: what is shown as saved is kept, the rest is said, and comes once there is room. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import { button, results, searchBox } from '../support/on-page.ts'
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
  title:
    'the disk of the profile is full while the reader saves, in every second trial also while the browser starts anew; then there is room again',
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
/** It finds more than are saved. */
const SEARCH = 'model'
/** High enough for the rows of all of them, which are drawn where they are in view. */
const TALL = { width: 390, height: 9_000 }

/** Milliseconds in which the second copy is made. */
const QUIET = 2_000

/** With odd seeds the browser also ends while the disk is full, and starts. */
async function trial(seed: number): Promise<Tally> {
  const random = seeded(seed)
  const before = 1 + Math.floor(random() * 4)
  const quiet = QUIET + 2_000 * random()
  await using host = await new Host('dist').start()
  let saves = 0
  await withSmallDisk(
    (disk) =>
      withProfile(async (profile) => {
        const reader = await Reader.arrive(profile, host)
        await untilReadyOffline(reader.page)
        for (let first = 0; first < before; first++) assert.equal(await reader.saves(), 'kept')
        await reader.page.waitForTimeout(quiet)
        await disk.fill()
        await reader.savesUntilTold()
        await isForEveryone(reader.page, 'full-disk')
        await searches(reader.page)
        if (seed % 2 === 1) {
          reader.forgets() // what it said is not kept goes with the browser
          await reader.restarts()
          await disk.fill() // Chromium drops old logs as it opens its databases, and has room again
          await reader.savesUntilTold()
          await searches(reader.page)
        }
        await disk.free()
        await reader.triesAgain()
        await reader.restarts()
        saves = reader.row
      }, disk.folder),
    MEGABYTES,
  )
  return { saves }
}

/** Saves row after row of one search. */
class Reader {
  page: Page
  /** The next to be saved. */
  row = 0
  readonly #profile: Profile
  readonly #host: Host
  /** Rows that are kept, or are once there is room. */
  #mine: number[] = []

  private constructor(profile: Profile, host: Host, page: Page) {
    this.#profile = profile
    this.#host = host
    this.page = page
  }

  static async arrive(profile: Profile, host: Host): Promise<Reader> {
    return new Reader(profile, host, await visit(profile, host))
  }

  async saves(): Promise<'kept' | 'told'> {
    await button(results(this.page).nth(this.row), 'Save').click()
    this.#mine.push(this.row)
    const either = pressed(this.page, this.row++).or(this.page.getByText(TROUBLE))
    await either.first().waitFor({ timeout: 15_000 })
    return (await this.page.getByText(TROUBLE).isVisible()) ? 'told' : 'kept'
  }

  async savesUntilTold(): Promise<void> {
    const last = this.row + MOST
    while ((await this.saves()) === 'kept') assert.ok(this.row < last, 'all of it was kept')
  }

  forgets(): void {
    this.#mine.pop()
  }

  /** There is room again, and the reader says so wherever the app says that there is none. */
  async triesAgain(): Promise<void> {
    await this.page.setViewportSize(TALL)
    await searchBox(this.page).fill(SEARCH)
    const trouble = this.page.getByText(TROUBLE)
    const again = button(this.page, 'Try again')
    const kept = pressed(this.page, this.row - 1)
    let calm = 0
    for (let tries = 0; calm < 2; tries++) {
      assert.ok(tries < 10, 'it is not kept, however often it is tried')
      await kept.or(trouble).first().waitFor()
      calm = (await trouble.isVisible()) ? 0 : calm + 1
      // It may go under the hand: what was refused once is tried a second time unasked. And it may come once more:
      // Chromium drops what it had taken when it opens the database anew.
      if (calm === 0) await again.click({ timeout: 2_000 }).catch(() => undefined)
      await this.page.waitForTimeout(QUIET)
    }
    await kept.waitFor()
    await trouble.waitFor({ state: 'detached' })
    await this.page.waitForTimeout(QUIET)
  }

  /** The browser ends as it does when its device goes off, and starts: all is there. */
  async restarts(): Promise<void> {
    await this.#profile.kill()
    await this.#profile.start()
    this.page = await visit(this.#profile, this.#host)
    for (const row of this.#mine) await pressed(this.page, row).waitFor()
  }
}

async function visit(profile: Profile, host: Host): Promise<Page> {
  const page = await profile.visit(`${host.url}#/browse?q=${SEARCH}`)
  await page.setViewportSize(TALL)
  return page
}

const pressed = (page: Page, row: number): Locator =>
  results(page).nth(row).getByRole('button', { name: 'Save', pressed: true })
