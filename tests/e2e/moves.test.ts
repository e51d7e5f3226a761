/** The library moves: out to files and back, over the clipboard, and a list by link and code, between profiles. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeLibraryFile } from '../../src/library/library-file.ts'
import type { Envelope } from '../../src/library/record.ts'
import { DESKTOP, launchBrowser, PHONE } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { readWithCitationJs } from '../unit/formats/read-with-citation-js.ts'
import { realEntries } from '../unit/formats/real-papers.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 22, 8)
const papers = realEntries().map(({ paper }) => paper)

let host: Host
let browser: Browser
beforeAll(async () => {
  host = await new Host('dist').start()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

/** Some papers in To read, some of them in two more lists, with notes, marks and two searches. */
function filled(count: number): readonly Envelope[] {
  const put = (kind: string, id: string, data: unknown): Envelope => ({ kind, id, v: 1, changed: NOW - HOUR, data })
  const some = papers.slice(0, count)
  return [
    put('list', 'speech', { name: 'Speech', order: 1 }),
    put('list', 'agents', { name: 'Agents, “later”', order: 2 }),
    ...some.map((paper, n) => put('entry', `to-read:${paper.id}`, { added: NOW - n, title: paper.title })),
    ...some.slice(0, 5).map(({ id, title }) => put('entry', `speech:${id}`, { added: NOW, title })),
    ...some.map((paper) => put('paper', paper.id, paper)),
    ...some.slice(2, 6).map(({ id, title }) => put('note', id, { text: 'Compare §3\nwith Zürich', title })),
    ...some.slice(1, 3).map(({ id, title }) => put('done', id, { at: NOW, title })),
    put('search', 'moe', { name: 'Experts', query: 'topic:mixture-of-experts', order: 1 }),
    put('search', 'tts', { name: 'Voice', query: 'tts OR asr', order: 2 }),
  ]
}

/** A fresh profile, on an address of the app. */
async function profile(hash = '#/settings'): Promise<Page> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.goto(host.url + hash)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const sheet = (page: Page) => page.getByRole('dialog')

