/** Starts the app: the search worker, the state around it, and the page. */
import { mount } from 'svelte'
import App from './app/App.svelte'
import { scriptUrls } from './app/script-url.ts'
import { createAppState } from './app/state/app.ts'
import { createSearchClient } from './search/client.ts'
import searchWorkerUrl from './workers/search-worker.ts?worker&url'

const searchWorker = new Worker(scriptUrls.createScriptURL(searchWorkerUrl), { type: 'module', name: 'search' })
const app = createAppState(
  createSearchClient(searchWorker, {
    corpus: new URL('corpus/', document.baseURI).href,
    cache: 'offprint-corpus',
  }),
  () => new Date(),
)
app.theme.start()
app.today.start()
app.router.start()

const target = document.getElementById('app')
if (target) {
  target.replaceChildren()
  mount(App, { target, props: { app } })
}
