/** How long a start takes when the host is gone, beside the first start through a slow network. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchProfile } from '../support/browser.ts'
import { withApp } from '../support/built-app.ts'
import type { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { kept, quantile, type Part } from './part.ts'

const STARTS = 10
const ALLOWED = 0.7
/** A phone's network on a train: milliseconds to an answer, and bytes a second (1.6 Mbit/s). */
const TRAIN = { delay: 150, rate: 200_000 }
const PATIENCE = 120_000

export const restart: Part = {
  name: 'restart',
  run: async () => {
    const { first, later } = await withApp(measureStarts, TRAIN)
    const median = quantile(later, 0.5)
    return [
      {
        title: 'Start with the host gone, beside the first start',
        columns: ['first ms', 'later median ms', 'later worst ms', 'ratio', 'at most', 'kept'],
        rows: [[first, median, Math.max(...later), median / first, ALLOWED, kept(median / first <= ALLOWED)]],
        note: `navigation → papers painted; first start at a host ${TRAIN.delay} ms away at 1.6 Mbit/s, then ${STARTS} starts of a new browser on the same profile, the host stopped`,
      },
    ]
  },
}

async function measureStarts(host: Host): Promise<{ first: number; later: readonly number[] }> {
  const profile = await mkdtemp(join(tmpdir(), 'offprint-bench-'))
  try {
    const first = await start(profile, host.url, untilReadyOffline)
    await host.stop()
    const later: number[] = []
    for (let run = 0; run < STARTS; run++) later.push(await start(profile, host.url))
    return { first, later }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Milliseconds from navigation to the first view painted with papers, in a new browser on the profile. */
async function start(profile: string, url: string, then?: (page: Page) => Promise<void>): Promise<number> {
  const context = await launchProfile(profile)
  try {
    const page = await context.newPage()
    // The whole shell comes through the slow network before the app says it is ready.
    page.setDefaultTimeout(PATIENCE)
    await page.goto(url)
    await page.waitForFunction(() => performance.getEntriesByName('offprint:boot').length > 0)
    const boot = await page.evaluate(() => {
      const mark = performance.getEntriesByName('offprint:boot')[0]
      return mark ? mark.startTime + mark.duration : Number.NaN
    })
    await then?.(page)
    return boot
  } finally {
    await context.close()
  }
}
