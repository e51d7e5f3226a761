/** The first visit, while a part of the app comes damaged or not at all. */
import assert from 'node:assert/strict'
import { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import type { FaultClass } from './fault-class.ts'
import { keptWrongly, rowOf, ROWS } from './shell.ts'
import { Visitor } from './visitor.ts'

export const install: FaultClass = {
  name: 'install',
  title: `first visit: page, script, search worker, style or service worker under ${ROWS.length / 5} transport faults`,
  sees: 'the page itself, or after eight seconds a sentence and a button to load it anew; the next load works',
  quick: Array.from({ length: ROWS.length / 2 }, (_, at) => at * 2),
  long: ROWS.length * 4,
  trial,
}

async function trial(seed: number): Promise<undefined> {
  const [, file, fault] = rowOf(seed)
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  host.fault = (asked) => (file.test(asked) ? fault : null)
  const first = await visitor.open(host.url)
  await first.waitForTimeout(1_500)
  host.fault = () => null
  if (fault === 'hang') await host.restart()

  const next = await visitor.open(host.url)
  await next.getByRole('article').first().waitFor()
  await untilReadyOffline(next)
  assert.deepEqual(await keptWrongly(next, 'dist'), [])
  await host.stop()
  await (await visitor.open(host.url)).getByRole('article').first().waitFor()
}
