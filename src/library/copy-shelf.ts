/** Where the second copy lies: a folder of this app in the origin's private file system, else a cache. */

/** A few named files outside of the database. */
export interface CopyShelf {
  readonly names: () => Promise<readonly string[]>
  readonly read: (name: string) => Promise<Blob | null>
  readonly write: (name: string, content: Blob) => Promise<void>
  readonly remove: (name: string) => Promise<void>
}

/** The best shelf of this browser; null where it has neither. */
export async function openCopyShelf(name: string): Promise<CopyShelf | null> {
  return (await fileShelf(name)) ?? (await cacheShelf(name))
}

/** Null without the private file system, or where only workers may write to it (Safari before 26). */
async function fileShelf(name: string): Promise<CopyShelf | null> {
  if (typeof FileSystemFileHandle === 'undefined' || !('createWritable' in FileSystemFileHandle.prototype)) return null
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(encodeURIComponent(name), { create: true })
    return {
      names: async () => {
        const names: string[] = []
        for await (const file of folder.keys()) names.push(file)
        return names
      },
      read: async (file) => {
        const handle = await folder.getFileHandle(file).catch(absent)
        return handle ? handle.getFile() : null
      },
      write: async (file, content) => {
        const handle = await folder.getFileHandle(file, { create: true })
        const writable = await handle.createWritable()
        await writable.write(content)
        await writable.close()
      },
      remove: async (file) => {
        await folder.removeEntry(file).catch(absent)
      },
    }
  } catch {
    // Private windows refuse the file system; the cache may still do.
    return null
  }
}

/** Plain files: unlike databases and the private file system of Chromium, they do not lie in one log that a kill tears. */
export async function cacheShelf(name: string): Promise<CopyShelf | null> {
  try {
    const cache = await caches.open(name)
    const address = (file: string): string => new URL(`./${file}`, 'https://copy.invalid/').href
    return {
      names: async () => (await cache.keys()).map(({ url }) => url.slice(address('').length)),
      read: async (file) => (await (await cache.match(address(file)))?.blob()) ?? null,
      write: (file, content) => cache.put(address(file), new Response(content)),
      remove: async (file) => {
        await cache.delete(address(file))
      },
    }
  } catch {
    return null
  }
}

/** For a file that is not there. */
function absent(cause: unknown): null {
  if (cause instanceof DOMException && cause.name === 'NotFoundError') return null
  throw cause
}
