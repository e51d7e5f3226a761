/** From each kept release to the app of today and back, in one to three tabs, while a note is being typed. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { inTurn } from '../support/seeded.ts'
import { keptRelease, laterBuild } from './builds.ts'
import type { FaultClass } from './fault-class.ts'
import { countLoads, lookForUpdate, offerOf, takeUpdate, versionOf } from './versions.ts'
import { Visitor } from './visitor.ts'

const RELEASES = readdirSync('tests/golden/releases')
const ROWS = RELEASES.flatMap((release) =>
  (['up', 'down'] as const).flatMap((way) => [1, 2, 3].map((tabs) => ({ release, way, tabs }))),
)

export const releases: FaultClass = {
  name: 'releases',
  title: 'from each kept release to the app of today and back, in one to three tabs, a note being typed',
  sees: 'an offer, and after it what was saved and what was being typed; other tabs are told, and stay as they are',
  quick: ROWS.map((_, at) => at),
  long: ROWS.length * 10,
  trial,
}

const NOTE = 'A thought that has no end y'

async function trial(seed: number): Promise<undefined> {
  const { release, way, tabs } = inTurn(ROWS, seed)
  const [kept, later] = [await keptRelease(release), await laterBuild()]
  const [from, to, name] = way === 'up' ? [kept, later, 'later'] : [later, kept, 'first']
  await using host = await new Host(from).start()
  await using visitor = await Visitor.arrive()
  const page = await visitor.open(host.url)
  await untilReadyOffline(page)
  const paper = page.getByRole('article').first()
  const title = (await paper.getAttribute('aria-label')) ?? (await paper.getByRole('heading').innerText())
  await paper.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  const others: Page[] = []
  while (others.length < tabs - 1) others.push(await visitor.open(`${host.url}#/saved/to-read`))
  const typing = others[0] ?? page
  await typing.goto(`${host.url}#/saved/to-read`)
  await typing.getByRole('button', { name: 'Add note' }).click()
  await typing.keyboard.type(NOTE)
  const loads = [page, ...others].map(countLoads)

  host.folder = to
  await lookForUpdate(page)
  await offerOf(page).waitFor()
  await takeUpdate(page, name)
  for (const other of others) await other.getByText('Another tab has started a new version').waitFor()
  if (typing !== page) assert.equal(await typing.getByRole('textbox').inputValue(), NOTE)
  assert.deepEqual(
    loads.map((count) => count()),
    [1, ...others.map(() => 0)],
  )
  for (const other of others) await other.getByRole('button', { name: 'Reload' }).click()
  await untilReadyOffline(page)
  await host.stop()
  for (const tab of [...others, await visitor.open(host.url)]) {
    await tab.goto(`${host.url}#/saved/to-read`)
    await tab.getByRole('heading', { name: title }).waitFor()
    await tab.getByText(NOTE).waitFor()
    assert.equal(await versionOf(tab), name)
  }
}
