/* For a version that is broken and that no newer one replaces: the host puts this file in place of service-worker.js.
   Every device that comes by drops the app's own files and loads what the host has. Papers and library stay. */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(takeOff()))

async function takeOff() {
  const { scope } = self.registration
  const shells = (await caches.keys()).filter((name) => name.startsWith('offprint-precache') && name.endsWith(scope))
  await Promise.all(shells.map((name) => caches.delete(name)))
  await self.registration.unregister()
  /* A page that comes from the host registers this file once more, and must not be loaded for ever. */
  if (shells.length === 0) return
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(anew(page.url)).catch(() => null)
}

/* The place that a page was opened at. Where it stands at another by now, the same address would be a step within it, and
   load nothing: so the part before the # is another, too, though the host has the same there. */
function anew(address) {
  const [file, place] = address.split('#')
  return place === undefined ? file : `${file}${file.includes('?') ? '&' : '?'}#${place}`
}
