/** A newer version on its way, of which a part comes damaged or not at all. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { laterBuild } from './builds.ts'
import { inTurn } from '../support/seeded.ts'
import type { FaultClass } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { keptWrongly, ROWS, someRows } from './shell.ts'
import { stockUpdate } from './stock-app.ts'
import { countLoads, installUnder, lookForUpdate, offerOf, takeUpdate, versionOf, waitsFor } from './versions.ts'
import { Visitor } from './visitor.ts'

export const update: FaultClass = {
  name: 'update',
  title: 'a newer version, its page, script, search worker, style or service worker under 12 transport faults',
  sees: 'nothing of the fault: the version that is here goes on; the newer one is offered once it is whole',
  quick: someRows(2),
  long: ROWS.length * 4,
  trial,
  stock: { seeds: someRows(2), trial: stockUpdate },
}

const TYPED = 'half a wor'

/** Whether the first half of a build's service worker happens to end where a script may. */
async function isHalfAScript(folder: string): Promise<boolean> {
  const bytes = await readFile(join(folder, 'service-worker.js'))
  try {
    return Boolean(new Script(String(bytes.subarray(0, bytes.length >> 1))))
  } catch {
    return false
  }
}

async function trial(seed: number): Promise<undefined> {
  const [part, file, fault] = inTurn(ROWS, seed)
  const later = await laterBuild()
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  const page = await visitor.open(host.url)
  await untilReadyOffline(page)
  const other = await visitor.open(`${host.url}#/browse`)
  await other.getByRole('searchbox', { name: 'Search papers' }).fill(TYPED)
  const [loads, otherLoads] = [countLoads(page), countLoads(other)]

  host.folder = later
  await installUnder(fault, host, page, file)
  const meanwhile = await visitor.open(host.url)
  await meanwhile.getByRole('article').first().waitFor()
  assert.equal(await versionOf(meanwhile), 'first')
  // The service worker's own text may be a script all the same: a bit may change nothing, nothing is one, half may be one.
  const isScript =
    fault === 'one-bit' || fault === 'empty' || (fault === 'cut-unannounced' && (await isHalfAScript(later)))
  if (part !== 'service worker' || !isScript) assert.equal(await waitsFor(meanwhile), false)
  if (part !== 'service worker' || fault !== 'one-bit') assert.equal(await offerOf(page).count(), 0)
  await meanwhile.close()

  host.fault = () => null
  await lookForUpdate(page)
  await offerOf(page).waitFor()
  await isForEveryone(page, 'update-offered')
  // A page that loads just before keeps some browsers from starting it.
  const before = await visitor.open(host.url)
  await takeUpdate(page, 'later')
  await before.getByRole('article').first().waitFor()
  await other.getByText('Another tab has started a new version').waitFor()
  await isForEveryone(other, 'updated-elsewhere')
  assert.equal(await other.getByRole('searchbox', { name: 'Search papers' }).inputValue(), TYPED)
  assert.deepEqual([loads(), otherLoads()], [1, 0], 'loads of the tab that took it, and of the other')
  await untilReadyOffline(page)
  assert.deepEqual(await keptWrongly(page, later), [])
  await host.stop()
  const offline = await visitor.open(host.url)
  await offline.getByRole('article').first().waitFor()
  assert.equal(await versionOf(offline), 'later')
}
