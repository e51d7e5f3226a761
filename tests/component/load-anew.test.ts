/** The ways out for a page that does not start: loaded again by itself, once; then, on a word, every file from its host. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FakeWorker } from '../support/fake-service-worker.ts'

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
    ...{ document, URL, setTimeout, caches, addEventListener: () => undefined },
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

/** A page of which an element fails to load after a while; gives what the service worker was asked, and the reloads. */
async function fail(
  element: string,
  { worker = new FakeWorker() as FakeWorker | null, started = false, blocked = false },
) {
  const reload = vi.fn<() => void>()
  const fails: ((event: unknown) => void)[] = []
  const surroundings = {
    ...{ document, setTimeout, localStorage, MessageChannel, Date },
    sessionStorage: blocked ? { getItem: refused } : sessionStorage,
    navigator: { serviceWorker: { controller: worker } },
    location: { reload },
    addEventListener: (_: string, listener: (event: unknown) => void) => fails.push(listener),
  }
  document.body.innerHTML = `<div id="app">${started ? '<header></header>' : '<main class="boot"></main>'}</div>${element}`
  runInNewContext(SCRIPT, surroundings)
  for (const listener of fails) listener({ target: document.body.lastElementChild })
  await vi.advanceTimersByTimeAsync(1_000)
  const soon = reload.mock.calls.length
  await vi.advanceTimersByTimeAsync(5_000)
  return { asked: worker?.heard ?? [], soon, late: reload.mock.calls.length > 0 }
}

vi.useFakeTimers()
afterEach(() => {
  vi.clearAllTimers()
  document.body.innerHTML = ''
  sessionStorage.clear()
})

const LOOK = 'no-store manifest.webmanifest'
const FILES = [`reload ${OURS}`, `reload ${OURS}a.js`]
const DROP = `drop offprint-precache-v2-${OURS}`

const ENTRY = '<script type="module"></script>'
const STYLE = '<link rel="stylesheet">'
const no = { asked: [], soon: 0, late: false }

describe('a page of which a file does not come', () => {
  it.each([
    ['its script', ENTRY, {}, { asked: ['MISSING'], soon: 1, late: true }],
    ['its style', STYLE, {}, { asked: ['MISSING'], soon: 1, late: true }],
    [
      'its script, and the worker is silent',
      ENTRY,
      { worker: new FakeWorker({ answer: null }) },
      { asked: ['MISSING'], soon: 0, late: true },
    ],
    ['an icon', '<link rel="icon">', {}, no],
    ['the style of a part, once it has started', STYLE, { started: true }, no],
    ['its script, and no service worker is in control', ENTRY, { worker: null }, no],
    ['its script, where storage is blocked', ENTRY, { blocked: true }, no],
  ])('%s', async (_, element, page, done) => {
    expect(await fail(element, page)).toEqual(done)
  })

  it('again within a minute is left to the reader', async () => {
    await fail(ENTRY, {})
    expect(await fail(ENTRY, {})).toEqual(no)
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await fail(ENTRY, {})).soon).toBe(1)
  })
})

it.each([
  ['drops what is kept of the app', {}, [LOOK, `unregister ${OURS}`, DROP, ...FILES, 'reload']],
  ['leaves a copy at a path above alone', { scope: ABOVE }, [LOOK, DROP, ...FILES, 'reload']],
  ['does the rest where storage is blocked', { blocked: true }, [LOOK, ...FILES, 'reload']],
  ['touches nothing without the host', { there: false }, [LOOK]],
])('%s', async (_, browser, done) => {
  expect(await loadAnew(browser)).toEqual(done)
})
