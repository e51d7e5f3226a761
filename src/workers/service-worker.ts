/** The service worker: starts Offprint without a network. It holds the shell only; the search worker keeps the papers. */
import { openShell } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

const shell = openShell(self.registration.scope, self.__WB_MANIFEST)

self.addEventListener('activate', (event) => {
  // The first visit, too, must outlive its connection: a part of the app that is loaded later comes from here.
  event.waitUntil(self.clients.claim())
})

self.addEventListener('message', (event) => {
  const kind = (event.data as { type?: unknown } | null)?.type
  // Only ever on the reader's word: another tab may be in the middle of something.
  if (kind === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (kind === 'MISSING') event.waitUntil(shell.repair(event).then((missing) => event.ports[0]?.postMessage(missing)))
})
