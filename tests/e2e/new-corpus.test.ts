/** A newer corpus under a deployed app is taken, and its papers counted. What faults on its way do, the fault lab holds. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'
import { shorterCorpus } from '../support/shorter-corpus.ts'

/** A copy of dist/ with the same papers under another name. */
let renamed = ''
let shorter = ''
beforeAll(async () => {
  renamed = await copyWith((manifest) => ({ ...manifest, generation: 'another' }))
  shorter = await shorterCorpus()
})
afterAll(async () => {
  for (const folder of [renamed, shorter]) await rm(folder, { recursive: true, force: true })
})

async function copyWith(change: (manifest: object) => object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-corpus-'))
  await cp('dist', folder, { recursive: true })
  const path = join(folder, 'corpus/manifest.json')
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')) as object)))
  return folder
}

describe('a later visit', () => {
  it('takes a new corpus put under a deployed dist/', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    await untilReadyOffline(await reader.open(host.url))
    host.folder = renamed
    const page = await reader.open(`${host.url}#/settings`)
    await page.getByText('another', { exact: true }).waitFor()
    await host.stop()
    const offline = await reader.open(`${host.url}#/settings`)
    await offline.getByText('another', { exact: true }).waitFor()
    await offline.getByText('Ready offline', { exact: true }).first().waitFor()
  })

  it('says how many papers have come, in whatever view, and nothing where none have', async () => {
    await using host = await new Host(shorter).start()
    await using reader = await Reader.arrive()
    await untilReadyOffline(await reader.open(host.url))
    host.folder = 'dist'
    const page = await reader.open(`${host.url}#/browse`)
    const notice = page.getByRole('status').filter({ hasText: '2 new papers are here.' })
    await notice.waitFor()
    await page.getByText('198 papers', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await notice.waitFor({ state: 'detached' })
    const again = await reader.open(`${host.url}#/browse`)
    await again.getByText('198 papers', { exact: true }).waitFor()
    expect(await again.getByText('new papers').count()).toBe(0)
  })
})
