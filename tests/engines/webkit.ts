/** WebKit: the WebKitGTK of this machine, on a screen that exists in memory alone. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { PHONE } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import type { Browser, Engine } from './engine.ts'
import { openSession } from './webdriver.ts'
import { openHttp } from './webdriver-http.ts'

export const webkit: Engine = {
  name: 'WebKitGTK',
  remedy: 'apt-get install webkit2gtk-driver gir1.2-webkit2-4.1 gjs xvfb',
  start,
}

async function start(path: string, profile: string): Promise<Browser> {
  const { screen, display } = await openScreen()
  const port = await freePort()
  const env = { ...process.env, DISPLAY: display, NO_AT_BRIDGE: '1' }
  const driver = spawn(path, [`--port=${port}`], { env, stdio: 'ignore' })
  const send = await openHttp(`http://127.0.0.1:${port}/`)
  const window = { binary: 'gjs', args: ['-m', 'tests/engines/webkit-window.mjs', profile] }
  const close = async (): Promise<void> => {
    await send('CloseWindow', {})
    await end(driver)
    await end(screen)
  }
  const wanted = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': window } } }
  const browser = await openSession(send, close, wanted)
  await browser.resize(PHONE)
  return browser
}

/** A screen in memory, and the name by which programs find it. */
async function openScreen(): Promise<{ readonly screen: ChildProcess; readonly display: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer]
  return { screen, display: `:${String(number).trim()}` }
}

async function end(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit')
  program.kill()
  await gone
}
