/** The way out for a page that does not start: every file once more from its host, and nothing of another copy touched. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, it, vi } from 'vitest'

const SCRIPT = readFileSync('public/theme.js', 'utf8')
const OURS = new URL('.', document.baseURI).href
const ABOVE = 'http://localhost/'
const refused = (): never => {
  throw new DOMException('blocked', 'SecurityError')
}

/** A page that does not start, in a browser with one registration; presses the button and gives what was done. */
async function loadAnew({ scope = OURS, blocked = false, there = true }) {
  const done: string[] = []
  const names = [`offprint-precache-v2-${OURS}`, `offprint-precache-v2-${ABOVE}`, `offprint-corpus-${OURS}`]
  const caches = {
    keys: () => Promise.resolve(names),
    delete: (name: string) => Promise.resolve(void done.push(`drop ${name}`)),
  }
  const registration = { scope, unregister: () => Promise.resolve(void done.push(`unregister ${scope}`)) }
  const surroundings = {
    ...{ document, URL, setTimeout, caches },
    localStorage: blocked ? { getItem: refused } : localStorage,
    performance: { getEntriesByType: () => [{ name: `${OURS}a.js` }] },
    navigator: {
      serviceWorker: { getRegistration: () => (blocked ? Promise.reject(new Error()) : Promise.resolve(registration)) },
    },
    location: { reload: () => done.push('reload') },
    fetch: (file: string, { cache }: RequestInit) => {
      done.push(`${String(cache)} ${file}`)
      return Promise.resolve({ ok: there })
    },
  }
  document.body.innerHTML = '<main class="boot"></main>'
  runInNewContext(SCRIPT, { ...surroundings, self: surroundings })
  await vi.advanceTimersByTimeAsync(8_000)
  document.querySelector('button')?.click()
  await vi.advanceTimersByTimeAsync(100)
  return done
}

vi.useFakeTimers()
afterEach(() => void (document.body.innerHTML = ''))

const LOOK = 'no-store manifest.webmanifest'
const FILES = [`reload ${OURS}`, `reload ${OURS}a.js`]
const DROP = `drop offprint-precache-v2-${OURS}`

it.each([
  ['drops what is kept of the app', {}, [LOOK, `unregister ${OURS}`, DROP, ...FILES, 'reload']],
  ['leaves a copy at a path above alone', { scope: ABOVE }, [LOOK, DROP, ...FILES, 'reload']],
  ['does the rest where storage is blocked', { blocked: true }, [LOOK, ...FILES, 'reload']],
  ['touches nothing without the host', { there: false }, [LOOK]],
])('%s', async (_, browser, done) => {
  expect(await loadAnew(browser)).toEqual(done)
})
