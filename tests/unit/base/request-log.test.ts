/** The list of requests: counted by address, latest first, bounded, kept, and read with suspicion. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  asRequests,
  readRequestLog,
  requestLogName,
  withRequests,
  writeRequestLog,
} from '../../../src/base/request-log.ts'
import { MemoryCaches } from '../../support/cache-storage.ts'

const get = (address: string, at: number) => ({ method: 'GET', address, at })
const HOME = 'https://host.example/x/'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a list of requests', () => {
  it('counts them by address, the latest first', () => {
    const log = withRequests(withRequests(null, [get('a', 5), get('b', 6)]), [
      get('a', 9),
      { ...get('a', 3), method: 'POST' },
    ])
    expect(log).toEqual({
      since: 3,
      rows: [
        { method: 'GET', address: 'a', count: 2, last: 9 },
        { method: 'GET', address: 'b', count: 1, last: 6 },
        { method: 'POST', address: 'a', count: 1, last: 3 },
      ],
      older: 0,
    })
  })

  it('lets go the addresses not asked for the longest, and still counts them', () => {
    const many = Array.from({ length: 700 }, (_, at) => get(`a${String(at)}`, at))
    const log = withRequests(null, many)
    expect([log.rows.length, log.rows[0]?.address, log.older]).toEqual([500, 'a699', 200])
    expect(withRequests(log, [get('new', 900)]).older).toBe(201)
  })

  it('is kept by the path of the app, and read back', async () => {
    vi.stubGlobal('caches', new MemoryCaches().storage())
    expect(await readRequestLog(HOME)).toBeNull()
    const log = withRequests(null, [get('a', 5)])
    await writeRequestLog(HOME, log)
    expect(await readRequestLog(HOME)).toEqual(log)
    expect(requestLogName(HOME)).toBe('offprint-requests-/x/')
  })

  it.each(['', '{', '[]', '{"since":1}', '{"since":1,"older":0,"rows":[{"method":"GET"}]}'])(
    'that is damaged is none: %s',
    async (text) => {
      const caches = new MemoryCaches().storage()
      vi.stubGlobal('caches', caches)
      await (await caches.open(requestLogName(HOME))).put(HOME, new Response(text))
      expect(await readRequestLog(HOME)).toBeNull()
    },
  )

  it('takes from another thread only what is a request', () => {
    expect(asRequests([get('a', 5), null, { method: 'GET' }, get('b', NaN)])).toEqual([get('a', 5)])
    expect(asRequests('all')).toEqual([])
  })
})
