/** Runs an engine's job in a worker of a fresh Chromium, on a page that is isolated, so that its memory can be measured. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { launchBrowser } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { SQLITE } from './engine.ts'
import { BUILD_LIMIT, NOT_REACHED, QUERY_LIMIT, type Figures } from './engine-figures.ts'
import type { Step, Times } from './engine-run.ts'

const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
/** Without it the browser measures at its next large collection, up to 20 s later. */
const AT_ONCE = '--enable-blink-features=ForceEagerMeasureMemory'

interface Task {
  readonly job: string
  readonly engine: string
}

/** Builds the worker into a folder, which is to hold the job as well. */
export async function buildWorker(folder: string): Promise<void> {
  await build({
    ...{ configFile: false, publicDir: false, logLevel: 'error', mode: 'production' },
    build: {
      ...{ outDir: folder, emptyOutDir: false },
      lib: { entry: join(import.meta.dirname, 'engine-worker.ts'), formats: ['es'], fileName: () => 'worker.js' },
    },
  })
}

/** The figures of a job that lies in a folder, by one engine. */
export async function measureInBrowser(folder: string, job: string, engine: string): Promise<Figures> {
  const host = await new Host(folder, { headers: ISOLATED }).start()
  const browser = await launchBrowser({ args: [AT_ONCE] })
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(0)
    await page.goto(`${host.url}index.html`)
    return await runSteps(page, { job, engine })
  } finally {
    await browser.close()
    await host.stop()
  }
}

async function runSteps(page: Page, task: Task): Promise<Figures> {
  await page.evaluate(openWorker, task)
  // Chromium 156 breaks down where a worker with WebAssembly is measured.
  const measured = (): Promise<number> | null => (task.engine === SQLITE ? null : page.evaluate(megabytes))
  const before = await measured()
  const step = (name: Step, limit: number): Promise<Times> => page.evaluate(runStep, { step: name, limit })
  const build = await step('build', BUILD_LIMIT)
  if (build === null) return NOT_REACHED
  const facets = await step('facets', 2 * QUERY_LIMIT)
  const filter = facets && (await step('filter', 2 * QUERY_LIMIT))
  const after = await measured()
  const memory = after === null || before === null ? null : after - before
  return { build, facets, filter, memory, load: await step('load', BUILD_LIMIT) }
}

/** Runs in the page; the worker waits for it under a name of the window. */
function openWorker(task: Task): Promise<void> {
  const worker = new Worker('worker.js', { type: 'module' })
  Object.assign(window, { worker })
  return new Promise((done, fail) => {
    worker.onmessage = () => done()
    worker.onerror = ({ message }) => fail(new Error(message))
    worker.postMessage(task)
  })
}

/** Runs in the page; a worker that does not answer in time is ended. */
function runStep({ step, limit }: { readonly step: Step; readonly limit: number }): Promise<Times> {
  const { worker } = window as unknown as { worker: Worker }
  return new Promise((done) => {
    const timer = setTimeout(() => {
      worker.terminate()
      done(null)
    }, limit)
    worker.onmessage = ({ data }: MessageEvent<Times>) => {
      clearTimeout(timer)
      done(data)
    }
    worker.postMessage({ step })
  })
}

/** Runs in the page. */
async function megabytes(): Promise<number> {
  const { measureUserAgentSpecificMemory: measure } = performance as unknown as Record<
    string,
    () => Promise<{ bytes: number }>
  >
  return measure ? (await measure.call(performance)).bytes / 1e6 : Number.NaN
}
