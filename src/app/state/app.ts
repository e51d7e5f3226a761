/** What every view can reach: one object, handed down as Svelte context. */
import { createContext } from 'svelte'
import type { SearchClient } from '../../search/client.ts'
import { Corpus } from './corpus.svelte.ts'
import { followIds } from './earlier-ids.ts'
import { TodaysEdition } from './edition.svelte.ts'
import { Install } from './install.svelte.ts'
import { createKeyboard, type Keyboard } from './keyboard.ts'
import { LibraryState } from './library.svelte.ts'
import { Listening } from './listening.svelte.ts'
import { Moves } from './moves.svelte.ts'
import { Offline } from './offline.svelte.ts'
import { goOnOnline, lookOnReturn } from './newer-papers.ts'
import { OwnPapers } from './own-papers.ts'
import { Parts } from './parts.ts'
import { OpenPaper } from './paper.svelte.ts'
import { Router } from './route.svelte.ts'
import { Search } from './search.svelte.ts'
import { Sheets } from './sheets.svelte.ts'
import { Theme } from './theme.svelte.ts'
import { Today } from './today.svelte.ts'

export interface AppState {
  readonly router: Router
  readonly corpus: Corpus
  readonly search: Search
  readonly paper: OpenPaper
  readonly edition: TodaysEdition
  readonly theme: Theme
  readonly today: Today
  readonly keyboard: Keyboard
  readonly client: SearchClient
  readonly offline: Offline
  readonly parts: Parts
  readonly install: Install
  readonly library: LibraryState
  readonly moves: Moves
  readonly sheets: Sheets
  readonly listening: Listening
}

/** The state of the app around the search worker's client and the reader's clock. */
export function createAppState(client: SearchClient, now: () => Date): AppState {
  const corpus = new Corpus()
  const offline = new Offline()
  const parts = new Parts(offline)
  const library = new LibraryState(() => parts.bring(() => import('./library-session.ts')))
  offline.onFirstControl = () => void handOverRequests(client, now().getTime())
  const search = new Search(client, library)
  const paper = new OpenPaper(client, library, (id) => library.copyOf(id))
  const today = new Today(now)
  const edition = new TodaysEdition({ client, library, today: () => today.day })
  edition.onUnfold = (unfolded) => void library.act((deeds, scene) => deeds.recordUnfolded(scene, unfolded))
  today.onTurn = () => void (edition.current && edition.load())
  const bringIds = followIds(corpus, library)
  const own = new OwnPapers(client, library)
  library.onRead = () => {
    search.followLibrary(own.followLibrary())
    edition.followLibrary()
    bringIds()
  }
  client.onCorpus((state) => {
    corpus.state = state
    for (const one of [search, paper, edition, own]) one.follow(state)
    bringIds()
    if (state.kind !== 'loading') offline.start()
  })
  client.onNotice((problem) => (corpus.notice = problem))
  client.onNotice(() => edition.noteChecked())
  lookOnReturn(client, now)
  goOnOnline(client, corpus)
  const router = new Router()
  return {
    router,
    keyboard: createKeyboard(router, library),
    corpus,
    search,
    paper,
    edition,
    theme: new Theme(),
    today,
    client,
    offline,
    parts,
    install: new Install(),
    library,
    moves: new Moves(library, client),
    sheets: new Sheets(),
    listening: new Listening(),
  }
}

/** Without its code the list of requests begins here. */
function handOverRequests(client: SearchClient, at: number): Promise<void> {
  return import('./own-requests.ts').then(({ handOver }) => handOver(client, at)).catch(() => undefined)
}

export const [useApp, provideApp] = createContext<AppState>()
