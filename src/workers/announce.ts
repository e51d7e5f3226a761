/** Says once that there are new papers: counted from the manifests, while the papers stay the search worker's. */
import { openCorpusCache } from '../corpus/cache.ts'
import { fetchManifest } from '../corpus/latest.ts'
import { countNews, NEWS_TAG } from '../corpus/news.ts'
import { corpusPlace } from '../corpus/place.ts'
import { countPapers, shortDay, thousands } from '../text/english.ts'

declare const self: ServiceWorkerGlobalScope

/** Milliseconds of silence from the host; the browser gives the whole of it a few minutes. */
const STALL = 20_000
/** The address under which the generation that was announced last is noted, in a cache of its own. */
const NOTED = 'announced'

/** Looks at the host, and shows one notice for each generation that this device does not have; `note` hears what is asked. */
export async function announceNewPapers(note: (request: Request) => void): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window' })
  // Who has the app before their eyes is told by the app.
  if (Notification.permission !== 'granted' || windows.some((window) => window.visibilityState === 'visible')) return
  const place = corpusPlace(self.registration.scope)
  const ask: typeof fetch = (...asked) => {
    const request = new Request(...asked)
    note(request)
    return fetch(request)
  }
  const kept = await (await openCorpusCache(place, { caches, locks: undefined }))?.current()
  const there = await fetchManifest(place, { fetch: ask, stall: STALL })
  if (!kept || !there.ok) return
  const { generation, papers, taken } = there.value
  const more = countNews(kept.manifest, there.value)
  const notes = await caches.open(`offprint-notice-${new URL(place.url).pathname}`)
  if (more === null || (await (await notes.match(NOTED))?.text()) === generation) return
  const icon = new URL('icons/icon-192.png', self.registration.scope).href
  note(new Request(icon))
  await self.registration.showNotification(title(more), {
    body: `${countPapers(papers)} on the page, as of ${shortDay(taken)}.`,
    icon,
    tag: NEWS_TAG,
  })
  await notes.put(NOTED, new Response(generation))
}

function title(more: number): string {
  if (more === 0) return 'New papers'
  return more === 1 ? '1 new paper' : `${thousands(more)} new papers`
}

/** Brings the digest before the reader, in a window that is there or a new one. */
export async function openDigest(): Promise<void> {
  const address = `${self.registration.scope}#/`
  const [window] = await self.clients.matchAll({ type: 'window' })
  if (!window) await self.clients.openWindow(address)
  else await (await window.focus()).navigate(address)
}
