/** The power goes while papers are saved: the file system under the profile is shut down, and what was not flushed is gone. */
import assert from 'node:assert/strict'
import type {} from '../support/library-page/page.ts'
import { seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { holdsAll, savePairs } from './kill-saving.ts'
import { libraryPage, withProfile } from './library-lab.ts'
import { noSmallDisk, withSmallDisk } from './small-disk.ts'
import { stockList } from './stock-list.ts'

const QUICK = [0, 1]

export const powerCut: FaultClass = {
  name: 'power-cut',
  title: 'the power is cut while the reader saves (the file system of the profile shuts down without flushing)',
  sees: 'all that was shown as saved',
  quick: QUICK,
  long: 60,
  absent: noSmallDisk,
  trial: async (seed) => trial(seed, `${await libraryPage()}?quiet`),
  stock: { seeds: QUICK, trial: async (seed) => trial(seed, await stockList()) },
}

async function trial(seed: number, address: string): Promise<Tally> {
  const random = seeded(seed)
  const acknowledged = new Set<number>()
  await withSmallDisk((disk) =>
    withProfile(async (profile) => {
      const page = await profile.open(address)
      const saving = savePairs(page, 10, acknowledged)
      await page.waitForTimeout(1_000 + 1_500 * random())
      await disk.cut()
      await profile.kill()
      await saving
      await disk.mendAndMount()
      await profile.start()
      await holdsAll(await profile.open(address), acknowledged)
    }, disk.folder),
  )
  assert.ok(acknowledged.size > 0, 'nothing was saved')
  return { 'acknowledged saves': acknowledged.size }
}
