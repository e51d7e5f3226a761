/** Asks other hosts for one thing at a time, with pauses, and waits longer when they are busy. */
import { err, ok, type Result } from '../base/result.ts'
import { MOST_BYTES } from '../sources/bounds.ts'

export interface World {
  readonly fetch: typeof fetch
  readonly sleep: (milliseconds: number) => Promise<void>
}

export interface Manners {
  /** Who asks, with an address where to complain. */
  readonly userAgent: string
  /** Milliseconds between two requests. */
  readonly pause: number
}

/** What an address answered, or a sentence that says why it did not. */
export type Ask = (address: string, accept: string) => Promise<Result<Uint8Array, string>>

/** Milliseconds before a busy host is asked again; where it says how long, that, up to the last of these. */
const WAITS = [10_000, 30_000, 90_000] as const
const LONGEST_WAIT = 300_000
const TIME_LIMIT = 60_000

/** arXiv answers 406 where others say 429. */
const isBusy = (status: number): boolean => status === 406 || status === 429 || status >= 500

interface Busy {
  readonly what: string
  /** Milliseconds it asks for; null where it does not say. */
  readonly wait: number | null
}

/** Requests wait for each other, so two never run at a time. */
export function askPolitely({ fetch, sleep }: World, { userAgent, pause }: Manners): Ask {
  let last: Promise<unknown> = Promise.resolve()
  let first = true

  const once = async (address: string, accept: string): Promise<Result<Uint8Array, string> | Busy> => {
    try {
      const answer = await fetch(address, {
        headers: { Accept: accept, 'User-Agent': userAgent },
        signal: AbortSignal.timeout(TIME_LIMIT),
      })
      if (answer.ok) return await bodyOf(answer)
      const what = `${address}: the host answered ${String(answer.status)}`
      await answer.body?.cancel()
      return isBusy(answer.status) ? { what, wait: waitOf(answer.headers.get('retry-after')) } : err(what)
    } catch (cause) {
      return { what: `${address}: ${reasonOf(cause)}`, wait: null }
    }
  }

  const tries = async (address: string, accept: string): Promise<Result<Uint8Array, string>> => {
    for (let round = 0; ; round++) {
      if (!first) await sleep(pause)
      first = false
      const answer = await once(address, accept)
      if ('ok' in answer) return answer
      const wait = WAITS[round]
      if (wait === undefined) return err(`${answer.what}, ${String(WAITS.length + 1)} times`)
      await sleep(Math.max(wait, answer.wait ?? 0))
    }
  }

  return (address, accept) => {
    const answer = last.then(() => tries(address, accept))
    last = answer
    return answer
  }
}

async function bodyOf(answer: Response): Promise<Result<Uint8Array, string>> {
  const parts: Uint8Array[] = []
  let bytes = 0
  const body: ReadableStream<Uint8Array> | null = answer.body
  for await (const part of body ?? []) {
    parts.push(part)
    bytes += part.length
    if (bytes > MOST_BYTES) return err(`${answer.url}: more than ${String(MOST_BYTES / 1_000_000)} MB`)
  }
  return ok(Buffer.concat(parts))
}

/** Seconds, or a date, which is left to the waits of our own. */
function waitOf(said: string | null): number | null {
  const seconds = Number(said ?? '')
  return said === null || !Number.isFinite(seconds) ? null : Math.min(seconds * 1000, LONGEST_WAIT)
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'TimeoutError') return `no answer within ${String(TIME_LIMIT / 1000)} s`
  return cause.cause instanceof Error ? `${cause.message} (${cause.cause.message})` : cause.message
}