async function choose(page: Page, content: string | Buffer): Promise<void> {
  await button(page, 'Import library').click()
  await page.setInputFiles('dialog input[type=file]', {
    name: 'offprint-library.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  })
}

async function importAll(page: Page, content: string): Promise<void> {
  await choose(page, content)
  await button(page, 'Merge').click()
  await page.getByText('The library is imported.').waitFor()
  await sheet(page).locator('footer').getByRole('button', { name: 'Close' }).click()
}

async function download(page: Page, format: RegExp): Promise<{ readonly name: string; readonly text: string }> {
  await button(page, 'Export library').click()
  await sheet(page).getByRole('radio', { name: format }).check()
  const coming = page.waitForEvent('download')
  await button(page, 'Download').click()
  const file = await coming
  await sheet(page).locator('header').getByRole('button').click()
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** The records of a library file, in one order. */
const records = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{"kind":"') && !line.includes('offprint-library'))
    .map((line) => JSON.stringify(sorted(JSON.parse(line.replace(/,$/, '')))))
    .sort()

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  )
}

const exported = async (page: Page): Promise<readonly string[]> => records((await download(page, /^Library file/)).text)

describe('the library', () => {
  it('is identical after export, deletion of everything and import, and unchanged by a second import', async () => {
    const page = await profile()
    const original = writeLibraryFile(filled(20), NOW)
    await importAll(page, original)
    const { name, text } = await download(page, /^Library file/)
    expect(name).toMatch(/^offprint-library-\d{4}-\d\d-\d\d\.json$/)
    expect(records(text)).toEqual(records(original))

    await button(page, 'Delete everything').click()
    await sheet(page).getByText('This deletes 20 papers in 3 lists, 4 notes, marks on 2 papers, 2 searches').waitFor()
    await button(page, 'Delete now').click()
    await page.getByText('Everything is deleted.').waitFor()
    await page.reload()
    await page.getByText('Nothing yet').waitFor()
    expect(await exported(page)).toEqual([])

    await importAll(page, text)
    expect(await exported(page)).toEqual(records(original))
    await choose(page, text)
    await sheet(page).getByText('Nothing in it is new: your library stays as it is.').waitFor()
    expect(await button(page, 'Merge').count()).toBe(0)
    await page.context().close()
  })

  it('goes over the clipboard into a fresh profile, identical', async () => {
    const here = await profile()
    await importAll(here, writeLibraryFile(filled(20), NOW))
    await button(here, 'Copy my library').click()
    await here.getByText('Copied.').waitFor()
    const clip = await here.evaluate(() => navigator.clipboard.readText())
    const before = await exported(here)
    await here.context().close()

    const there = await profile()
    await there.evaluate((text) => navigator.clipboard.writeText(text), clip)
    await button(there, 'Paste my library').click()
    await button(there, 'Merge').click()
    await there.getByText('The library is imported.').waitFor()
    await sheet(there).locator('footer').getByRole('button', { name: 'Close' }).click()
    expect(await exported(there)).toEqual(before)
    await there.context().close()
  })

  it('shows what replacing would remove, and comes back with Undo import', async () => {
    const page = await profile()
    await importAll(page, writeLibraryFile(filled(20), NOW))
    const before = await shown(page)
    await choose(page, writeLibraryFile(filled(3), NOW))
    await sheet(page)
      .getByRole('radio', { name: /^Replace/ })
      .check()
    await sheet(page).getByRole('row', { name: 'Papers in lists – – 19' }).waitFor()
    await button(page, 'Replace my library').click()
    await button(page, 'Undo import').click()
    await page.getByText('Your library is as it was before the import.').waitFor()
    await sheet(page).locator('footer').getByRole('button', { name: 'Close' }).click()
    expect(await shown(page)).toEqual(before)
    await page.context().close()
  })

  it('can go back to before the last import after a reload', async () => {
    const page = await profile()
    await importAll(page, writeLibraryFile(filled(3), NOW))
    await page.reload()
    await button(page, 'Undo last import').click()
    await button(page, 'Replace my library').click()
    await page.getByText('The library is imported.').waitFor()
    await page.getByText('Nothing yet').waitFor()
    await page.context().close()
  })

  it.each([
    ['21 MB', ' '.repeat(21 * 2 ** 20), 'larger than 20 MB'],
    ['a cut file', writeLibraryFile(filled(3), NOW).slice(0, -40), 'cut short'],
    ['a file of another kind', '{"kind":"bookmarks"}', 'of another kind'],
    ['a newer version', '{"kind":"offprint-library","version":9,"records":[]}', 'a newer version of Offprint'],
    [
      'a key named __proto__',
      '{"kind":"offprint-library","version":1,"exported":"","records":[{"__proto__":{}}]}',
      'made to break',
    ],
    [
      'a record that is none',
      '{"kind":"offprint-library","version":1,"exported":"","records":[{"kind":"note"}]}',
      'is damaged',
    ],
  ])('refuses %s with the reason, and changes nothing', async (_, content, reason) => {
    const page = await profile()
    await importAll(page, writeLibraryFile(filled(3), NOW))
    const before = await exported(page)
    await choose(page, content)
    const alert = sheet(page).getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain(reason)
    expect(await alert.innerText()).toContain('your library is as it was')
    await sheet(page).locator('header').getByRole('button').click()
    expect(await exported(page)).toEqual(before)
    await page.context().close()
  })
})

/** What a reader sees of it, whatever the stamps: records without the time they were changed. */
async function shown(page: Page): Promise<readonly string[]> {
  return (await exported(page))
    .filter((line) => !line.includes('"data":null'))
    .map((line) => line.replace(/"changed":\d+/, ''))
    .sort()
}

describe('papers', () => {
  let page: Page
  const titles = papers.map(({ title }) => title).sort()
  beforeAll(async () => {
    page = await profile()
    await importAll(page, writeLibraryFile(filled(198), NOW))
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
    await sheet(page).locator('header').getByRole('button').click()
  })
})

describe('a list', () => {
  /** The link of what is in the library of a new profile. */
  async function linkFrom(count: number): Promise<{ readonly page: Page; readonly link: string }> {
    const page = await profile()
    await importAll(page, writeLibraryFile(filled(count), NOW))
    await button(page, 'Export library').click()
    await button(page, 'Copy link').click()
    await page.getByText('Link copied').waitFor()
    return { page, link: await page.evaluate(() => navigator.clipboard.readText()) }
  }

  it('goes by link to another profile, which is asked first, and leaves the address bar', async () => {
    const { page: here, link } = await linkFrom(7)
    await here.context().close()
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#\/list\/[\w-]+$/)
    const there = await profile(link.slice(link.indexOf('#')))
    await there.getByRole('heading', { level: 1, name: 'All papers' }).waitFor()
    expect(await there.getByRole('list', { name: 'Papers of the list' }).getByRole('listitem').count()).toBe(7)
    await there.getByRole('textbox', { name: 'Name' }).fill('From the train')
    await button(there, 'Keep 7 papers').click()
    await there.waitForFunction(() => !location.hash.includes('list/'))
    await there.goto(`${host.url}#/settings`)
    await there.getByText('7 papers in 2 lists').waitFor()
    const kept = (await exported(there)).join('\n')
    expect(kept).toContain('From the train')
    expect(kept, 'no notes travel in a link').not.toContain('Zürich')
    await there.context().close()
  })

  it('is not kept by whoever says no', async () => {
    const { page: here, link } = await linkFrom(2)
    await here.context().close()
    const there = await profile(link.slice(link.indexOf('#')))
    await button(there, 'No, thanks').click()
    await there.waitForFunction(() => location.hash === '#/saved')
    await there.goto(`${host.url}#/settings`)
    await there.getByText('Nothing yet').waitFor()
    await there.context().close()
  })

  it('is drawn as a code that another reader reads, and says when it is too long for one', async () => {
    const { page } = await linkFrom(60)
    await button(page, 'QR code').click()
    const code = sheet(page).getByRole('img', { name: /^QR code/ })
    const picture = await code.screenshot()
    const read = await readCode(page.context(), picture)
    expect(read).toMatch(/\/#\/list\/0[\w-]+$/)
    expect(read.length).toBeLessThanOrEqual(900)
    const there = await profile(read.slice(read.indexOf('#')))
    await button(there, 'Keep 60 papers').waitFor()
    expect(
      await there
        .getByRole('listitem')
        .filter({ hasText: papers[0]?.title ?? '?' })
        .count(),
    ).toBe(1)
    await there.context().close()
    await page.context().close()

    const { page: large } = await linkFrom(198)
    await button(large, 'QR code').click()
    await large.getByText('Too long for a QR code').waitFor()
    expect(await large.getByRole('img', { name: /^QR code/ }).count()).toBe(0)
    await large.context().close()
  })

  it.each([
    ['cut', '#/list/1K8lMzi', 'holds no list'],
    ['of a newer version', '#/list/9abc', 'a newer version of Offprint'],
    ['of 300,000 characters', `#/list/1${'x'.repeat(300_000)}`, 'more than any list'],
  ])('refuses a link that is %s with a sentence', async (_, hash, reason) => {
    const page = await profile(hash)
    await page.getByRole('heading', { level: 1, name: 'No list in this link' }).waitFor()
    expect(await page.locator('main').innerText()).toContain(reason)
    await page.context().close()
  })
})

/** What jsQR, a reader that is not ours, makes of a picture. */
async function readCode(context: BrowserContext, picture: Buffer): Promise<string> {
  const page = await context.newPage()
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('jsqr') })
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const image = context?.getImageData(0, 0, bitmap.width, bitmap.height)
    const { jsQR } = globalThis as unknown as { jsQR: typeof import('jsqr').default }
    return (image && jsQR(image.data, image.width, image.height)?.data) ?? ''
  }, picture.toString('base64'))
}

