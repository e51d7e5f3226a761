/** The browser is killed while a newer version is fetched, waits, or takes over; then there is no host. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'
import { seeded } from '../support/seeded.ts'
import { laterBuild } from './builds.ts'
import type { FaultClass } from './fault-class.ts'
import { lookForUpdate, offerOf, versionOf } from './versions.ts'

export const killUpdate: FaultClass = {
  name: 'kill-update',
  title: 'the browser killed (SIGKILL) at a random moment of an update, then a start without the host',
  sees: 'the old version or the newer, whole, and the update is offered again',
  quick: Array.from({ length: 10 }, (_, at) => at),
  long: 150,
  trial,
}

async function trial(seed: number): Promise<undefined> {
  const random = seeded(seed)
  const later = await laterBuild()
  await using host = await new Host('dist', { delay: Math.round(random() * 40) }).start()
  await using reader = await Reader.arrive()
  const page = await reader.open(host.url)
  await untilReadyOffline(page)
  host.folder = later
  await lookForUpdate(page)
  // Half of the kills fall into the fetching, half behind the reader's word.
  if (seed % 2 === 1) {
    await offerOf(page).waitFor()
    await page.getByRole('button', { name: 'Reload and use it' }).click()
  }
  await page.waitForTimeout(Math.round(random() * 1_500)).catch(() => null)
  await reader.killBrowser()
  await host.stop()

  const offline = await reader.open(host.url)
  await offline.getByRole('article').first().waitFor()
  const version = await versionOf(offline)
  assert.equal(await codeOf(offline), version, 'the script is of the page')
  await offline.goto(`${host.url}#/browse?q=zero+bubble`)
  await offline.getByRole('list', { name: 'Results' }).getByText('Zero Bubble').first().waitFor()

  await host.start()
  await lookForUpdate(offline)
  if (version === 'first') await offerOf(offline).waitFor()
  else await untilReadyOffline(offline)
}

function codeOf(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => Reflect.get(globalThis, 'builtAs') ?? 'first')
}
