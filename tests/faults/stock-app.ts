/** The app with the service worker that vite-plugin-pwa makes by itself, in place of its own: what a first visit and an update come to then. */
import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { Host } from '../support/host.ts'
import { untilTrue } from '../support/on-page.ts'
import { inTurn } from '../support/seeded.ts'
import { laterBuild } from './builds.ts'
import { shared } from './shared.ts'
import { keptWrongly, ROWS } from './shell.ts'
import { installUnder, lookForUpdate, offerOf, takeUpdate } from './versions.ts'
import { Visitor } from './visitor.ts'

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })
const stockFirst = shared(() => withStockWorker('dist'), remove)
const stockLater = shared(async () => withStockWorker(await laterBuild()), remove)

/** A copy of a build, whose files are all as they were but the service worker. */
async function withStockWorker(folder: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'offprint-stock-'))
  const [files, outDir] = [join(root, 'public'), join(root, 'dist')]
  await cp(folder, files, { recursive: true })
  const page = (await readFile(join(folder, 'index.html'), 'utf8')).replaceAll('"./', '"/')
  await writeFile(join(root, 'index.html'), page)
  for (const own of ['index.html', 'service-worker.js']) await rm(join(files, own))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    build: { outDir },
    // The app registers it, and its manifest lies beside it; all else is as it comes.
    plugins: [VitePWA({ filename: 'service-worker.js', injectRegister: false, manifest: false })],
  })
  return outDir
}

/** A first visit under a fault, and one without it. */
export async function stockInstall(seed: number): Promise<void> {
  const [, file, fault] = inTurn(ROWS, seed)
  const folder = await stockFirst()
  await using host = await new Host(folder).start()
  await using visitor = await Visitor.arrive()
  host.fault = (asked) => (file.test(asked) ? fault : null)
  const first = await visitor.open(host.url)
  await first.waitForTimeout(1_500)
  await first.close()
  host.fault = () => null
  if (fault === 'hang') await host.restart()
  await comesWhole(await visitor.open(host.url), visitor, host, folder)
}

/** An update under a fault, which is over when the reader takes what is offered. */
export async function stockUpdate(seed: number): Promise<void> {
  const [, file, fault] = inTurn(ROWS, seed)
  const later = await stockLater()
  await using host = await new Host(await stockFirst()).start()
  await using visitor = await Visitor.arrive()
  const page = await visitor.open(host.url)
  await untilInstalled(page)
  await page.reload()
  await page.getByRole('article').first().waitFor()
  host.folder = later
  await installUnder(fault, host, page, file)
  host.fault = () => null
  await lookForUpdate(page)
  await offerOf(page).waitFor({ timeout: PATIENCE })
  await takeUpdate(page, 'later', PATIENCE)
  await comesWhole(page, visitor, host, later)
}

/** Milliseconds after which what has not come does not come. */
const PATIENCE = 15_000

async function comesWhole(page: Page, visitor: Visitor, host: Host, folder: string): Promise<void> {
  await untilInstalled(page)
  assert.deepEqual(await keptWrongly(page, folder), [])
  await host.stop()
  await (await visitor.open(host.url)).getByRole('article').first().waitFor({ timeout: PATIENCE })
}

async function untilInstalled(page: Page): Promise<void> {
  await page.getByRole('article').first().waitFor({ timeout: PATIENCE })
  const isActive = async (): Promise<boolean> =>
    (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'
  await untilTrue(page, isActive, undefined, PATIENCE)
}
