/** The files of the app on the device: taken whole and checked, served from there, mended where one got lost. */
import { setCacheNameDetails, type WorkboxPlugin } from 'workbox-core'
import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching'
import { Route, Router } from 'workbox-routing'
import type { Findings } from '../base/findings.ts'
import { earlierFile, isNamedAnew, keepEarlier } from './earlier-files.ts'
import type { Receipt } from './receipt.ts'
import { checkShell, hasHeaders, wholeBytes, withHeaders, type ShellFile } from './shell-file.ts'

/** Milliseconds for one file; the largest is some 60 kB. */
const TIME_LIMIT = 30_000
export interface Shell {
  /** The answer from this device; null where the request is to go out. */
  readonly answer: (event: FetchEvent) => Promise<Response> | null
  /** Fetches what is not whole in the cache (the browser may have dropped it, its disk damaged it); the addresses still missing. */
  readonly repair: (event: ExtendableEvent) => Promise<readonly string[]>
  /** Looks whether all of it is whole, and mends nothing. */
  readonly check: () => Promise<Findings>
}

/** The files of a scope: every entry carries the `integrity` its file was built with, so no other bytes get in. */
export function openShell(scope: string, entries: readonly (PrecacheEntry | string)[], receipt: Receipt): Shell {
  // The precache's full name ends with the scope: two copies on one origin do not meet.
  setCacheNameDetails({ prefix: 'offprint' })
  const files = new Files(scope, [noting(receipt), checked])
  files.precache([...entries])
  const { pathname } = new URL(scope)
  const page = files.createHandlerBoundToURL('index.html')
  const pageIntegrity = files.getIntegrityForCacheKey(files.getCacheKeyForURL('index.html') ?? '') ?? ''
  const repair = joined((event: ExtendableEvent) => mendAll(files, receipt, event))
  const router = new Router()
  router.registerRoute(
    new Route(
      ({ request, url }) =>
        request.mode === 'navigate' && (url.pathname === pathname || url.pathname === `${pathname}index.html`),
      async (options) => {
        const bytes = await wholeBytes(await page(options), pageIntegrity)
        if (bytes) return withHeaders(bytes, 'index.html')
        // A disk that damaged the page may have damaged the rest: all of it is mended before any of it starts.
        await repair(options.event)
        return page(options)
      },
    ),
  )
  router.registerRoute(new PrecacheRoute(files))
  router.registerRoute(
    new Route(
      ({ url }) => isNamedAnew(scope, url.href),
      async ({ request, event }) => {
        const kept = await earlierFile(scope, request.url)
        if (!kept) receipt.note(request, event)
        return kept ?? fetch(request)
      },
    ),
  )
  return {
    answer: (event) => router.handleRequest({ request: event.request, event }) ?? null,
    repair,
    check: async () => checkShell(await caches.open(files.strategy.cacheName), filesOf(files)),
  }
}

/** Lets go of the files of an earlier version only once they are kept for the tabs that still run it. */
class Files extends PrecacheController {
  readonly #scope: string

  constructor(scope: string, plugins: WorkboxPlugin[]) {
    super({ plugins })
    this.#scope = scope
  }

  override activate(event: ExtendableEvent): ReturnType<PrecacheController['activate']> {
    const done = this.#keepEarlier().then(() => super.activate(event))
    event.waitUntil(done)
    return done
  }

  async #keepEarlier(): Promise<void> {
    const cache = await caches.open(this.strategy.cacheName)
    await keepEarlier(this.#scope, cache, new Set(this.getURLsToCacheKeys().values()))
  }
}

/** One run for all who ask while it lasts. */
function joined<Of, To>(work: (of: Of) => Promise<To>): (of: Of) => Promise<To> {
  let running: Promise<To> | null = null
  return (of) => (running ??= work(of).finally(() => (running = null)))
}

/** The files themselves come over the network too, when they are taken or mended. */
const noting = ({ note }: Receipt): WorkboxPlugin => ({
  requestWillFetch: ({ request, event }) => {
    note(request, event)
    return Promise.resolve(request)
  },
})

const checked: WorkboxPlugin = {
  requestWillFetch: ({ request }) => Promise.resolve(fromHost(request)),
  // On the way in, not on the way out: what lies in the cache is served as it is, compiled code included.
  cacheWillUpdate: ({ request, response }) =>
    Promise.resolve(response.status === 200 ? withHeaders(response.body, new URL(request.url).pathname) : null),
}

/** Past the HTTP cache, where a captive portal's page or a cut file may lie; a redirect leads to one of those, too. */
function fromHost(request: Request): Request {
  return new Request(request, { cache: 'reload', redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT) })
}

async function mendAll(
  files: PrecacheController,
  receipt: Receipt,
  event: ExtendableEvent,
): Promise<readonly string[]> {
  const cache = await caches.open(files.strategy.cacheName)
  const missing: string[] = []
  const mend = async ({ url, cacheKey, integrity }: ShellFile): Promise<void> => {
    const { pathname } = new URL(url)
    const kept = await cache.match(cacheKey)
    const bytes = await wholeBytes(kept, integrity)
    if (kept && bytes) {
      // An earlier version kept the same file under headers of its own: no host is needed for others.
      if (!hasHeaders(kept, pathname)) await cache.put(cacheKey, withHeaders(bytes, pathname))
      return
    }
    // What is damaged stays until a whole one is here: without the host it may still do.
    const request = fromHost(new Request(url, { integrity }))
    receipt.note(request, event)
    const { body } = await fetch(request)
    await cache.put(cacheKey, withHeaders(body, pathname))
  }
  await Promise.all(filesOf(files).map((file) => mend(file).catch(() => missing.push(file.url))))
  return missing
}

function filesOf(files: PrecacheController): readonly ShellFile[] {
  return [...files.getURLsToCacheKeys()].map(([url, cacheKey]) => {
    return { url, cacheKey, integrity: files.getIntegrityForCacheKey(cacheKey) ?? '' }
  })
}
