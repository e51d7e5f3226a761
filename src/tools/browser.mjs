/** Finds a Chromium on this machine, and where there is none gets one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installByApt } from './apt.mjs'
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
 * What a Chromium does without in tests. The last list counts, so this one repeats Playwright's, as far as it bears on
 * what is tested here; to it come the two pages that each window would load for its address bar, a fifth of all work.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/**
 * What a Chromium for tests is started with: nothing of its own on the network, and as root, or where
 * a hosted runner forbids it, no sandbox.
 */
export const BROWSER_FLAGS = [
  `--disable-features=${FEATURES_OFF.join(',')}`,
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
  const own = await playwrightsOwn()
  return [...named, ...onPath(NAMES), ...PLACES, own].find((path) => path && answers(path)) ?? null
}

/** As findBrowser, but where there is none it is installed: by Playwright, else by apt-get as root. */
export async function obtainBrowser() {
  const found = await findBrowser()
  if (found) return found
  console.log('No Chromium found: installing one …')
  await run(process.execPath, [inProject('node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  const installed = await findBrowser()
  if (installed) return installed
  await installByApt(['chromium'])
  return findBrowser()
}

/**
 * Where programs of these names would lie, the first name first.
 * @param {readonly string[]} names
 * @returns {readonly string[]}
 */
export function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const ending = process.platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)))
}

/**
 * Whether it is there and says its version.
 * @param {string} path
 */
export function answers(path) {
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
