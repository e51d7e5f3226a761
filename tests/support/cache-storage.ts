/** Cache Storage in memory, with room for as many bytes as a test allows; Node has none. */

/** Entries by cache name and URL. */
export class MemoryCaches {
  readonly stores = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>()
  /** Bytes after which `put` is refused as a browser does it. */
  room = Infinity

  /** What the loader is given. */
  storage(): CacheStorage {
    return {
      open: (name: string) => Promise.resolve(this.#cache(name)),
      has: (name: string) => Promise.resolve(this.stores.has(name)),
      delete: (name: string) => Promise.resolve(this.stores.delete(name)),
    } as unknown as CacheStorage
  }

  /** The entries of one cache, to look at and to damage. */
  entries(name: string): Map<string, Uint8Array<ArrayBuffer>> {
    const entries = this.stores.get(name) ?? new Map<string, Uint8Array<ArrayBuffer>>()
    this.stores.set(name, entries)
    return entries
  }

  #cache(name: string): Partial<Cache> {
    const entries = this.entries(name)
    const address = (request: RequestInfo | URL): string => (request instanceof Request ? request.url : String(request))
    return {
      match: (request) => {
        const bytes = entries.get(address(request))
        return Promise.resolve(bytes ? new Response(bytes) : undefined)
      },
      put: async (request, response) => {
        const bytes = new Uint8Array(await response.arrayBuffer())
        const used = [...entries.values()].reduce((sum, entry) => sum + entry.length, 0)
        if (used + bytes.length > this.room) throw new DOMException('no room', 'QuotaExceededError')
        entries.set(address(request), bytes)
      },
      delete: (request) => Promise.resolve(entries.delete(address(request))),
      keys: () => Promise.resolve([...entries.keys()].map((url) => new Request(url))),
    }
  }
}
