/** Whom the app asks for anything: the host it came from, and nobody else, in every flow of the lab. */
import assert from 'node:assert/strict'
import { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { laterBuild } from './builds.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { outside } from './outside.ts'
import { lookForUpdate, offerOf, takeUpdate } from './versions.ts'
import { Visitor } from './visitor.ts'

export const requests: FaultClass = {
  name: 'requests',
  title: 'a walk through the views, an update, and all classes of the same run: requests to another host',
  sees: 'nothing: no other host hears of them',
  quick: [0],
  long: 10,
  trial,
}

const VIEWS = [
  '#/browse?q=video',
  '#/saved',
  '#/saved/to-read',
  '#/draft',
  '#/bring',
  '#/digest',
  '#/settings',
  '#/nowhere',
]

async function trial(): Promise<Tally> {
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  const page = await visitor.open(host.url)
  await untilReadyOffline(page)
  await page.getByRole('article').first().getByRole('button', { name: 'Save' }).click()
  await page.getByRole('article').first().getByRole('link').first().click()
  await page.getByRole('region', { name: 'Similar papers' }).getByRole('listitem').first().waitFor()
  for (const view of VIEWS) {
    await page.goto(host.url + view)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  host.folder = await laterBuild()
  await lookForUpdate(page)
  await offerOf(page).waitFor()
  await takeUpdate(page, 'later')
  await untilReadyOffline(page)
  assert.deepEqual((await outside()).heard, [])
  return { 'to this trial’s own host': host.requests.length, 'to others': 0 }
}
