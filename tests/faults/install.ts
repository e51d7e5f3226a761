/** The first visit, while a part of the app comes damaged or not at all. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { inTurn } from '../support/seeded.ts'
import type { FaultClass } from './fault-class.ts'
import { halfOfRows, keptWrongly, ROWS } from './shell.ts'
import { Visitor } from './visitor.ts'

export const install: FaultClass = {
  name: 'install',
  title: `first visit: page, script, search worker, style or service worker under ${ROWS.length / 5} transport faults`,
  sees: 'the page itself, or after eight seconds a sentence and a button to load it anew; the next load works',
  quick: halfOfRows(),
  long: ROWS.length * 4,
  trial,
}

async function trial(seed: number): Promise<undefined> {
  const [part, file, fault] = inTurn(ROWS, seed)
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  host.fault = (asked) => (file.test(asked) ? fault : null)
  host.faultsStay = seed >= ROWS.length * 2
  const first = await visitor.open(host.url)
  await first.waitForTimeout(1_500)
  await first.close()
  host.fault = () => null
  if (fault === 'hang') await host.restart()

  const next = await visitor.open(host.url)
  // A page that the browser itself keeps damaged is the browser's to ask for again.
  if (part === 'page' && host.faultsStay) await next.reload()
  if (await stands(next)) await next.getByRole('button', { name: 'Load Offprint anew' }).click()
  await next.getByRole('article').first().waitFor()
  await untilReadyOffline(next)
  assert.deepEqual(await keptWrongly(next, 'dist'), [])
  await host.stop()
  await (await visitor.open(host.url)).getByRole('article').first().waitFor()
}

/** Whether the sentence of a page that did not start stands there. */
async function stands(page: Page): Promise<boolean> {
  const [paper, sentence] = [page.getByRole('article').first(), page.getByText('Offprint did not start.')]
  await paper.or(sentence).first().waitFor()
  return sentence.isVisible()
}
