/** What was asked of the network, how often and when last: a list kept on the device, and never longer than some hundred rows. */
import { parseJson } from './json.ts'

/** One request as it was made; `at` in milliseconds of the clock. */
export interface Request {
  readonly method: string
  readonly address: string
  readonly at: number
}

/** All requests of one kind to one address. */
export interface RequestRow {
  readonly method: string
  readonly address: string
  readonly count: number
  readonly last: number
}

export interface RequestLog {
  /** When the list began. */
  readonly since: number
  /** The latest first. */
  readonly rows: readonly RequestRow[]
  /** Requests to addresses that were let go, those not asked for the longest. */
  readonly older: number
}

/** Addresses, some 60 kB; a year of daily papers brings as many. */
const MOST = 500
/** Longer ones were not made by this app. */
const LONGEST_ADDRESS = 2_000

/** The cache that holds the list of the copy of the app at `base`; two copies on one origin do not meet. */
export function requestLogName(base: string): string {
  return `offprint-requests-${new URL('./', base).pathname}`
}

/** The list with requests added. */
export function withRequests(log: RequestLog | null, requests: readonly Request[]): RequestLog {
  const rows = new Map(log?.rows.map((row) => [`${row.method} ${row.address}`, row]))
  for (const { method, address, at } of requests) {
    const key = `${method} ${address.slice(0, LONGEST_ADDRESS)}`
    const row = rows.get(key)
    const last = Math.max(row?.last ?? 0, at)
    rows.set(key, { method, address: address.slice(0, LONGEST_ADDRESS), count: (row?.count ?? 0) + 1, last })
  }
  const sorted = [...rows.values()].sort((a, b) => b.last - a.last)
  const gone = sorted.slice(MOST).reduce((sum, { count }) => sum + count, 0)
  const since = requests.reduce((first, { at }) => Math.min(first, at), log?.since ?? Infinity)
  return { since, rows: sorted.slice(0, MOST), older: (log?.older ?? 0) + gone }
}

/** The list as it lies in its cache; null where none does, or where it cannot be read. */
export async function readRequestLog(base: string): Promise<RequestLog | null> {
  const name = requestLogName(base)
  if (!(await caches.has(name))) return null
  const kept = await (await caches.open(name)).match(base)
  return kept ? asLog(parseJson(new Uint8Array(await kept.arrayBuffer()))) : null
}

/** Puts the list in place of the one before. */
export async function writeRequestLog(base: string, log: RequestLog): Promise<void> {
  const cache = await caches.open(requestLogName(base))
  await cache.put(base, new Response(JSON.stringify(log), { headers: { 'content-type': 'application/json' } }))
}

/** Requests in data of another thread; what is none of them is passed over. */
export function asRequests(data: unknown): readonly Request[] {
  if (!Array.isArray(data)) return []
  return data.filter(
    (one: unknown): one is Request =>
      isRecord(one) && isText(one['method']) && isText(one['address']) && isNumber(one['at']),
  )
}

/** A list in data that was kept; null for what is none. */
export function asLog(data: unknown): RequestLog | null {
  if (!isRecord(data) || !isNumber(data['since']) || !isNumber(data['older']) || !Array.isArray(data['rows']))
    return null
  const { since, older, rows } = data
  const isRow = (row: unknown): row is RequestRow =>
    isRecord(row) && isText(row['method']) && isText(row['address']) && isNumber(row['count']) && isNumber(row['last'])
  return rows.every(isRow) ? { since, rows, older } : null
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> => typeof data === 'object' && data !== null
const isText = (data: unknown): data is string => typeof data === 'string'
const isNumber = (data: unknown): data is number => typeof data === 'number' && Number.isFinite(data)
