/** What the service worker makes of the files it keeps: whole ones stay, whatever is around them, others are fetched anew. */
import { createHash } from 'node:crypto'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { openShell } from '../../../src/workers/shell.ts'

// The events of a service worker; the types of a page leave them out.
declare global {
  interface ExtendableEvent extends Event {
    waitUntil(work: Promise<unknown>): void
  }
  interface FetchEvent extends ExtendableEvent {
    readonly request: Request
  }
}

// Workbox looks for a service worker around it as soon as it is loaded; Node takes whole addresses alone.
const before = vi.hoisted(() => {
  const location = new URL('https://x.example/app/service-worker.js')
  class RequestFromHere extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? new URL(input, location) : input, init)
    }
  }
  const around = {
    ...{ self: globalThis, location, addEventListener: () => undefined, Request: RequestFromHere },
    ...{ FetchEvent: Event, ExtendableEvent: Event, __WB_DISABLE_DEV_LOGS: true },
  }
  const before = Object.keys(around).map((name) => [name, Reflect.getOwnPropertyDescriptor(globalThis, name)] as const)
  Object.assign(globalThis, around)
  return before
})
afterAll(() => {
  for (const [name, was] of before)
    if (was) Reflect.defineProperty(globalThis, name, was)
    else Reflect.deleteProperty(globalThis, name)
})

const SCOPE = 'https://x.example/app/'
const FILES = { 'index.html': '<p>whole', 'assets/a.js': 'whole()' }
const integrity = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`
const entries = Object.entries(FILES).map(([url, text]) => ({
  url,
  revision: url.endsWith('.js') ? null : '1',
  integrity: integrity(text),
}))
const key = (url: string): string => `${SCOPE}${url}${url.endsWith('.js') ? '' : '?__WB_REVISION__=1'}`

interface Kept {
  readonly text: string
  readonly headers: Headers
}

/** Cache Storage of one cache, a host, and what was asked of it. */
function world() {
  const kept = new Map<string, Kept>()
  const asked: string[] = []
  const urlOf = (request: RequestInfo | URL): string => (request instanceof Request ? request.url : String(request))
  const cache = {
    match: (request: RequestInfo) => {
      const entry = kept.get(urlOf(request))
      return Promise.resolve(entry && new Response(entry.text, { headers: entry.headers }))
    },
    put: async (request: RequestInfo, response: Response) =>
      void kept.set(urlOf(request), { text: await response.text(), headers: response.headers }),
    keys: () => Promise.resolve([]),
  }
  const host = { there: true, slow: Promise.resolve() }
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache), match: cache.match })
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.url.slice(SCOPE.length))
    await host.slow
    if (!host.there) throw new TypeError('no network')
    return new Response(Object.entries(FILES).find(([url]) => request.url === SCOPE + url)?.[1])
  })
  return { kept, asked, host }
}

const event = Object.assign(new Event('message'), { waitUntil: () => undefined })

function visit(): FetchEvent {
  const request = new Request(SCOPE)
  Object.defineProperty(request, 'mode', { value: 'navigate' })
  return Object.assign(new Event('fetch'), { request, waitUntil: () => undefined })
}

const open = () => openShell(SCOPE, entries, { note: () => undefined, add: () => undefined })

afterEach(() => void vi.unstubAllGlobals())

const PLAIN = { 'Content-Type': 'text/html' }

it.each([
  ['as they should be', null, [], FILES],
  ['under headers of an earlier version', PLAIN, [], FILES],
  ['damaged', 'bro', ['index.html', 'assets/a.js'], FILES],
  ['gone', 'gone', ['index.html', 'assets/a.js'], FILES],
] as const)('files that are kept %s are whole afterwards', async (_, how, fetched, after) => {
  const { kept, asked } = world()
  const shell = open()
  await shell.repair(event)
  const whole = new Map(kept)
  asked.length = 0
  for (const [at, { text, headers }] of whole)
    if (how === 'gone') kept.delete(at)
    else if (how === 'bro') kept.set(at, { text: 'bro', headers })
    else if (how) kept.set(at, { text, headers: new Headers(how) })
  expect(await shell.repair(event)).toEqual([])
  expect(asked).toEqual(fetched)
  for (const [url, text] of Object.entries(after)) {
    expect(kept.get(key(url))?.text).toBe(text)
    expect([...(kept.get(key(url))?.headers ?? [])]).toEqual([...(whole.get(key(url))?.headers ?? [])])
  }
})

it('without the host damage is named, and files under other headers are whole all the same', async () => {
  const { kept, host } = world()
  const shell = open()
  for (const [url, text] of Object.entries(FILES))
    kept.set(key(url), { text: url.endsWith('.js') ? 'bro' : text, headers: new Headers(PLAIN) })
  host.there = false
  expect(await shell.repair(event)).toEqual([`${SCOPE}assets/a.js`])
})

it('who asks while files are fetched waits for the same, and who asks later has them looked at anew', async () => {
  const { asked, host } = world()
  const shell = open()
  host.slow = new Promise((done) => setTimeout(done, 20))
  expect(await Promise.all([shell.repair(event), shell.repair(event)])).toEqual([[], []])
  expect(asked).toEqual(['index.html', 'assets/a.js'])
  asked.length = 0
  host.there = false
  expect(await shell.repair(event)).toEqual([])
})

it.each([
  ['whole', FILES['index.html'], true, []],
  ['whole, and without the host', FILES['index.html'], false, []],
  ['damaged', 'bro', true, ['assets/a.js', 'index.html']],
] as const)('a page that is %s is answered under the headers of today', async (_, text, there, fetched) => {
  const { kept, asked, host } = world()
  const shell = open()
  kept.set(key('index.html'), { text, headers: new Headers(PLAIN) })
  host.there = there
  const answer = await shell.answer(visit())
  expect(await answer?.text()).toBe(FILES['index.html'])
  expect(answer?.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(answer?.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  expect(asked.sort()).toEqual(fetched)
})
