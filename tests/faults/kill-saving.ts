/** The whole browser is killed while papers are saved: what was said to be kept is there, and no save is half there. */
import assert from 'node:assert/strict'
import { appendFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type {} from '../support/library-page/page.ts'
import { plainPaper } from '../support/library-model.ts'
import { seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { libraryPage, withProfile } from './library-lab.ts'
import { stockList } from './stock-list.ts'

const QUICK = Array.from({ length: 5 }, (_, at) => at)

export const killSaving: FaultClass = {
  name: 'kill-saving',
  title:
    'the whole browser is killed (SIGKILL) while the reader saves; after every second kill the log ends in half a record',
  sees: 'all that was shown as saved; where the browser has dropped its database, also how many records came back',
  quick: QUICK,
  long: 60,
  trial: async (seed) => trial(seed, `${await libraryPage()}?quiet`),
  stock: { seeds: QUICK, trial: async (seed) => trial(seed, await stockList()) },
}

/** Kills in a trial, one after the other in one profile, each after so many saves and up to so many milliseconds more. */
const KILLS = 5
const SAVES = 80
const MOST_MS = 300
/** Checksum, length and kind: what comes before the 1,574 bytes of a record. */
const TORN = Buffer.from([0x1f, 0x8b, 0x5a, 0xc3, 0x26, 0x06, 0x01])
/** Saves that are under way at once, of two papers each. */
const AT_ONCE = 8

async function trial(seed: number, address: string): Promise<Tally> {
  const random = seeded(seed)
  const acknowledged = new Set<number>()
  let next = 10
  let restored = 0
  await withProfile(async (profile) => {
    for (let kill = 0; kill < KILLS; kill++) {
      const page = await profile.open(address)
      const saving = savePairs(page, next, acknowledged)
      const enough = acknowledged.size + SAVES
      while (acknowledged.size < enough) await page.waitForTimeout(10)
      await page.waitForTimeout(MOST_MS * random())
      await profile.kill()
      next = await saving
      if (kill % 2 === 0) await tear(profile.folder)
      await profile.start()
      const again = await profile.open(address)
      await holdsAll(again, acknowledged)
      restored += (await again.evaluate(() => globalThis.offprint?.restored)) ? 1 : 0
    }
  })
  return { kills: KILLS, 'acknowledged saves': acknowledged.size, 'starts with an empty database': restored }
}

/**
 * Leaves the database's log as a kill in the middle of a write does: with the first seven bytes of a record. Chromium
 * writes on behind them, reads damage there the next time, and drops the whole database.
 */
async function tear(folder: string): Promise<void> {
  const databases = join(folder, 'Default/IndexedDB')
  for (const file of await readdir(databases, { recursive: true }))
    if (file.endsWith('.log')) await appendFile(join(databases, file), TORN)
}

/** Saves pair after pair until the browser is gone; gives the first number that was never used. */
export async function savePairs(page: Page, from: number, acknowledged: Set<number>): Promise<number> {
  for (let first = from; ; first += 2 * AT_ONCE)
    try {
      const kept = await page.evaluate(
        ([start, count]) =>
          Promise.all(
            Array.from({ length: count }, async (_, at) => {
              const number = start + 2 * at
              return [number, await globalThis.offprint?.save([number, number + 1], 'to-read')] as const
            }),
          ),
        [first, AT_ONCE] as const,
      )
      for (const [number, outcome] of kept) if (outcome === 'kept') acknowledged.add(number)
    } catch {
      return first + 2 * AT_ONCE // the browser is gone
    }
}

/** What was acknowledged is there, and of every pair both papers or none, each with its copy. */
export async function holdsAll(page: Page, acknowledged: ReadonlySet<number>): Promise<void> {
  const plain = await page.evaluate(() => globalThis.offprint?.plain())
  assert.ok(plain)
  const there = new Set(plain.lists[0]?.[2])
  const has = (number: number): boolean => there.has(plainPaper(number).id)
  assert.deepEqual(
    [...acknowledged].filter((number) => !has(number)),
    [],
    'acknowledged, and lost',
  )
  const numbers = [...there].map((id) => Number(id.slice(1)))
  assert.deepEqual(
    numbers.filter((number) => !has(number % 2 === 0 ? number + 1 : number - 1)),
    [],
    'half of a save',
  )
  assert.ok(plain.whole, 'a paper without its copy')
}
