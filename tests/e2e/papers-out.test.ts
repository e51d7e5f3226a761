/** Papers go out to other programs, whose readers read them whole. */
import { parse as parseCsv } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { closeSheet, download, importAll, libraryFile, papers, WITH_CLIPBOARD } from '../support/library-moves.ts'
import { button, sheet } from '../support/on-page.ts'
import { readWithCitationJs } from '../unit/formats/read-with-citation-js.ts'

const app = appUnderTest()

describe('papers', () => {
  let page: Page
  const titles = papers.map(({ title }) => title).sort()
  beforeAll(async () => {
    page = await app.visit('#/settings', WITH_CLIPBOARD)
    await importAll(page, libraryFile(198))
  })
  afterAll(() => page.context().close())

  it('go out as BibTeX that another reader reads whole', async () => {
    const { name, text } = await download(page, /^BibTeX/)
    expect(name).toMatch(/^offprint-all-papers-\d{4}-\d\d-\d\d\.bib$/)
    const items = readWithCitationJs(text, 'bibtex')
    expect(items).toHaveLength(198)
    expect(items.filter(({ annote }) => annote?.includes('Zürich'))).toHaveLength(4)
  })
  it('go out as RIS that another reader reads whole', async () => {
    const items = readWithCitationJs((await download(page, /^RIS/)).text, 'ris')
    expect(items.map(({ title }) => title.replace(/\s+/g, ' ')).sort()).toEqual(
      titles.map((t) => t.replace(/\s+/g, ' ')),
    )
  })
  it('go out as CSV that another reader reads whole', async () => {
    const { text } = await download(page, /^CSV/)
    const rows = parseCsv<{ title: string }>(text, { bom: true, columns: true })
    expect(rows).toHaveLength(198)
    expect(rows.map(({ title }) => title.replace(/^'(?=[=+\-@])/, '')).sort()).toEqual(titles)
  })
  it('go out without notes and lists where the reader wants that', async () => {
    await button(page, 'Export library').click()
    await sheet(page).getByRole('radio', { name: /^CSV/ }).check()
    await sheet(page)
      .getByRole('checkbox', { name: /^With my notes/ })
      .uncheck()
    await button(page, 'Copy').click()
    await sheet(page).getByText('Copied').waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain(titles[0])
    expect(text).not.toContain('Zürich')
    expect(text).not.toContain('To read')
    await closeSheet(page)
  })
})
