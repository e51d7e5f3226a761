/** The first visit, while a part of the app comes damaged or not at all. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { inTurn } from '../support/seeded.ts'
import type { FaultClass } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { keptWrongly, ROWS, someRows } from './shell.ts'
import { stockInstall } from './stock-app.ts'
import { Visitor } from './visitor.ts'

/** From this seed on, browsers may keep what a fault sends. */
const FROM = ROWS.length * 2
const STAYING = ['cut-unannounced', 'portal-typed'].map(
  (kept) => FROM + ROWS.findIndex(([part, , fault]) => part === 'script' && fault === kept),
)

export const install: FaultClass = {
  name: 'install',
  title: `first visit: page, script, search worker, style or service worker under ${ROWS.length / 5} transport faults`,
  sees: 'the page itself, or after eight seconds a sentence and a button to load it anew, or Retry; the next load works',
  // And two of what the browser keeps of a damaged script and of a sign-in page in its place.
  quick: [...someRows(0), ...STAYING],
  long: ROWS.length * 4,
  trial,
  stock: { seeds: someRows(0), trial: stockInstall },
}

async function trial(seed: number): Promise<undefined> {
  const [part, file, fault] = inTurn(ROWS, seed)
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  host.fault = (asked) => (file.test(asked) ? fault : null)
  host.faultsStay = seed >= FROM
  const first = await visitor.open(host.url)
  await first.waitForTimeout(1_500)
  await first.close()
  host.fault = () => null
  if (fault === 'hang') await host.restart()

  const next = await visitor.open(host.url)
  // A page that the browser itself keeps damaged is the browser's to ask for again.
  if (part === 'page' && host.faultsStay) await reload(next)
  const anew = next.getByRole('button', { name: 'Load Offprint anew' })
  const retry = next.getByRole('button', { name: 'Retry' }).first()
  await next.getByRole('article').or(anew).or(retry).first().waitFor()
  if (await anew.isVisible()) {
    await isForEveryone(next, 'did-not-start')
    await anew.click()
  } else if (await retry.isVisible()) await retry.click({ timeout: 5_000 }).catch(() => null) // the app was first
  await next.getByRole('article').first().waitFor()
  // A service worker that stays silent is given as long as mending may take, before a whole one takes its place.
  await untilReadyOffline(next, part === 'service worker' && fault === 'empty' ? 90_000 : undefined)
  assert.deepEqual(await keptWrongly(next, 'dist'), [])
  await host.stop()
  await (await visitor.open(host.url)).getByRole('article').first().waitFor()
}

/** As the reader's own button does it; a page on its way to the browser's words about an error cannot be loaded anew yet. */
async function reload(page: Page): Promise<void> {
  for (let tries = 20; ; tries--)
    try {
      await page.reload()
      return
    } catch (cause) {
      if (tries === 0) throw cause
      await page.waitForTimeout(250)
    }
}
