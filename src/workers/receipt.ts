/** Notes what goes out to the network, beside the way: no request waits for it. */
import { pause } from '../base/pause.ts'
import {
  readRequestLog,
  requestLogName,
  withRequests,
  writeRequestLog,
  type Request as Noted,
} from '../base/request-log.ts'

/** What comes within this time is written together. */
const PAUSE_MS = 300

export interface Receipt {
  /** Notes a request that is about to go out. */
  readonly note: (request: Request, event: ExtendableEvent | undefined) => void
  /** Adds what was asked before this worker stood in between. */
  readonly add: (requests: readonly Noted[], event: ExtendableEvent) => void
}

export function openReceipt(scope: string): Receipt {
  let waiting: Noted[] = []
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    await pause(PAUSE_MS)
    // A version that is being installed has requests of its own.
    await navigator.locks.request(requestLogName(scope), async () => {
      const noted = waiting
      waiting = []
      writing = null
      await writeRequestLog(scope, withRequests(await readRequestLog(scope), noted))
    })
  }
  const add: Receipt['add'] = (requests, event) => {
    waiting.push(...requests)
    // Storage that is full or refused takes no notes; the requests go on all the same.
    writing ??= write().catch(() => undefined)
    event.waitUntil(writing)
  }
  return {
    add,
    note: ({ method, url }, event) => {
      const [address = url] = url.split('#')
      if (event) add([{ method, address, at: Date.now() }], event)
    },
  }
}
