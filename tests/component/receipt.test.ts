/** The list of requests as the page reads and deletes it, beside a service worker that writes it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetRequests, readReceipt } from '../../src/app/state/own-requests.ts'
import { ok } from '../../src/base/result.ts'
import { readRequestLog, requestLogName, withRequests, writeRequestLog } from '../../src/base/request-log.ts'
import { MemoryCaches } from '../support/cache-storage.ts'
import { memoryLocks } from '../support/library.ts'

const client = { requests: () => Promise.resolve(ok([])) }
const home = () => new URL('./', document.baseURI).href
const asked = withRequests(null, [{ method: 'GET', address: 'https://host.example/a', at: 5 }])
const locks = memoryLocks()
const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))

beforeEach(() => {
  vi.stubGlobal('caches', new MemoryCaches().storage())
  vi.stubGlobal('navigator', { locks, serviceWorker: { controller: {} } })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the list of requests', () => {
  it('begins now where there is none yet, as after it was deleted', async () => {
    await writeRequestLog(home(), asked)
    await forgetRequests()
    const { reach, log } = await readReceipt(client)
    expect([reach, log.rows]).toEqual(['install', []])
    expect(() => new Intl.DateTimeFormat('en-GB').format(log.since)).not.toThrow()
  })

  it('stays deleted, even where the service worker was about to write', async () => {
    await writeRequestLog(home(), asked)
    const written = locks.request(requestLogName(home()), async () => {
      const before = await readRequestLog(home())
      await pause(40)
      await writeRequestLog(home(), withRequests(before, []))
    })
    await pause(10)
    await Promise.all([written, forgetRequests()])
    expect(await readRequestLog(home())).toBeNull()
  })
})
