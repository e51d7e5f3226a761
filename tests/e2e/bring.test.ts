/** Papers of the reader's own: brought in every format, found, deleted, exported; and links that wait for theirs. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileCorpus } from '../../src/compiler/run.ts'
import { encodeShard } from '../../src/corpus/encode-shard.ts'
import { paperId, titleKey } from '../../src/enrich/identity.ts'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { closeSheet, WITH_CLIPBOARD } from '../support/library-moves.ts'
import { answered, button, results, said, sheet } from '../support/on-page.ts'
import { paper } from '../support/papers.ts'
import { hfDaily } from '../support/paper-hosts.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'
import { arxivFeed } from '../unit/sources/samples.ts'

const WORD = 'quokkas'
const titled = (format: string): string => `How ${format} counts ${WORD}`

/** A file of each format with a paper that only it has. */
const FILES: Readonly<Record<string, string>> = {
  'refs.bib': `@misc{a, title = {${titled('BibTeX')}}, author = {Author, Ann}, eprint = {2605.90002}}`,
  'refs.ris': `TY  - GEN\nTI  - ${titled('RIS')}\nER  - `,
  'items.json': JSON.stringify([{ type: 'article', title: titled('CSL') }]),
  'feed.atom': arxivFeed(
    `<id>http://arxiv.org/abs/2605.90003</id><title>${titled('Atom')}</title><summary>Of it.</summary>`,
  ),
  'daily.json': hfDaily('2026-11-22', [titled('a daily page')]),
  'page.txt': `${titled('a page')}\nIt counts them one by one, and all of them twice.`,
  'papers.json': encodeShard([
    paper({ id: paperId(titleKey(titled('a shard'))), title: titled('a shard'), topics: ['agents'] }),
  ]),
}

const given = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))

async function bring(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.setInputFiles('main input[type=file]', given(files))
}

const app = appUnderTest()

describe('papers of the reader’s own', () => {
  let page: Page
  beforeAll(async () => {
    page = await app.visit('#/bring', { ...WITH_CLIPBOARD, viewport: PHONE })
  })
  afterAll(() => page.context().close())

  it('come from files of every format, and are looked through before', async () => {
    await bring(page, { ...FILES, 'broken.bib': '@misc{b, title = {Cut' })
    await page.getByRole('alert').getByText('broken.bib, line 1').waitFor()
    await button(page, 'Add 7 papers, leave 1 out').click()
    await said(page, '7 papers added to your own')
    await page.getByRole('link', { name: '7 papers in Browse' }).click()
    await page.getByText('7 papers', { exact: true }).waitFor()
  })
  it('are found beside all others, marked, and kept over a reload', async () => {
    await page.goto(app.at(`#/browse?q=${WORD}`))
    await page.reload()
    await page.getByText('7 papers', { exact: true }).waitFor()
    await results(page)
      .first()
      .getByText(/^Mine · /)
      .waitFor()
    await page.getByRole('link', { name: titled('BibTeX') }).click()
    await page.getByRole('list', { name: 'Facts' }).getByText('Ann Author').waitFor()
    await page.getByRole('list', { name: 'Facts' }).getByText('Mine', { exact: true }).waitFor()
  })
  it('are deleted from their page, with undo', async () => {
    await button(page, 'More').click()
    await button(sheet(page), 'Delete from my papers').click()
    await closeSheet(page)
    await button(page, 'Undo').click()
    await said(page, 'Undone')
    await page.goto(app.at(`#/browse?q=${WORD}&is=mine`))
    await answered(page)
    await page.getByText('7 papers', { exact: true }).waitFor()
  })
  it('can be typed into a field that keeps its text over a reload', async () => {
    await page.goto(app.at('#/bring'))
    const box = page.getByRole('textbox', { name: 'Or paste text, links or identifiers' })
    const text = 'A title of no paper here'
    await box.fill(text)
    await page.reload()
    expect(await box.inputValue()).toBe(text)
    await box.fill('')
    await page.reload()
    expect(await box.inputValue()).toBe('')
  })
  it('go out as BibTeX that brings nothing new', async () => {
    await page.goto(app.at('#/bring'))
    await button(page, 'Export').click()
    await sheet(page)
      .getByRole('radio', { name: /^BibTeX/ })
      .check()
    const coming = page.waitForEvent('download')
    await button(page, 'Download').click()
    const text = await readFile(await (await coming).path(), 'utf8')
    await closeSheet(page)
    await bring(page, { 'again.bib': text })
    await page.getByRole('heading', { name: 'again.bib · 7 papers: 7 here already' }).waitFor()
    await button(page, 'Close').click()
    await button(page, 'Delete all 7 papers').click()
    await said(page, '7 papers deleted')
    await page.goto(app.at(`#/browse?q=${WORD}`))
    await answered(page)
    await expect.poll(() => page.getByText('7 papers', { exact: true }).count()).toBe(0)
  })
})

describe('a link to a paper that is not here', () => {
  let home = ''
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'offprint-bring-'))
    await cp('dist', join(home, 'dist'), { recursive: true })
  })
  afterAll(() => rm(home, { recursive: true }))

  it('is shared into the app offline, waits, and becomes a saved paper by a file or by the next corpus', async () => {
    await using host = await new Host(join(home, 'dist')).start()
    await using reader = await Reader.arrive()
    await untilReadyOffline(await reader.open(`${host.url}#/bring`))
    await host.stop()

    const share = (number: string): string =>
      `${host.url}?title=A+Title&text=${encodeURIComponent(`https://huggingface.co/papers/${number}`)}`
    const page = await reader.open(share('2605.90002'))
    await button(page, 'Keep for later').click()
    await said(page, '1 link kept for later')
    expect(page.url()).toContain('/#/bring?title=')
    await bring(page, { 'refs.bib': FILES['refs.bib'] ?? '' })
    await button(page, 'Add 1 paper').click()
    await said(page, `A paper you waited for is here: “${titled('BibTeX')}”`)

    await page.goto(share('2605.90001'))
    await button(page, 'Keep for later').click()
    await said(page, '1 link kept for later')
    await host.start()
    const feed = arxivFeed(
      `<id>http://arxiv.org/abs/2605.90001v2</id><title>It comes</title><summary>At last.</summary>`,
    )
    await writeFile(join(home, 'feed.atom'), feed)
    const sources = ['data/sources', join(home, 'feed.atom')]
    expect((await compileCorpus({ root: '.', out: join(home, 'dist/corpus'), sources })).ok).toBe(true)
    await page.goto(`${host.url}#/settings`)
    await button(page, 'Look for new papers').click()
    await said(page, 'A paper you waited for is here: “It comes”')
    await page.goto(`${host.url}#/saved/to-read`)
    await page.getByRole('link', { name: 'It comes' }).waitFor()
    await page.getByRole('link', { name: titled('BibTeX') }).waitFor()

    await page.goto(share('2605.90001'))
    await page.getByRole('heading', { level: 1, name: 'It comes' }).waitFor()
  })
})
