/** A library that moves: made to be moved, taken in and given out by hand on the Settings page. */
import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { writeLibraryFile } from '../../src/library/library-file.ts'
import type { Envelope } from '../../src/library/record.ts'
import { button, sheet } from './on-page.ts'
import { seedPapers } from './seed.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 22, 8)

/** The papers that the libraries hold, in page order. */
export const papers = seedPapers()

/** A browser in which the app may copy and paste. */
export const WITH_CLIPBOARD: BrowserContextOptions = {
  permissions: ['clipboard-read', 'clipboard-write'],
  serviceWorkers: 'block',
}

/** A library file with some papers in To read, some of them in two more lists, with notes, marks and two searches. */
export const libraryFile = (count: number): string => writeLibraryFile(filled(count), NOW)

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

/** Gives Settings a library file. */
export async function choose(page: Page, content: string | Buffer): Promise<void> {
  await button(page, 'Import library').click()
  await page.setInputFiles('dialog input[type=file]', {
    name: 'offprint-library.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  })
}

/** Takes a library file in, to the end. */
export async function importAll(page: Page, content: string): Promise<void> {
  await choose(page, content)
  await button(page, 'Merge').click()
  await page.getByText('The library is imported.').waitFor()
  await closeSheet(page, 'footer')
}

/** What a reader gets of everything in a format. */
export async function download(page: Page, format: RegExp): Promise<{ readonly name: string; readonly text: string }> {
  await button(page, 'Export library').click()
  await sheet(page).getByRole('radio', { name: format }).check()
  const coming = page.waitForEvent('download')
  await button(page, 'Download').click()
  const file = await coming
  await closeSheet(page)
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** Closes the open sheet, at its head or where it ends. */
export async function closeSheet(page: Page, at: 'header' | 'footer' = 'header'): Promise<void> {
  await sheet(page).locator(at).getByRole('button', { name: 'Close' }).click()
  // Its entry of the history is left a task later, and that would break off a reload.
  await page.waitForFunction(() => (history.state as { over?: boolean } | null)?.over !== true)
}

/** The records of a library file, in one order. */
export const records = (text: string): readonly string[] =>
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

/** The records of the library of a page, in one order. */
export const exported = async (page: Page): Promise<readonly string[]> =>
  records((await download(page, /^Library file/)).text)
