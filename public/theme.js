/* Before the app: the theme chosen in Settings; and where the app does not start, ways to begin anew. Inline scripts are refused. */
try {
  const theme = localStorage.getItem('offprint:theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  /* Storage is refused where cookies are blocked: the device decides. */
}

/* A page may load while a newer version takes over, and its files go with the old one; or one is damaged. */
addEventListener(
  'error',
  ({ target }) => {
    const hasStarted = document.querySelector('#app > :not(.boot)')
    if (!hasStarted && target.matches?.('script, link[rel=stylesheet]'))
      mendAndReload(navigator.serviceWorker?.controller)
  },
  true,
)

/* What the app lacks is fetched first. Once a minute: what fails again needs the reader. */
function mendAndReload(worker) {
  const name = 'offprint:loaded-again'
  try {
    if (!worker || Date.now() - sessionStorage.getItem(name) < 60_000) return
    sessionStorage.setItem(name, Date.now())
  } catch {
    return /* Where cookies are blocked it could not be told how often. */
  }
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => location.reload()
  worker.postMessage({ type: 'MISSING' }, [port2])
  setTimeout(() => location.reload(), 5000)
}

/* As late as the sentence in the page shows, which the app removes when it starts. */
setTimeout(() => {
  const sentence = document.querySelector('.boot')
  if (!sentence) return
  const button = document.createElement('button')
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  button.textContent = 'Load Offprint anew'
  button.onclick = () => loadAnew((words) => (said.textContent = words))
  sentence.append(button, said)
}, 8000)

/* Every file of the app once more from its host, past all that the browser keeps of them; papers and library stay. */
async function loadAnew(say) {
  say('Loading …')
  /* Kept nowhere, so it tells whether the host is there: without it, what is kept is all there is. */
  const there = await fetch('manifest.webmanifest', { cache: 'no-store' }).catch(() => null)
  if (!there?.ok) return say('The host does not answer. Connect this device, then try again.')
  const scope = new URL('.', document.baseURI).href
  try {
    const kept = await navigator.serviceWorker?.getRegistration(scope)
    /* It may be that of a copy at a path above, which is none of ours. */
    if (kept?.scope === scope) await kept.unregister()
    for (const name of (await self.caches?.keys()) ?? [])
      if (name.startsWith('offprint-precache') && name.endsWith(scope)) await caches.delete(name)
  } catch {
    /* Where cookies are blocked these are refused, and keep nothing. */
  }
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
  await Promise.allSettled([scope, ...files].map((file) => fetch(file, { cache: 'reload' })))
  location.reload()
}
