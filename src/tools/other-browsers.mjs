/** Finds Firefox and WebKitGTK on this machine, and where they are absent gets them from Debian's packages. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installByApt } from './apt.mjs'
import { answers, onPath } from './browser.mjs'

/** What driving WebKitGTK takes: its driver, what opens the window that is driven, and a screen for both. */
const WEBKIT_PROGRAMS = ['WebKitWebDriver', 'gjs', 'Xvfb']

/** The path of a Firefox that answers, installed where it may be; or null. @returns {Promise<string | null>} */
export async function obtainFirefox() {
  if (!findFirefox()) await installByApt(['firefox-esr'])
  return findFirefox()
}

/** The path of WebKitGTK's driver, with all that it takes, installed where it may be; or null. @returns {Promise<string | null>} */
export async function obtainWebKit() {
  if (!findWebKit()) await installByApt(['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'gjs', 'xvfb'])
  return findWebKit()
}

function findFirefox() {
  const places = [
    process.env['FIREFOX_PATH'],
    ...onPath(['firefox-esr', 'firefox']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]
  return places.find((path) => path && answers(path)) ?? null
}

function findWebKit() {
  const [driver = null, ...others] = WEBKIT_PROGRAMS.map((name) => onPath([name]).find(existsSync) ?? null)
  if (others.includes(null)) return null
  const binding = spawnSync('gjs', ['-c', "imports.gi.versions.WebKit2 = '4.1'; imports.gi.WebKit2"])
  return binding.status === 0 ? driver : null
}
