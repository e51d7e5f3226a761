/** The standard's own line for WebDriver's commands: HTTP, to a driver program that runs here. */
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Command, Send } from './webdriver.ts'

/** Below the address of the session; `:id` is a parameter. */
const PLACES: Readonly<Record<Exclude<Command, 'NewSession'>, readonly [method: string, path: string]>> = {
  Navigate: ['POST', 'url'],
  ExecuteScript: ['POST', 'execute/sync'],
  ElementClick: ['POST', 'element/:id/click'],
  ElementSendKeys: ['POST', 'element/:id/value'],
  SetWindowRect: ['POST', 'window/rect'],
  TakeScreenshot: ['GET', 'screenshot'],
  CloseWindow: ['DELETE', 'window'],
}

const Reply = v.object({ value: v.unknown() })
const Session = v.object({ sessionId: v.string() })

/** A line to the driver at an address, which ends in a slash, once it listens there. */
export async function openHttp(driver: string): Promise<Send> {
  for (let waited = 0; !(await fetch(`${driver}status`).catch(() => null))?.ok; waited++) {
    if (waited > 300) throw new Error(`there is no driver at ${driver}`)
    await pause(100)
  }
  let session = ''
  return async (command, given) => {
    if (command === 'NewSession') {
      const started = await call('POST', `${driver}session`, given)
      session = `${driver}session/${v.parse(Session, started).sessionId}/`
      return started
    }
    const [method, path] = PLACES[command]
    return call(method, session + path.replace(':id', () => ('id' in given ? String(given.id) : '')), given)
  }
}

async function call(method: string, address: string, given: object): Promise<unknown> {
  const answer = await fetch(address, { method, body: method === 'POST' ? JSON.stringify(given) : null })
  const { value } = v.parse(Reply, await answer.json())
  if (!answer.ok) throw new Error(`${method} ${address}: ${JSON.stringify(value)}`)
  return value
}
