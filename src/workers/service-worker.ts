/** The service worker: starts Offprint without a network. It holds the shell only; the search worker keeps the papers. */
import { asRequests } from '../base/request-log.ts'
import { NEWS_TAG } from '../corpus/news.ts'
import { announceNewPapers, openDigest } from './announce.ts'
import { openReceipt } from './receipt.ts'
import { openShell } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

const receipt = openReceipt(self.registration.scope)
const shell = openShell(self.registration.scope, self.__WB_MANIFEST, receipt)

self.addEventListener('fetch', (event) => {
  const answer = shell.answer(event)
  if (answer) event.respondWith(answer)
  else receipt.note(event.request, event)
})

self.addEventListener('activate', (event) => {
  // The first visit, too, must outlive its connection: a part of the app that is loaded later comes from here.
  event.waitUntil(self.clients.claim())
})

self.addEventListener('message', (event) => {
  const { type: kind, requests } = (event.data ?? {}) as { type?: unknown; requests?: unknown }
  // Only ever on the reader's word: another tab may be in the middle of something.
  if (kind === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (kind === 'REQUESTS') receipt.add(asRequests(requests), event)
  if (kind === 'CHECK') event.waitUntil(shell.check().then((findings) => event.ports[0]?.postMessage(findings)))
  if (kind === 'MISSING') event.waitUntil(shell.repair(event).then((missing) => event.ports[0]?.postMessage(missing)))
})

// Only where the reader turned it on: until then nothing is registered under the tag.
self.addEventListener('periodicsync', (event: Event) => {
  if (!(event instanceof ExtendableEvent) || !('tag' in event) || event.tag !== NEWS_TAG) return
  event.waitUntil(
    announceNewPapers((request) => {
      receipt.note(request, event)
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openDigest())
})
