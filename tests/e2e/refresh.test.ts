/** Two mornings of a fork: new papers from their hosts, put out under a page that stays open. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compileCorpus } from '../../src/compiler/run.ts'
import { runRefresh } from '../../src/refresh/run.ts'
import { Host } from '../support/host.ts'
import { hfDaily, PaperHosts } from '../support/paper-hosts.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

const DAYS: Readonly<Record<string, readonly string[]>> = {
  '2026-11-22': ['A first paper', 'A second paper', 'A third paper'],
  '2026-11-23': ['A fourth paper', 'A fifth paper'],
}

let home = ''
let hosts: PaperHosts
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'offprint-refresh-'))
  await cp('dist', join(home, 'dist'), { recursive: true })
  await cp('data/sources', join(home, 'sources'), { recursive: true })
  hosts = await new PaperHosts().start()
  hosts.answer = ({ query }) => {
    const day = query.get('date') ?? ''
    return { body: hfDaily(day, DAYS[day] ?? []) }
  }
})
afterAll(async () => {
  await hosts[Symbol.asyncDispose]()
  await rm(home, { recursive: true })
})

/** What the workflow does each morning, but for the building of an app that has not changed. */
async function morning(today: string): Promise<void> {
  const folder = join(home, 'sources')
  const request = {
    folder,
    sources: ['hf'],
    days: 2,
    resolve: false,
    base: hosts.url,
    today,
    userAgent: 'test',
  } as const
  const world = { fetch, sleep: () => Promise.resolve() }
  expect(await runRefresh(request, () => undefined, world)).toBe(true)
  const compiled = await compileCorpus({ root: '.', out: join(home, 'dist/corpus'), sources: [folder] })
  expect(compiled.ok).toBe(true)
}

it('an open page gets the new day by its own files alone; the edition has it, bookmarks hold, and all is there offline', async () => {
  await morning('2026-11-22')
  await using host = await new Host(join(home, 'dist')).start()
  await using reader = await Reader.arrive()
  const page = await reader.open(`${host.url}#/browse`)
  await untilReadyOffline(page)
  await page.getByText('201 papers', { exact: true }).waitFor()
  const bookmark = await page.getByRole('link', { name: 'MGM-Omni', exact: false }).first().getAttribute('href')

  await morning('2026-11-23')
  host.requests.length = 0
  await page.goto(`${host.url}#/settings`)
  await page.getByRole('button', { name: 'Look for new papers' }).click()
  await page.getByText('2 new papers are here.').waitFor()
  await page.waitForFunction(() => document.body.innerText.includes('203 papers, all kept on this device'))
  await expect
    .poll(() => host.requests.map((path) => path.replace(/-\w{12}\./, '.')).filter((path) => path.includes('/corpus/')))
    .toEqual(['/corpus/manifest.json', '/corpus/papers.json', '/corpus/vectors.bin'])

  await page.getByRole('link', { name: 'Today’s edition' }).click()
  await page.getByRole('article', { name: 'A fifth paper' }).waitFor()
  await page.getByRole('button', { name: 'Finish' }).waitFor()
  // The newest day alone: what is older is there to be found.
  expect(await page.getByRole('article').count()).toBe(2)
  await page.getByText('2 of 2 not yet shown').waitFor()
  await host.stop()
  const later = await reader.open(`${host.url}${bookmark ?? ''}`)
  await later.getByRole('heading', { level: 1, name: 'MGM-Omni' }).waitFor()
  await later.goto(`${host.url}#/browse?q=${encodeURIComponent('title:"fifth paper"')}`)
  await later.getByText('1 paper', { exact: true }).waitFor()
})
