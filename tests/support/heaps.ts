/** What the threads of a page hold: the window, its workers, and its service worker. */
import type { CDPSession, Page } from 'playwright-core'
import * as v from 'valibot'

/** What is still held once all rubbish is gone: bytes of `page`, `worker`, `service_worker`, and the page's `nodes` and `listeners`. */
export type Held = Readonly<Record<string, number>>

const ANSWER = v.object({ id: v.number(), result: v.unknown() })
const USAGE = v.object({ usedSize: v.number(), backingStorageSize: v.number() })

export async function heldBy(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page)
  try {
    const held: Record<string, number> = { page: await heapOf((method) => session.send(method)) }
    for (const [kind, ask] of await threadsOf(session)) held[kind] = (held[kind] ?? 0) + (await heapOf(ask))
    const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters')
    return { ...held, nodes, listeners }
  } finally {
    // What is attached keeps what it has heard.
    await session.detach()
  }
}

type Ask = (method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage') => Promise<unknown>

/** Objects and code of JavaScript, and array buffers; what the browser notes for whoever drives it lies elsewhere. */
async function heapOf(ask: Ask): Promise<number> {
  // What one round lets go of may be the last to hold something else.
  for (let round = 0; round < 3; round++) await ask('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = v.parse(USAGE, await ask('Runtime.getHeapUsage'))
  return usedSize + backingStorageSize
}

/** The page's other threads, each with a way to ask it; Playwright has none of its own. */
async function threadsOf(session: CDPSession): Promise<readonly (readonly [kind: string, ask: Ask])[]> {
  const threads: [string, Ask][] = []
  const waiting = new Map<number, (result: unknown) => void>()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = v.safeParse(ANSWER, JSON.parse(message))
    if (answer.success) waiting.get(answer.output.id)?.(answer.output.result)
  })
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type } }) => {
    const ask: Ask = async (method) => {
      const id = waiting.size + 1
      const answer = new Promise((done) => waiting.set(id, done))
      await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      return answer
    }
    threads.push([type, ask])
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  return threads
}
