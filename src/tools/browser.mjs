/** Finds a Chromium on this machine, and where there is none gets one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inProject, run } from './project.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
  'brave-browser',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * What a Chromium for tests is started with: nothing of its own on the network, and as root, or where
 * a hosted runner forbids it, no sandbox.
 */
export const BROWSER_FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
]

/** The path of a Chromium that answers, or null. @returns {Promise<string | null>} */
export async function findBrowser() {
  const named = ['CHROME_PATH', 'CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH'].map((name) => process.env[name])
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  const onPath = NAMES.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  )
  const own = await playwrightsOwn()
  return [...named, ...onPath, ...PLACES, own].find((path) => path && answers(path)) ?? null
}

/** As findBrowser, but where there is none it is installed: by Playwright, else by apt-get as root. */
export async function obtainBrowser() {
  const found = await findBrowser()
  if (found) return found
  console.log('No Chromium found: installing one …')
  await run(process.execPath, [inProject('node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  const installed = await findBrowser()
  if (installed || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return installed
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', 'chromium'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return findBrowser()
}

/** @param {string} path */
function answers(path) {
  if (!existsSync(path)) return false
  // Windows opens a window for --version; there, being in its place is enough.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core')
    return chromium.executablePath()
  } catch {
    return null // Not installed yet, or no browser for this platform.
  }
}
