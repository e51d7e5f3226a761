/** What an edition costs until papers are seen, beside a bare list of papers in the same app. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import { launchProfile } from '../support/browser.ts'
import { withApp } from '../support/built-app.ts'
import type { Host } from '../support/host.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { buildWith } from '../../src/tools/build-with.mjs'
import { kept, quantile, type Part } from './part.ts'

const RUNS = 9
const ALLOWED = 1.2
/** The modules of the app in whose place those of `bare/` are built. */
const REPLACED = /\/(?:digest\/compose\.ts|views\/digest\/EditionPage\.svelte|state\/library-hint\.ts)$/

export const boot: Part = {
  name: 'boot',
  run: async () => {
    const folder = await buildWith(bare)
    try {
      const [edition, list] = await withApp((own) => withApp((peer) => measureStarts([own, peer]), { folder }))
      return [
        {
          title: 'Start with an edition, beside a bare list',
          columns: ['start', 'edition median ms', 'list median ms', 'ratio', 'at most', 'kept'],
          rows: (['first', 'later'] as const).map((start) => {
            const [ours = Number.NaN, theirs = Number.NaN] = [edition, list].map((times) => quantile(times[start], 0.5))
            return [start, ours, theirs, ours / theirs, ALLOWED, kept(ours / theirs <= ALLOWED)]
          }),
          note: `navigation → papers painted, ${RUNS} fresh profiles each, in turn; first: a new edition is made; later: the kept edition, beside a list that waits for no library`,
        },
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

const bare: Plugin = {
  name: 'bare-list',
  enforce: 'pre',
  async resolveId(source, importer) {
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && REPLACED.test(found.id) && !found.id.includes('/bench/bare/')
      ? join(import.meta.dirname, 'bare', basename(found.id))
      : null
  },
}

interface Times {
  readonly first: number[]
  readonly later: number[]
}

/** The hosts in turn, so that what else the machine does meets both. */
async function measureStarts(hosts: readonly [Host, Host]): Promise<readonly [Times, Times]> {
  const times: readonly [Times, Times] = [
    { first: [], later: [] },
    { first: [], later: [] },
  ]
  for (let run = 0; run < RUNS; run++)
    for (const [at, host] of hosts.entries()) {
      const profile = await mkdtemp(join(tmpdir(), 'offprint-bench-'))
      for (const start of ['first', 'later'] as const) times[at]?.[start].push(await bootOf(profile, host.url))
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  return times
}

/** Milliseconds from navigation to the first papers painted, in a new browser on the profile. */
async function bootOf(profile: string, url: string): Promise<number> {
  const context = await launchProfile(profile)
  try {
    const page = await context.newPage()
    await page.goto(url)
    await untilReadyOffline(page)
    return await page.evaluate(() => performance.getEntriesByName('offprint:boot')[0]?.duration ?? Number.NaN)
  } finally {
    await context.close()
  }
}
