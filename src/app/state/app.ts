/** What every view can reach: one object, handed down as Svelte context. */
import { createContext } from 'svelte'
import type { SearchClient } from '../../search/client.ts'
import { Corpus } from './corpus.svelte.ts'
import { OpenPaper } from './paper.svelte.ts'
import { Router } from './route.svelte.ts'
import { Search } from './search.svelte.ts'

export interface AppState {
  readonly router: Router
  readonly corpus: Corpus
  readonly search: Search
  readonly paper: OpenPaper
  readonly client: SearchClient
}

/** The state of the app around the search worker's client. */
export function createAppState(client: SearchClient): AppState {
  const corpus = new Corpus()
  const search = new Search(client)
  client.onCorpus((state) => {
    corpus.state = state
    search.follow(state)
  })
  client.onNotice((problem) => (corpus.notice = problem))
  return { router: new Router(), corpus, search, paper: new OpenPaper(client), client }
}

export const [useApp, provideApp] = createContext<AppState>()
