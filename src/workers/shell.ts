/** The files of the app on the device: taken whole and checked, served from there, mended where one got lost. */
import { setCacheNameDetails, type WorkboxPlugin } from 'workbox-core'
import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching'
import { Route, Router } from 'workbox-routing'
import { SECURITY_HEADERS } from '../base/security-headers.ts'
import type { Receipt } from './receipt.ts'

/** Milliseconds for one file; the largest is some 60 kB. */
const TIME_LIMIT = 30_000

export interface Shell {
  /** The answer from this device; null where the request is to go out. */
  readonly answer: (event: FetchEvent) => Promise<Response> | null
  /** Fetches what is not in the cache (the browser may have dropped it); the addresses that are still missing. */
  readonly repair: (event: ExtendableEvent) => Promise<readonly string[]>
}

/** The files of a scope: every entry carries the `integrity` its file was built with, so no other bytes get in. */
export function openShell(scope: string, entries: readonly (PrecacheEntry | string)[], receipt: Receipt): Shell {
  // The precache's full name ends with the scope: two copies on one origin do not meet.
  setCacheNameDetails({ prefix: 'offprint' })
  const files = new PrecacheController({ plugins: [noting(receipt), checked] })
  files.precache([...entries])
  const { pathname } = new URL(scope)
  const router = new Router()
  router.registerRoute(
    new Route(
      ({ request, url }) =>
        request.mode === 'navigate' && (url.pathname === pathname || url.pathname === `${pathname}index.html`),
      files.createHandlerBoundToURL('index.html'),
    ),
  )
  router.registerRoute(new PrecacheRoute(files))
  return {
    answer: (event) => router.handleRequest({ request: event.request, event }) ?? null,
    repair: (event) => repair(files, event),
  }
}

/** The files themselves come over the network too, when they are taken or mended. */
const noting = ({ note }: Receipt): WorkboxPlugin => ({
  requestWillFetch: ({ request, event }) => {
    note(request, event)
    return Promise.resolve(request)
  },
})

const checked: WorkboxPlugin = {
  // Past the HTTP cache, where a captive portal's page or a cut file may lie; a redirect leads to one of those, too.
  requestWillFetch: ({ request }) =>
    Promise.resolve(
      new Request(request, { cache: 'reload', redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT) }),
    ),
  // On the way in, not on the way out: what lies in the cache is served as it is, compiled code included.
  cacheWillUpdate: ({ response }) => Promise.resolve(response.status === 200 ? withHeaders(response) : null),
}

function withHeaders(response: Response): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of SECURITY_HEADERS) headers.set(name, value)
  return new Response(response.body, { status: response.status, headers })
}

async function repair(files: PrecacheController, event: ExtendableEvent): Promise<readonly string[]> {
  const cache = await caches.open(files.strategy.cacheName)
  const missing: string[] = []
  for (const [url, cacheKey] of files.getURLsToCacheKeys()) {
    if (await cache.match(cacheKey)) continue
    const integrity = files.getIntegrityForCacheKey(cacheKey)
    const params = { cacheKey, ...(integrity === undefined ? {} : { integrity }) }
    await Promise.all(files.strategy.handleAll({ event, request: new Request(url), params })).catch(() => undefined)
    if (!(await cache.match(cacheKey))) missing.push(url)
  }
  return missing
}
