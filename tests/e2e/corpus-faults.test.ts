/** Whatever comes in place of the papers: the last good ones stay, and a first visit says what happened and how to go on. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileCorpus } from '../../src/compiler/run.ts'
import type { Fault } from '../support/faults.ts'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

/** A copy of dist/ with the same papers under another name. */
let renamed = ''
/** A copy of dist/ whose page lacks the last two papers. */
let shorter = ''
/** A copy of dist/ whose corpus is of a later format. */
let future = ''
beforeAll(async () => {
  renamed = await copyWith((manifest) => ({ ...manifest, generation: 'another' }))
  shorter = await copyWith((manifest) => manifest)
  const page = join(shorter, 'page.txt')
  const lines = (await readFile('data/sources/2026-11-22-trending-page.txt', 'utf8')).trimEnd().split('\n')
  await writeFile(page, lines.slice(0, -4).join('\n'))
  const compiled = await compileCorpus({ root: '.', out: join(shorter, 'corpus'), sources: [page] })
  expect(compiled.ok && compiled.value.papers.length).toBe(196)
  future = await copyWith((manifest) => ({ ...manifest, format: 99 }))
})
afterAll(async () => {
  for (const folder of [renamed, shorter, future]) await rm(folder, { recursive: true, force: true })
})

async function copyWith(change: (manifest: object) => object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-corpus-'))
  await cp('dist', folder, { recursive: true })
  const path = join(folder, 'corpus/manifest.json')
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')) as object)))
  return folder
}

const CASES: readonly (readonly [name: string, file: RegExp, fault: Fault])[] = [
  ['the manifest is missing', /manifest\.json$/, 'not-found'],
  ['a sign-in page comes for the manifest', /manifest\.json$/, 'portal'],
  ['a sign-in page comes as JSON', /manifest\.json$/, 'portal-typed'],
  ['the papers are cut', /papers-.*json$/, 'cut-unannounced'],
  ['the papers have one bit flipped', /papers-.*json$/, 'one-bit'],
  ['the host fails', /papers-.*json$/, 'server-error'],
]

describe('on a first visit', () => {
  it.each(CASES)('%s: the page says so, and Retry brings the papers', async (_, file, fault) => {
    await using host = await new Host('dist').start()
    host.fault = (asked) => (asked.startsWith('corpus/') && file.test(asked) ? fault : null)
    await using reader = await Reader.arrive()
    const page = await reader.open(host.url)
    const retry = page.getByRole('button', { name: /try again|retry/i }).first()
    await retry.waitFor()
    host.fault = () => null
    await retry.click()
    await page.getByRole('article').first().waitFor()
  })

  it('papers of a later format: the page says so', async () => {
    await using host = await new Host(future).start()
    await using reader = await Reader.arrive()
    await (await reader.open(host.url)).getByText('newer version of Offprint').first().waitFor()
  })
})

describe('on a later visit', () => {
  it.each([
    ...CASES.map(([name, file, fault]) => ['renamed', name, file, fault] as const),
    ['future', 'a later format comes', /^$/, 'hang'] as const,
  ])(
    'to a host with a %s corpus, %s: the last good papers stay, and a notice says so',
    async (kind, _, file, fault) => {
      await using host = await new Host('dist').start()
      await using reader = await Reader.arrive()
      await untilReadyOffline(await reader.open(host.url))
      const folder = await mkdtemp(join(tmpdir(), 'offprint-next-'))
      await cp(kind === 'future' ? future : renamed, folder, { recursive: true })
      await renameShard(folder)
      host.folder = folder
      host.fault = (asked) => (asked.startsWith('corpus/') && file.test(asked) ? fault : null)
      const page = await reader.open(host.url)
      await page.getByRole('article').first().waitFor()
      await page.getByText('Your papers are from').first().waitFor()
      await host.stop()
      await (await reader.open(host.url)).getByRole('article').first().waitFor()
      await rm(folder, { recursive: true })
    },
  )

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

/** The same papers in a file of another name, so that they have to be fetched. */
async function renameShard(folder: string): Promise<void> {
  const path = join(folder, 'corpus/manifest.json')
  const text = await readFile(path, 'utf8')
  const [shard] = /papers-[0-9a-f]+\.json/.exec(text) ?? []
  if (shard === undefined) throw new Error('no shard in the manifest')
  const bytes = await readFile(join(folder, 'corpus', shard), 'utf8')
  // A space at the end is the same JSON, and another file.
  const next = `${bytes} `
  const digest = createHash('sha256').update(next).digest('hex')
  const old = createHash('sha256').update(bytes).digest('hex')
  const name = `papers-${digest.slice(0, 12)}.json`
  await writeFile(join(folder, 'corpus', name), next)
  const length = Buffer.byteLength(bytes)
  await writeFile(
    path,
    text
      .replaceAll(shard, name)
      .replaceAll(old, digest)
      .replace(`"bytes":${length}`, `"bytes":${length + 1}`),
  )
}
