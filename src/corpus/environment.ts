/** What loading needs of the browser, gathered in one value so that a test can put faults into each. */
import { LIMITS, type Limits } from './reach.ts'
import { sha256 } from './sha256.ts'

export interface Environment {
  readonly fetch: typeof fetch
  /** Undefined on an insecure origin, and where the reader refuses storage. */
  readonly caches: CacheStorage | undefined
  readonly locks: LockManager | undefined
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  /** Milliseconds without a byte after which a download counts as lost. */
  readonly stall: number
  readonly limits: Limits
  /** Whether the reader has asked the browser for few bytes. */
  readonly thrifty: boolean
}

/** A slow line may take minutes for a large file; one that is silent for 20 s is lost. */
const STALL = 20_000

/** The browser this runs in, each part only where it has it. */
export function browserEnvironment(): Environment {
  return {
    fetch: (input, init) => fetch(input, init),
    caches: cacheStorage(),
    locks: globalThis.navigator.locks,
    sha256,
    stall: STALL,
    limits: LIMITS,
    thrifty: savesData(globalThis.navigator),
  }
}

/** Chromium alone says it, on the `connection` of window and worker. */
function savesData(navigator: object): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : null
  return (
    typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true
  )
}

function cacheStorage(): CacheStorage | undefined {
  try {
    return globalThis.caches
  } catch {
    return undefined // Firefox throws where the reader refuses storage
  }
}
