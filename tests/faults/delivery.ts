/** Papers that come damaged, as something else, or not at all: on a first visit, later, and with the host gone after that. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { FAULTS, JSON_FAULTS, type Fault } from '../support/faults.ts'
import { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { inTurn, pick, seeded } from '../support/seeded.ts'
import { shorterCorpus } from './builds.ts'
import type { FaultClass } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { Visitor } from './visitor.ts'

/** Milliseconds after which a reader would want to know. */
const STOCK_PATIENCE = 60_000

const SITUATIONS = ['first', 'refresh', 'offline'] as const
const FILES = [/^corpus\/manifest\.json$/, /^corpus\/papers-.*json$/]
const ROWS = SITUATIONS.flatMap((situation) => [...FAULTS, ...JSON_FAULTS].map((fault) => [situation, fault] as const))

export const delivery: FaultClass = {
  name: 'delivery',
  title: 'the corpus under 16 faults, on a first visit, on a later one, and offline after it',
  sees: 'on a first visit what happened, and Retry, which brings the papers; later the last good papers, and a notice that says so',
  quick: ROWS.map((_, at) => at),
  long: ROWS.length * 10,
  trial,
  stock: { seeds: ROWS.map((_, at) => at), trial: stockTrial },
}

async function trial(seed: number): Promise<undefined> {
  const [situation, fault] = inTurn(ROWS, seed)
  const file = pick(FILES, seeded(seed))
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  if (situation === 'first') await firstVisit(host, visitor, file, fault)
  else await laterVisit(host, visitor, file, fault, situation)
}

/** A page that fetches a file as most do: an answer that is `ok` is kept, and no answer is waited for. */
async function stockTrial(seed: number): Promise<undefined> {
  const [, fault] = inTurn(ROWS, seed)
  const [asked = ''] = (await readdir('dist/corpus')).filter((name) => pick(FILES, seeded(seed)).test(`corpus/${name}`))
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive()
  const page = await visitor.open(`${host.url}corpus/papers.html`)
  host.fault = (file) => (file === `corpus/${asked}` ? fault : null)
  const fetched = page.evaluate(
    (address) =>
      fetch(address).then(
        (answer) => (answer.ok ? answer.text() : null),
        () => null,
      ),
    asked,
  )
  const kept = await Promise.race([fetched, page.waitForTimeout(STOCK_PATIENCE).then(() => 'nothing is said')])
  const isRight = kept === null || kept === (await readFile(`dist/corpus/${asked}`, 'utf8'))
  assert.ok(isRight, `${asked} under ${fault}: ${kept?.slice(0, 80)}`)
}

async function firstVisit(host: Host, visitor: Visitor, file: RegExp, fault: Fault): Promise<void> {
  host.fault = (asked) => (file.test(asked) ? fault : null)
  const page = await visitor.open(host.url)
  const retry = page.getByRole('button', { name: 'Retry' }).first()
  await retry.waitFor()
  assert.equal(await page.getByRole('article').count(), 0, 'no papers are shown')
  await isForEveryone(page, 'papers-did-not-come')
  if (fault === 'later-format' && file.test('corpus/manifest.json'))
    await page.getByText('newer version of Offprint').first().waitFor()
  host.fault = () => null
  await retry.click()
  await untilCount(page, host, 198)
  await untilReadyOffline(page)
  await host.stop()
  await untilCount(await visitor.open(host.url), host, 198)
}

async function laterVisit(
  host: Host,
  visitor: Visitor,
  file: RegExp,
  fault: Fault,
  situation: 'refresh' | 'offline',
): Promise<void> {
  host.folder = await shorterCorpus()
  await untilReadyOffline(await visitor.open(host.url))
  host.folder = 'dist'
  host.fault = (asked) => (file.test(asked) ? fault : null)
  const page = await visitor.open(`${host.url}#/settings`)
  await page.getByText('196 papers, all kept on this device').waitFor()
  // No answer is said to a reader who asked; unasked it would be no news, and a page of the host is.
  await page.getByRole('button', { name: 'Look for new papers' }).click()
  await page.getByText('Your papers are from').first().waitFor({ timeout: 60_000 })
  await isForEveryone(page, 'newer-papers-did-not-come')
  await untilCount(page, host, 196)
  if (situation === 'offline') {
    await host.stop()
    await untilCount(await visitor.open(host.url), host, 196)
    await host.start()
  }
  host.fault = () => null
  // It also tries by itself, and the button may go under the hand.
  const tries = page.getByRole('button', { name: 'Try again' }).click({ timeout: 5_000 })
  await Promise.all([tries.catch(() => undefined), page.getByText('2 new papers are here.').waitFor()])
  await untilCount(page, host, 198)
}

/** So many papers are here, and can be searched. */
async function untilCount(page: Page, host: Host, papers: number): Promise<void> {
  await page.goto(`${host.url}#/browse`)
  await page.getByText(`${papers} papers`, { exact: true }).first().waitFor()
}
