/** New papers announced while the app is closed: the service worker's periodic look, dispatched as the browser would. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

let folder = ''
let manifest: Readonly<Record<string, unknown>> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-news-'))
  await cp('dist', folder, { recursive: true })
  manifest = JSON.parse(await readFile('dist/corpus/manifest.json', 'utf8')) as typeof manifest
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The host has another page from now on. */
const serve = (changed: object | string): Promise<void> =>
  writeFile(
    join(folder, 'corpus/manifest.json'),
    typeof changed === 'string' ? changed : JSON.stringify({ ...manifest, ...changed }),
  )

const LATER = { generation: '2099-01-01-later', taken: '2099-01-01', papers: 210 }

/** How often the receipt of requests has the host's table of contents. */
const RECEIPTED = `caches.open('offprint-requests-/').then((log) => log.match('/')).then((kept) => kept?.json())
  .then((log) => log?.rows.find(({ address }) => address.endsWith('manifest.json'))?.count ?? 0)`

let host: Host
let reader: Reader
let page: Page
let session: CDPSession
let registrationId = ''

beforeEach(async () => {
  await serve({})
  host = await new Host(folder).start()
  reader = await Reader.arrive()
  const first = await reader.open(host.url)
  await untilReadyOffline(first)
  // What the page asked for before the service worker came is handed over to its receipt a moment later.
  await expect.poll(() => first.evaluate<number>(RECEIPTED)).toBeGreaterThan(0)
  page = await first.context().newPage()
  session = await page.context().newCDPSession(page)
  const known = new Promise<string>((done) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => one && done(one.registrationId))
  })
  await session.send('ServiceWorker.enable')
  registrationId = await known
  // The reader has closed the app.
  await first.close()
})
afterEach(async () => {
  await reader[Symbol.asyncDispose]()
  await host.stop()
})

const origin = () => new URL(host.url).origin
const allow = (setting: 'granted' | 'denied') =>
  session.send('Browser.setPermission', { permission: { name: 'notifications' }, setting, origin: origin() })

/** What the service worker asked the host of the corpus for, at its last look. */
let asked: readonly string[] = []

const inWorker = <Value>(script: string) => page.context().serviceWorkers()[0]?.evaluate<Value>(script)

/** The browser's periodic look; what is announced after it. */
async function look(): Promise<unknown> {
  const before = host.requests.length
  await session.send('ServiceWorker.dispatchPeriodicSyncEvent', { origin: origin(), registrationId, tag: 'new-papers' })
  // Nothing tells the end of it from outside.
  await new Promise((done) => setTimeout(done, 700))
  asked = host.requests.slice(before).filter((path) => path.startsWith('/corpus/'))
  return inWorker('registration.getNotifications().then((all) => all.map(({ title, body }) => `${title} · ${body}`))')
}

describe('new papers', () => {
  it('are counted and announced once for each generation; their files are not fetched', async () => {
    await allow('granted')
    await serve(LATER)
    const before = Number(await inWorker(RECEIPTED))
    expect(await look()).toEqual(['12 new papers · 210 papers on the page, as of 1 Jan.'])
    expect(asked).toEqual(['/corpus/manifest.json'])
    await expect.poll(() => inWorker(RECEIPTED)).toBe(before + 1)
    await inWorker('registration.getNotifications().then((all) => all.forEach((one) => one.close()))')
    expect(await look()).toEqual([])
    await serve({ ...LATER, generation: '2099-01-02-later', papers: 198 })
    expect(await look()).toEqual(['New papers · 198 papers on the page, as of 1 Jan.'])
  })
  it('are not announced for the same page, an older one, or what is no page of papers', async () => {
    await allow('granted')
    const pages: readonly (object | string)[] = [
      {},
      { generation: '2001-01-01-early', papers: 300 },
      '{"format":1,"gener',
      '<!doctype html><title>Log in</title>',
      { ...LATER, format: 99 },
    ]
    for (const changed of pages) {
      await serve(changed)
      expect(await look(), JSON.stringify(changed)).toEqual([])
      expect(asked).toEqual(['/corpus/manifest.json'])
    }
  })
  it('are not announced offline, and are later', async () => {
    await allow('granted')
    await serve(LATER)
    await host.stop()
    expect(await look()).toEqual([])
    await host.start()
    expect(await look()).toHaveLength(1)
  })
  it('are not announced, nor asked for, where notifications were not allowed', async () => {
    await serve(LATER)
    await look()
    expect(asked).toEqual([])
    await allow('denied')
    await look()
    expect(asked).toEqual([])
  })
  it('are not announced over the app itself', async () => {
    await allow('granted')
    await page.goto(host.url)
    await untilReadyOffline(page)
    await serve(LATER)
    expect(await look()).toEqual([])
    expect(asked).toEqual([])
  })
})

describe('the switch', () => {
  const choice = () => page.getByRole('region', { name: 'New papers' })
  const open = async () => {
    await page.goto(`${host.url}#/settings`)
    await choice().getByRole('status').waitFor()
  }
  it('asks for nothing where the app is not installed, and says so', async () => {
    await open()
    await choice().getByRole('button', { name: 'Announce new papers' }).click()
    await choice().getByText('Install Offprint, then turn it on here.').waitFor()
    expect(await page.evaluate(() => Notification.permission)).not.toBe('granted')
  })
  it('says so where notifications are blocked', async () => {
    await allow('denied')
    await open()
    await choice().getByText('Notifications of this site are blocked.').waitFor()
  })
  it('turns on and off where the browser allows both', async () => {
    await allow('granted')
    const permission = { name: 'periodic-background-sync' }
    await session.send('Browser.setPermission', { permission, setting: 'granted', origin: origin() })
    await open()
    await choice().getByRole('button', { name: 'Announce new papers' }).click()
    await choice().getByText('New papers are announced on this device.').waitFor()
    await page.reload()
    await choice().getByRole('button', { name: 'Stop announcing' }).click()
    await choice().getByRole('button', { name: 'Announce new papers' }).waitFor()
  })
  it('says where the browser cannot', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'periodicSync'))
    await open()
    await choice().getByText('This browser cannot look for new papers').waitFor()
  })
})
