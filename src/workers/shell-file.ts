/** A file of the app as it is kept on the device: under headers of its own, and what the build made, or damaged. */
import { lookThrough, type Findings } from '../base/findings.ts'
import { SECURITY_HEADERS } from '../base/security-headers.ts'

/** Of what is precached; a host may name them otherwise. */
const TYPES: readonly (readonly [end: string, type: string])[] = [
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
]

/** What a file is kept with, whatever its host sends: a script of another type, or under another policy, is none. */
function headersOf(path: string): Headers {
  const type = TYPES.find(([end]) => path.endsWith(end))?.[1] ?? 'text/html; charset=utf-8'
  const headers = new Headers({ 'Content-Type': type })
  for (const [name, value] of SECURITY_HEADERS) headers.set(name, value)
  return headers
}

/** A file as it is to be kept. */
export function withHeaders(body: BodyInit | null, path: string): Response {
  return new Response(body, { headers: headersOf(path) })
}

/** Whether a file is kept as `withHeaders` makes it; one of an earlier version may not be. */
export function hasHeaders({ headers }: Response, path: string): boolean {
  return [...headersOf(path)].every(([name, value]) => headers.get(name) === value)
}

/** The bytes of a file that is kept, where they can be read and are what the build made; else null. */
export async function wholeBytes(kept: Response | undefined, integrity: string): Promise<ArrayBuffer | null> {
  const bytes = await kept?.arrayBuffer().catch(() => null) // damaged on the disk
  if (!bytes) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))
  return integrity === `sha384-${btoa(String.fromCharCode(...digest))}` ? bytes : null
}

/** A file by its address, under which it is kept, and the checksum of its build. */
export interface ShellFile {
  readonly url: string
  readonly cacheKey: string
  readonly integrity: string
}

/** Looks through the files that are kept, and leaves them as they are; a fault is the address of a lost or damaged one. */
export function checkShell(cache: Pick<Cache, 'match'>, files: readonly ShellFile[]): Promise<Findings> {
  return lookThrough(files, async ({ url, cacheKey, integrity }) => {
    const kept = await cache.match(cacheKey).catch(() => undefined) // damaged on the disk
    return kept && hasHeaders(kept, new URL(url).pathname) && (await wholeBytes(kept, integrity)) ? null : url
  })
}
