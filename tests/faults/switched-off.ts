/** The host takes the app off its readers' devices: public/service-worker-off.js in place of the service worker. */
import assert from 'node:assert/strict'
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Host } from '../support/host.ts'
import { answered, searchBox } from '../support/on-page.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { laterBuild } from './builds.ts'
import type { FaultClass } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { shared } from './shared.ts'
import { countLoads, lookForUpdate, versionOf } from './versions.ts'
import { Visitor } from './visitor.ts'

export const switchedOff: FaultClass = {
  name: 'switched-off',
  title: 'a host that puts `service-worker-off.js` in place of the service worker, then a whole version again',
  sees: 'the version of the host, one load later; what was saved is there; the mark says that the app is not kept',
  quick: [0],
  long: 20,
  trial,
}

const withoutApp = shared(
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-off-'))
    await cp(await laterBuild(), folder, { recursive: true })
    await copyFile(join(folder, 'service-worker-off.js'), join(folder, 'service-worker.js'))
    return folder
  },
  (folder) => rm(folder, { recursive: true }),
)

async function trial(): Promise<undefined> {
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  const page = await visitor.open(host.url)
  await untilReadyOffline(page)
  await page.getByRole('article').first().getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  const other = await visitor.open(`${host.url}#/browse?q=radar`)
  await answered(other)
  await other.goto(`${host.url}#/saved/to-read`)
  const [loads, otherLoads] = [countLoads(page), countLoads(other)]
  host.folder = await withoutApp()
  await lookForUpdate(page)
  for (const tab of [page, other])
    await tab.waitForFunction(() => document.querySelector('meta[name=version]') !== null)
  // The browser knows the place that a page was opened at.
  await answered(other)
  assert.equal(await searchBox(other).inputValue(), 'radar')
  await page.getByRole('button', { name: 'Save', pressed: true }).first().waitFor()
  await page.getByText('Not ready offline').first().waitFor()
  await isForEveryone(page, 'not-ready-offline')
  assert.deepEqual([loads(), otherLoads()], [1, 1])
  const left = await page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).filter((name) => name.startsWith('offprint-precache')).length,
  ])
  assert.deepEqual(left, [0, 0], 'service workers and shells that are left')
  host.folder = await laterBuild()
  const next = await visitor.open(host.url)
  await untilReadyOffline(next)
  await host.stop()
  const offline = await visitor.open(host.url)
  await offline.getByRole('article').first().waitFor()
  assert.equal(await versionOf(offline), 'later')
}
