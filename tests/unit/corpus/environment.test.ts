/** What the loader takes from a browser, each part only where the browser has it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserEnvironment } from '../../../src/corpus/environment.ts'

// Node 20 has none.
beforeEach(() => void vi.stubGlobal('navigator', {}))
afterEach(() => void vi.unstubAllGlobals())

describe('the browser', () => {
  it.each<[string, unknown, boolean]>([
    ['says nothing of the line', undefined, false],
    ['says null of it', null, false],
    ['does not know whether bytes are spared', {}, false],
    ['spares none', { saveData: false }, false],
    ['says something else', { saveData: 'yes' }, false],
    ['spares bytes', { saveData: true }, true],
  ])('%s: %j', (_, connection, thrifty) => {
    vi.stubGlobal('navigator', connection === undefined ? {} : { connection })
    expect(browserEnvironment().thrifty).toBe(thrifty)
  })

  it('has caches and locks, or has none', () => {
    const [caches, locks] = [{}, {}]
    vi.stubGlobal('caches', caches)
    vi.stubGlobal('navigator', { locks })
    expect(browserEnvironment()).toMatchObject({ caches, locks, stall: 20_000 })
    vi.stubGlobal('caches', undefined)
    vi.stubGlobal('navigator', {})
    expect(browserEnvironment()).toMatchObject({ caches: undefined, locks: undefined })
  })

  it('may throw where storage is refused, and goes without', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'caches')
    const get = (): never => {
      throw new DOMException('refused', 'SecurityError')
    }
    Object.defineProperty(globalThis, 'caches', { get, configurable: true })
    try {
      expect(browserEnvironment().caches).toBeUndefined()
    } finally {
      if (own) Object.defineProperty(globalThis, 'caches', own)
      else Reflect.deleteProperty(globalThis, 'caches')
    }
  })

  it('fetches and hashes', async () => {
    const fetch = vi.fn(() => Promise.resolve(new Response('there')))
    vi.stubGlobal('fetch', fetch)
    const environment = browserEnvironment()
    expect(await (await environment.fetch('https://reader.example/', { cache: 'no-store' })).text()).toBe('there')
    expect(fetch).toHaveBeenCalledWith('https://reader.example/', { cache: 'no-store' })
    expect(await environment.sha256(new Uint8Array())).toMatch(/^e3b0c44298fc1c14/)
  })
})
