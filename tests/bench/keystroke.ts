/** How long after a key its results stand in the page: on this machine, and on one four times slower. */
import type { Page } from 'playwright-core'
import type { Host } from '../support/host.ts'
import { launchBrowser, PHONE } from '../support/browser.ts'
import { withApp } from '../support/built-app.ts'
import { kept, quantile, type Cell, type Part } from './part.ts'
import { prefixes, readQueries } from './queries.ts'
import { workerFile } from './ready.ts'

const SLOWER = 4
const FRAME = 16.7
const SLOW_FRAME = 50
/** Every third query: all kinds of them, in half a minute. */
const STEP = 3
const MILLISECONDS_BETWEEN_KEYS = 60

interface Key {
  readonly query: string
  readonly milliseconds: number
}

export const keystroke: Part = {
  name: 'keystroke',
  run: () => withApp(measureKeys),
}

async function measureKeys({ url }: Host): ReturnType<Part['run']> {
  const queries = readQueries().filter((_, index) => index % STEP === 0)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: PHONE })
    await openSearch(page, url)
    const keys = await typeQueries(
      page,
      queries.map(({ query }) => query),
    )
    const session = await page.context().newCDPSession(page)
    // The window alone is slowed by this: workers are not, so their own time is added three times more below.
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const slowKeys = await typeQueries(
      page,
      queries.map(({ query }) => query),
    )
    const worker = await timeWorker(
      await browser.newPage(),
      url,
      queries.flatMap(({ query }) => prefixes(query)),
    )
    const slow = slowKeys.map(({ query, milliseconds }) => milliseconds + (SLOWER - 1) * (worker.get(query) ?? 0))
    return [
      {
        title: 'Keystroke → results in the page',
        columns: ['machine', 'keys', 'p50 ms', 'p95 ms', 'worst ms', 'at most', 'kept'],
        rows: [
          row(
            'this one',
            keys.map(({ milliseconds }) => milliseconds),
            FRAME,
          ),
          row('4× slower, window and worker', slow, SLOW_FRAME),
          row('the worker alone, on this one', [...worker.values()], Number.NaN),
        ],
        note: `p95 is what is promised; ${queries.length} judged queries typed key by key in Browse on a phone's screen`,
      },
    ]
  } finally {
    await browser.close()
  }
}

function row(machine: string, times: readonly number[], allowed: number): readonly Cell[] {
  const p95 = quantile(times, 0.95)
  const promise: readonly Cell[] = Number.isNaN(allowed) ? ['', ''] : [allowed, kept(p95 <= allowed)]
  return [machine, times.length, quantile(times, 0.5), p95, Math.max(...times), ...promise]
}

async function openSearch(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/browse`)
  await page.getByText('198 papers').first().waitFor()
}

/** Types each query into the empty box; the app's own marks say how long each key took. */
async function typeQueries(page: Page, queries: readonly string[]): Promise<readonly Key[]> {
  const box = page.getByRole('searchbox', { name: 'Search papers' })
  const keys: Key[] = []
  for (const query of queries) {
    await box.fill('')
    await page.locator('[aria-label="Results"][aria-busy="true"]').waitFor({ state: 'detached' })
    await page.waitForTimeout(5 * MILLISECONDS_BETWEEN_KEYS)
    await page.evaluate(() => {
      performance.clearMeasures('offprint:search')
    })
    await box.pressSequentially(query, { delay: MILLISECONDS_BETWEEN_KEYS })
    await page.waitForTimeout(5 * MILLISECONDS_BETWEEN_KEYS)
    keys.push(...(await page.evaluate(readMarks)))
  }
  return keys
}

/** Runs in the page. */
function readMarks(): { query: string; milliseconds: number }[] {
  return performance.getEntriesByName('offprint:search').map((entry) => {
    const { detail } = entry as PerformanceEntry & { detail: { query: string } }
    return { query: detail.query, milliseconds: entry.duration }
  })
}

/** Question to answer, in a worker with nothing beside it, by text. */
async function timeWorker(page: Page, url: string, texts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  await page.goto(`${url}corpus/manifest.json`)
  return new Map(await page.evaluate(askWorker, { script: url + workerFile(), corpus: `${url}corpus/`, texts }))
}

/** Runs in the page. */
async function askWorker({ script, corpus, texts }: { script: string; corpus: string; texts: readonly string[] }) {
  const worker = new Worker(script, { type: 'module' })
  const heard = (kind: string): Promise<void> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<{ kind: string; state?: { kind: string } }>) => {
        if (data.kind === kind || data.state?.kind === kind) resolve()
      }
    })
  const isReady = heard('ready')
  worker.postMessage({ kind: 'open', corpus, cache: 'bench' })
  await isReady
  const times: [string, number][] = []
  for (const [id, text] of texts.entries()) {
    const filters = { topic: [], kind: [], code: [] }
    const answered = heard('answer')
    const start = performance.now()
    const request = { text, filters, sort: 'relevance', offset: 0, limit: 20 }
    worker.postMessage({ kind: 'ask', id, question: { kind: 'search', request } })
    await answered
    times.push([text, performance.now() - start])
  }
  return times
}
