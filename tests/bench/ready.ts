/** How long after the corpus is fetched the search worker can answer its first query. */
import { readdirSync } from 'node:fs'
import type { Host } from '../support/host.ts'
import { launchBrowser } from '../support/browser.ts'
import { withApp } from '../support/built-app.ts'
import { kept, quantile, type Part } from './part.ts'

const RUNS = 10
const ALLOWED = 150

export const ready: Part = {
  name: 'ready',
  run: async () => {
    const waits = await withApp(measureReady)
    const median = quantile(waits, 0.5)
    return [
      {
        title: 'Corpus fetched → ready to answer',
        columns: ['runs', 'median ms', 'worst ms', 'at most', 'kept'],
        rows: [[waits.length, median, Math.max(...waits), ALLOWED, kept(median <= ALLOWED)]],
        note: 'from the last byte of the corpus to the first query answerable, in a fresh worker of a fresh browser each time',
      },
    ]
  },
}

async function measureReady({ url }: Host): Promise<readonly number[]> {
  const waits: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${url}corpus/manifest.json`) // A page of the same origin that runs nothing itself.
      waits.push(await page.evaluate(timeWorker, { script: `${url}${workerFile()}`, corpus: `${url}corpus/` }))
    } finally {
      await browser.close()
    }
  }
  return waits
}

/** The address of the search worker's script in `dist/`. */
export function workerFile(): string {
  const file = readdirSync('dist/assets').find((name) => /^search-worker-.*\.js$/.test(name))
  if (file === undefined) throw new Error('dist/assets has no search worker')
  return `assets/${file}`
}

/** Runs in the page: milliseconds from the last progress of the fetch to `ready`. */
function timeWorker({ script, corpus }: { script: string; corpus: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: 'module' })
    let fetched = 0
    worker.onerror = () => {
      reject(new Error('the worker failed'))
    }
    worker.onmessage = ({ data }: MessageEvent<{ state?: { kind: string; problem?: unknown } }>) => {
      if (data.state?.kind === 'loading') fetched = performance.now()
      if (data.state?.kind === 'ready') resolve(performance.now() - fetched)
      if (data.state?.kind === 'failed') reject(new Error(JSON.stringify(data.state.problem)))
    }
    worker.postMessage({ kind: 'open', corpus, cache: 'bench' })
  })
}
