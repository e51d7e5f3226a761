/** Gecko: the Firefox of this machine. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PHONE } from '../support/browser.ts'
import type { Browser, Engine } from './engine.ts'
import { openMarionette } from './marionette.ts'
import { openSession } from './webdriver.ts'

export const firefox: Engine = {
  name: 'Firefox',
  remedy: 'set FIREFOX_PATH to one, or apt-get install firefox-esr',
  start,
}

/** Any free port; and a window that is all page, as narrow as a phone. */
const SETTINGS = `user_pref('marionette.port', 0);
user_pref('toolkit.legacyUserProfileCustomizations.stylesheets', true);
`
const BARE = ':root { min-width: 0 !important } #navigator-toolbox { display: none }'

async function start(path: string, profile: string): Promise<Browser> {
  const portFile = join(profile, 'MarionetteActivePort')
  await mkdir(join(profile, 'chrome'), { recursive: true })
  await writeFile(join(profile, 'user.js'), SETTINGS)
  await writeFile(join(profile, 'chrome', 'userChrome.css'), BARE)
  await rm(portFile, { force: true })
  const program = spawn(path, ['--marionette', '--headless', '--no-remote', '--profile', profile], { stdio: 'ignore' })
  const gone = once(program, 'exit')
  const { send, quit } = await openMarionette(await portIn(portFile))
  const browser = await openSession(send, async () => {
    quit()
    await gone
  })
  await browser.resize(PHONE)
  return browser
}

/** Firefox writes its port into the profile once it listens. */
async function portIn(file: string): Promise<number> {
  for (let waited = 0; waited < 300; waited++) {
    const port = Number(await readFile(file, 'utf8').catch(() => ''))
    if (port > 0) return port
    await pause(100)
  }
  throw new Error('Firefox does not say its port')
}
