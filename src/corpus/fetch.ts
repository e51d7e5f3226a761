/** One file over the network, with a limit on silence and on size. */
import { err, ok, type Result } from '../base/result.ts'
import type { Environment } from './environment.ts'
import type { Problem } from './problem.ts'

/** The bytes of `url`; a redirect is not followed, since a captive portal answers with one. */
export async function fetchBytes(
  url: string,
  file: string,
  limit: number,
  advance: (bytes: number) => void,
  environment: Pick<Environment, 'fetch' | 'stall'>,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const stalled = new AbortController()
  let timer = setTimeout(() => {
    stalled.abort()
  }, environment.stall)
  const onBytes = (bytes: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      stalled.abort()
    }, environment.stall)
    advance(bytes)
  }
  try {
    // no-store: what is kept lies in our own cache, and a copy on the way could be an old one
    const response = await environment.fetch(url, { cache: 'no-store', redirect: 'manual', signal: stalled.signal })
    const refused = refusal(response, file)
    return refused ? err(refused) : await readBody(response, file, limit, onBytes)
  } catch {
    return err({ kind: 'unreachable', file }) // no connection, cut off, or stalled: to the reader it is one thing
  } finally {
    clearTimeout(timer)
  }
}

function refusal(response: Response, file: string): Problem | null {
  if (response.type === 'opaqueredirect' || response.redirected)
    return { kind: 'not-ours', file, detail: 'the answer was a redirect' }
  return response.status === 200 ? null : { kind: 'http-status', file, status: response.status }
}

async function readBody(
  response: Response,
  file: string,
  limit: number,
  onBytes: (bytes: number) => void,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length
    if (length > limit) {
      await reader?.cancel()
      return err({ kind: 'not-ours', file, detail: `longer than the ${String(limit)} bytes it should have` })
    }
    chunks.push(read.value)
    onBytes(read.value.length)
  }
  return ok(joined(chunks, length))
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
