/** Starts the app: mounts it into the page. */
import { mount } from 'svelte'
import App from './app/App.svelte'
import type { AppState } from './app/state/app.ts'
import { Corpus } from './app/state/corpus.svelte.ts'
import { Router } from './app/state/route.svelte.ts'

const app: AppState = {
  router: new Router(),
  corpus: new Corpus(),
  ask: () => new Promise(() => undefined),
}
app.router.start()
const target = document.getElementById('app')
if (target) mount(App, { target, props: { app } })
