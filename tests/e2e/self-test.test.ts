/** The self-test: all is well with the host gone, what was damaged is named, and what it says to do about it helps. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Host } from '../support/host.ts'
import { accessFaults, button } from '../support/on-page.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

const ROWS = ['App', 'Papers', 'Search', 'Library', 'Storage', 'Network']

/** A reader in Settings, whose device has everything; the host is gone. */
async function withoutHost(host: Host, reader: Reader): Promise<Page> {
  const page = await reader.open(`${host.url}#/settings`)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await untilReadyOffline(page)
  await page.getByText('On: its table of words is on this device').waitFor()
  await host.stop()
  return page
}

interface Result {
  /** `✓ App`, and so on. */
  readonly marks: readonly string[]
  readonly text: string
  readonly summary: string
}

async function selfTest(page: Page): Promise<Result> {
  await button(page, 'Self-test').click()
  const summary = page.getByRole('status').filter({ hasText: /in \d\.\d s/ })
  await summary.waitFor()
  const rows = await page.getByRole('list', { name: 'Self-test' }).getByRole('listitem').allTextContents()
  const words = rows.map((row) => row.replace(/\s+/g, ' ').trim())
  const marks = words.map((row) => row.split(' ').slice(0, 2).join(' '))
  return { marks, text: words.join('\n'), summary: await summary.innerText() }
}

/** Changes the last byte of one entry of a cache; its file's name. */
function damage(page: Page, cache: string, entry: string): Promise<string> {
  return page.evaluate(
    async ([cacheName, entryName]) => {
      const name = (await caches.keys()).find((one) => one.startsWith(cacheName))
      const opened = await caches.open(name ?? '')
      const request = (await opened.keys()).find(({ url }) => url.includes(entryName))
      const kept = request && (await opened.match(request))
      if (!kept) throw new Error(`no ${entryName} in ${cacheName}`)
      const bytes = new Uint8Array(await kept.arrayBuffer())
      bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
      await opened.put(request, new Response(bytes, { headers: kept.headers }))
      return new URL(request.url).pathname.split('/').at(-1) ?? ''
    },
    [cache, entry] as const,
  )
}

/** Everything that lies in the library's database, and the names of the files beside it. */
const library = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('offprint:/')
      request.onsuccess = () => done(request.result)
    })
    const records = await new Promise<unknown>((done) => {
      const request = database.transaction('records').objectStore('records').getAll()
      request.onsuccess = () => done(request.result)
    })
    database.close()
    const journal = await (await caches.open('offprint:/')).keys()
    return JSON.stringify([records, journal.map(({ url }) => url)])
  })

const marked = (failed: readonly string[]): readonly string[] =>
  ROWS.map((name) => `${failed.includes(name) ? '✗' : '✓'} ${name}`)

describe('the self-test', () => {
  it('finds all well with the host gone, leaves no trace, and can be copied', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await withoutHost(host, reader)
    const before = await library(page)
    const { marks, text, summary } = await selfTest(page)
    expect(marks, text).toEqual(marked([]))
    expect(summary).toMatch(/^All is well: 6 of 6 passed, in [0-3]\.\d s\.$/)
    expect(text).toContain('Nothing was asked of it meanwhile.')
    expect(await library(page)).toBe(before)
    expect(await accessFaults(page)).toEqual([])

    await button(page, 'Copy the result').click()
    await page.getByText('Result copied').waitFor()
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(copied.slice(0, 3)).toEqual([
      expect.stringMatching(/^Offprint \d+\.\d+\.\d+, self-test of \d{4}-\d\d-\d\dT/),
      expect.stringMatching(/^Papers: 2026-11-22-/),
      expect.stringMatching(/^Browser: Mozilla/),
    ])
    expect(copied.slice(3, 9).map((line) => line.split(':')[0])).toEqual(marked([]))
    expect(copied[9]).toBe(summary)
  })

  it.each([
    { what: 'papers', cache: 'offprint-corpus-', entry: 'papers-', row: 'Papers' },
    { what: 'vectors', cache: 'offprint-corpus-', entry: 'vectors-', row: 'Papers' },
    { what: 'the app', cache: 'offprint-precache-', entry: 'KeyboardHelp', row: 'App' },
  ])('names a damaged file of $what, which a reload with the host mends', async ({ cache, entry, row }) => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    const page = await withoutHost(host, reader)
    const file = await damage(page, cache, entry)
    const { marks, text, summary } = await selfTest(page)
    expect(marks, text).toEqual(marked([row, 'Network']))
    expect(text).toContain(`damaged or missing: ${file}.`)
    expect(summary).toContain(`2 of 6 failed`)
    expect(await accessFaults(page)).toEqual([])

    await host.start()
    await page.reload()
    await untilReadyOffline(page)
    await page.getByText('On: its table of words is on this device').waitFor()
    const again = await selfTest(page)
    expect(again.marks, again.text).toEqual(marked([]))
  })
})
