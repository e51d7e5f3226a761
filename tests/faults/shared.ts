/** What trials share, because it takes long to make: one browser, a later build. */
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'

const ends: (() => Promise<unknown>)[] = []

/** Has something ended with the rest. */
export function atEnd(end: () => Promise<unknown>): void {
  ends.push(end)
}

/** Does some work and ends it: with the run at the latest, where its trial was cut off by the limit. */
export async function ended<Value>(work: () => Promise<Value>, end: () => Promise<unknown>): Promise<Value> {
  ends.push(end)
  try {
    return await work()
  } finally {
    const at = ends.indexOf(end)
    if (at !== -1) {
      ends.splice(at, 1)
      await end()
    }
  }
}

/** A thing that is made when it is first asked for, and ended with the run. */
export function shared<Thing>(
  make: () => Promise<Thing>,
  end: (thing: Thing) => Promise<unknown>,
): () => Promise<Thing> {
  let made: Promise<Thing> | null = null
  return () => {
    if (!made) {
      made = make()
      atEnd(async () => made && end(await made))
    }
    return made
  }
}

/** Ends all that was made, the latest first. */
export async function endShared(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end()
}

let browser: Promise<Browser> | null = null

/** The browser in which a reader is a context; another one where it is gone. */
export async function sharedBrowser(): Promise<Browser> {
  if (browser === null) atEnd(async () => (await browser)?.close())
  if (!(await browser)?.isConnected()) browser = launchBrowser()
  return browser ?? launchBrowser()
}
