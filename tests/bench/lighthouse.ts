/** What Lighthouse says of the first visit on a phone. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { BROWSER_FLAGS, findBrowser } from '../../src/tools/browser.mjs'
import { withApp } from '../support/built-app.ts'
import type { Host } from '../support/host.ts'
import { kept, type Part } from './part.ts'

/** Fetched when the bench runs and never a dependency: 250 packages for one number. The last line for Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const ALLOWED = 95
/** One run says little on a machine of two cores: the median by performance is what counts, as Lighthouse itself advises. */
const RUNS = 5

const Report = v.object({
  categories: v.record(v.string(), v.object({ score: v.nullable(v.number()) })),
  audits: v.record(v.string(), v.object({ displayValue: v.optional(v.string()) })),
})

export const lighthouse: Part = {
  name: 'lighthouse',
  run: async () => {
    const reports = await withApp(async (host) => {
      const all: Lighthouse[] = []
      for (let run = 0; run < RUNS; run++) all.push(await visit(host))
      return all.sort((a, b) => performanceOf(a) - performanceOf(b))
    })
    const median = reports[Math.floor(RUNS / 2)]
    if (!median) throw new Error('No report')
    const { categories, audits } = median
    const paint = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ]
    const rows = CATEGORIES.map((name) => {
      const score = 100 * (categories[name]?.score ?? 0)
      return [name, score, ALLOWED, kept(score >= ALLOWED)]
    })
    return [
      {
        title: 'Lighthouse, mobile',
        columns: ['category', 'score', 'at least', 'kept'],
        rows,
        note: [
          `median of ${RUNS}; performance ${reports.map((report) => Math.round(performanceOf(report))).join(', ')}`,
          ...paint.map((name) => `${name} ${audits[name]?.displayValue ?? '?'}`),
        ].join('; '),
      },
    ]
  },
}

type Lighthouse = v.InferOutput<typeof Report>

function performanceOf({ categories }: Lighthouse): number {
  return 100 * (categories['performance']?.score ?? 0)
}

async function visit({ url }: Host): Promise<Lighthouse> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['-y', LIGHTHOUSE, url, '--quiet', '--output=json', `--only-categories=${CATEGORIES.join(',')}`],
      `--chrome-flags=--headless=new ${BROWSER_FLAGS.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: (await findBrowser()) ?? '' }, maxBuffer: 2 ** 26 },
  )
  return v.parse(Report, JSON.parse(stdout))
}
