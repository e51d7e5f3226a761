/** What this visit asked of the network: as the browser recorded it, and as the service worker listed it. */
import { readRequestLog, requestLogName, withRequests, type Request, type RequestLog } from '../../base/request-log.ts'
import type { SearchClient } from '../../search/client.ts'

type Asks = Pick<SearchClient, 'requests'>

/** `visit`: no service worker stands between this page and the network, so nothing of other visits is known. */
export interface Receipt {
  readonly reach: 'install' | 'visit'
  readonly log: RequestLog
}

/** Hands what came before the service worker took control to it, which was at this time. */
export async function handOver(client: Asks, control: number): Promise<void> {
  const before = (await ownRequests(client)).filter(({ at }) => at < control)
  navigator.serviceWorker.controller?.postMessage({ type: 'REQUESTS', requests: before })
}

/** The list as it is now. */
export async function readReceipt(client: Asks): Promise<Receipt> {
  const kept = await readKept()
  const container = (navigator as Partial<Navigator>).serviceWorker
  if (container?.controller) return { reach: 'install', log: kept ?? { since: Date.now(), rows: [], older: 0 } }
  return { reach: 'visit', log: withRequests(kept, await ownRequests(client)) }
}

/** Deletes the list; what is asked from now on begins another. */
export async function forgetRequests(): Promise<void> {
  try {
    const name = requestLogName(home())
    // Not while the service worker writes: it would put back what it has read.
    await navigator.locks.request(name, () => caches.delete(name))
  } catch {
    // An insecure address has neither, and no list.
  }
}

async function readKept(): Promise<RequestLog | null> {
  try {
    return await readRequestLog(home())
  } catch {
    return null // Insecure addresses and some private windows have no caches.
  }
}

/** The address of this copy of the app, as its service worker knows it. */
function home(): string {
  return new URL('./', document.baseURI).href
}

/** The page's own and the search worker's. Everything this app asks for, it gets by GET. */
async function ownRequests(client: Asks): Promise<readonly Request[]> {
  const own = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  const asked = own.map(({ name, startTime }) => ({ address: name, at: performance.timeOrigin + startTime }))
  const worker = await client.requests()
  return [...asked, ...(worker.ok ? worker.value : [])]
    .filter(({ address }) => address.startsWith('http'))
    .map(({ address, at }) => ({ method: 'GET', address: address.split('#')[0] ?? address, at }))
}