describe('an empty app that was installed on a phone', () => {
  it('offers to paste, until something is in it', async () => {
    const context = await browser.newContext({
      viewport: PHONE,
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
      permissions: ['clipboard-read', 'clipboard-write'],
      serviceWorkers: 'block',
    })
    await context.addInitScript(() => {
      const asked = window.matchMedia.bind(window)
      window.matchMedia = (query) => asked(query.includes('standalone') ? 'all' : query)
    })
    const page = await context.newPage()
    await page.goto(host.url)
    const offer = page.getByRole('status').filter({ hasText: 'keeps its own library, which is empty' })
    await offer.waitFor()
    await page.evaluate((text) => navigator.clipboard.writeText(text), writeLibraryFile(filled(3), NOW))
    await offer.getByRole('button', { name: 'Paste my library' }).click()
    await button(page, 'Merge').click()
    await page.getByText('The library is imported.').waitFor()
    await offer.waitFor({ state: 'detached' })
    await context.close()
  })
})

describe('every sheet', () => {
  const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  const looks = [PHONE, DESKTOP].flatMap((viewport) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme, width: viewport.width })),
  )
  it.each(looks)('holds for axe at $width px, $colorScheme', async ({ viewport, colorScheme }) => {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    const axe = await readFile(axePath, 'utf8')
    const faults = async () => {
      await page.evaluate(axe)
      return page.evaluate<
        readonly string[]
      >(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' '))))`)
    }
    const shoot = async (name: string) => {
      expect(await faults(), name).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
      if (process.env['SHOTS'])
        await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${viewport.width}-${colorScheme}.png` })
    }
    await page.goto(`${host.url}#/settings`)
    await button(page, 'Import library').click()
    await shoot('import')
    await sheet(page).locator('header').getByRole('button').click()
    await choose(page, '{}')
    await sheet(page).getByRole('alert').waitFor()
    await shoot('refused')
    await sheet(page).locator('header').getByRole('button').click()
    await choose(page, writeLibraryFile(filled(20), NOW))
    await button(page, 'Merge').waitFor()
    await shoot('preview')
    await button(page, 'Merge').click()
    await button(page, 'Undo import').waitFor()
    await shoot('imported')
    await sheet(page).locator('header').getByRole('button').click()
    await button(page, 'Export library').click()
    await sheet(page)
      .getByText(/offprint-library-.*kB/)
      .waitFor()
    await shoot('export')
    await button(page, 'QR code').click()
    await sheet(page)
      .getByRole('img', { name: /^QR code/ })
      .scrollIntoViewIfNeeded()
    await shoot('code')
    await button(page, 'Copy link').click()
    await page.getByText('Link copied').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await sheet(page).locator('header').getByRole('button').click()
    await button(page, 'Delete everything').click()
    await shoot('delete')
    await sheet(page).locator('header').getByRole('button').click()
    await page.getByRole('heading', { name: 'Library' }).scrollIntoViewIfNeeded()
    await shoot('settings')
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'All papers' }).waitFor()
    await shoot('list')
    await context.close()
  })
})
