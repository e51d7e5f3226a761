/** A corpus too large to come unasked: the newest papers at first, all of them where the reader wants it, less again. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compileCorpus } from '../../src/compiler/run.ts'
import { readManifest } from '../../src/corpus/manifest.ts'
import { decodeShard } from '../../src/corpus/shard.ts'
import { PHONE } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { writeMadeSources } from '../support/made-sources.ts'
import { accessFaults } from '../support/on-page.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

let home = ''
/** The oldest paper, in the last files. */
const oldest = { id: '', title: '', files: [''] }
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'offprint-large-'))
  await cp('dist', home, { recursive: true })
  const out = join(home, 'corpus')
  const sources = writeMadeSources(5_000)
  const compiled = await compileCorpus({ root: '.', out, sources: [sources] })
  await rm(sources, { recursive: true })
  expect(compiled.ok).toBe(true)
  const manifest = readManifest(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')))
  const last = manifest.ok ? manifest.value.shards.at(-1) : undefined
  const shard = decodeShard(JSON.parse(await readFile(join(out, last?.file ?? ''), 'utf8')), 0)
  Object.assign(oldest, shard.ok ? shard.value.at(-1) : {}, { files: [last?.file, last?.vectors?.file] })
}, 60_000)
afterAll(() => rm(home, { recursive: true }))

const keptFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.startsWith('offprint-corpus')) ?? ''
    return (await (await caches.open(name)).keys()).map(({ url }) => url.split('/').at(-1) ?? '')
  })
/** For axe, light and dark. */
async function expectSound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessFaults(page), colorScheme).toEqual([])
  }
}
const says = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text)

it('is searched as far as it is here; everything comes when it is chosen, and goes again', async () => {
  await using host = await new Host(home).start()
  await using reader = await Reader.arrive()
  const page = await reader.open(`${host.url}#/browse?q=${encodeURIComponent(`title:"${oldest.title}"`)}`)
  await page.setViewportSize(PHONE)
  await untilReadyOffline(page)
  await says(page, '2,650 of 5,000 on this device.')
  await page.getByRole('heading', { name: 'No paper for' }).waitFor()
  await expectSound(page)
  expect((await keptFiles(page)).filter((file) => oldest.files.includes(file))).toEqual([])

  await page.goto(`${host.url}#/paper/${oldest.id}`)
  await says(page, '2,350 of the 5,000 papers of the host are not on this device')
  await expectSound(page)
  await page.getByRole('link', { name: 'Choose how many are kept here' }).click()
  await page.getByRole('radio', { name: 'The newest · 2,650 papers', checked: true }).waitFor()
  host.fault = (file) => (file.endsWith(oldest.files[0] ?? '') ? 'hang' : null)
  await page.getByRole('radio', { name: 'Everything · 5,000 papers' }).check()
  await says(page, 'Those can be read and searched; if it is cut off, it goes on from there.')
  const line = await page.getByRole('progressbar', { name: 'Papers on their way' }).boundingBox()
  expect(line?.width).toBeGreaterThan(200)
  await expectSound(page)
  await host.stop() // cuts it off
  await page.getByRole('button', { name: 'Go on' }).waitFor()
  await expectSound(page)
  host.fault = () => null
  await host.start()
  await page.getByRole('button', { name: 'Go on' }).click()
  await says(page, 'All 5,000 papers are on this device.')
  await expect.poll(() => keptFiles(page), { timeout: 10_000 }).toEqual(expect.arrayContaining(oldest.files))

  await host.stop()
  await reader.killBrowser()
  const later = await reader.open(`${host.url}#/paper/${oldest.id}`)
  await later.getByRole('heading', { level: 1, name: oldest.title }).waitFor()
  await later.goto(`${host.url}#/settings`)
  await says(later, 'All 5,000 papers are on this device.')
  await later.getByRole('radio', { name: 'The newest · 2,650 papers' }).check()
  await says(later, '2,650 of 5,000 papers are on this device.')
  await expect.poll(async () => (await keptFiles(later)).filter((file) => oldest.files.includes(file))).toEqual([])
})
