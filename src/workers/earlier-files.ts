/** Scripts and styles of the version before this one: a tab that still runs it, or loads as it ends, asks for them by name. */

/** As a precache's name begins and ends, so that whoever drops the app's files drops these, too. */
const nameOf = (scope: string): string => `offprint-precache-earlier-${scope}`

/** Whether an address is of a script or style, which a later version names otherwise. */
export function isNamedAnew(scope: string, url: string): boolean {
  return url.startsWith(`${scope}assets/`)
}

/** Keeps what a cache has beside the `current` addresses, in place of what was kept before; where that fails, nothing. */
export async function keepEarlier(scope: string, cache: Cache, current: ReadonlySet<string>): Promise<void> {
  try {
    await caches.delete(nameOf(scope))
    const requests = await cache.keys()
    const outdated = requests.filter(({ url }) => isNamedAnew(scope, url) && !current.has(url))
    if (outdated.length === 0) return
    const earlier = await caches.open(nameOf(scope))
    await Promise.all(
      outdated.map(async (request) => {
        const kept = await cache.match(request)
        if (kept) await earlier.put(request, kept)
      }),
    )
  } catch {
    // Storage that is full or damaged: those tabs say what they lack, and are loaded anew.
  }
}

/** A file of the version before; undefined where there is none of that address, or it cannot be read. */
export async function earlierFile(scope: string, url: string): Promise<Response | undefined> {
  try {
    return await caches.match(url, { cacheName: nameOf(scope) })
  } catch {
    return undefined
  }
}
