/** Starts the app: the search worker, the state around it, and the page. */
import { mount } from 'svelte'
import App from './app/App.svelte'
import { whenCalm } from './app/calm.ts'
import { wantsMeaning } from './app/meaning-choice.ts'
import { scriptUrls } from './app/script-url.ts'
import { createAppState } from './app/state/app.ts'
import { sharedAddress } from './app/shared-address.ts'
import { hasLibrary } from './app/state/library-hint.ts'
import { corpusPlace } from './corpus/place.ts'
import { createSearchClient } from './search/client.ts'
import { KeptWorker } from './search/kept-worker.ts'
import { openLine } from './search/line.ts'
import searchWorkerUrl from './workers/search-worker.ts?worker&url'

const shared = sharedAddress(location.search)
if (shared !== null) history.replaceState(null, '', location.pathname + shared)

const place = corpusPlace(document.baseURI)
const searchWorker = new KeptWorker((isBroken) => {
  // What a host sent in place of the script may lie in the browser's own cache, from which the next would come too.
  if (isBroken)
    void fetch(searchWorkerUrl, { cache: 'reload' })
      .then((answer) => answer.blob())
      .catch(() => undefined)
  const line = openLine()
  const worker = new Worker(scriptUrls.createScriptURL(searchWorkerUrl), {
    type: 'module',
    name: line?.name ?? 'search',
  })
  return { worker, answers: line ?? worker }
})
const app = createAppState(
  createSearchClient(searchWorker, { corpus: place.url, cache: place.cache, meaning: wantsMeaning() }),
  () => new Date(),
)
app.theme.start()
app.today.start()
app.router.start()
app.install.start()
app.keyboard.start()
// Today's edition may be kept in it, and takes nothing else.
if (hasLibrary()) app.library.start()

const target = document.getElementById('app')
if (target) {
  // A task of its own, so that a slow phone can do something else before it.
  setTimeout(() => {
    const sentence = [...target.childNodes]
    mount(App, { target, props: { app } })
    for (const node of sentence) node.remove() // it is for the case that nothing of this starts
    // What is kept is read once something is painted: the papers come first.
    requestAnimationFrame(() => whenCalm(() => app.library.start()))
  })
}
