/** The checks of the self-test: each asks the part of the app that knows, and none asks the network. */
import { asFindings } from '../../base/findings.ts'
import { pause, within } from '../../base/pause.ts'
import type { RequestLog } from '../../base/request-log.ts'
import { persistence } from '../../library/persistence.ts'
import { tryDisk } from '../../library/try-disk.ts'
import { readyParts } from '../ready-parts.ts'
import { LIMIT, type Found, type Part } from '../self-test-words.ts'
import type { AppState } from './app.ts'
import { askShell } from './ask-shell.ts'
import { readReceipt } from './own-requests.ts'

/** The checks beside one that waits for them. */
export interface Others {
  readonly done: Promise<unknown>
  /** Those that have failed by now. */
  readonly failed: () => readonly Part[]
}

/** What a check finds; null where nobody answered. That of the network waits for the others, the others for none. */
export type Checks = {
  readonly [P in Part]: (others: Others) => Promise<Found[P] | null>
}

const LIMIT_MS = LIMIT * 1_000
/** What the search worker may take, so that it answers with what it has by then; and of that for files. */
const WORK_MS = LIMIT_MS - 900
const FILES_MS = 1_200
/** The list of requests is written 300 ms after each. */
const LISTED_MS = 400

/** The checks of this window. */
export function createChecks({ client, library, offline, corpus }: AppState): Checks {
  return {
    app: () => checkApp(offline.shell),
    ...createCorpusChecks(client),
    library: async () => {
      await library.ready
      const disk = await tryDisk({ scope: scope(), indexedDB: () => indexedDB, now: () => Date.now() })
      const records = library.open?.recordsInMemory().length ?? 0
      return { disk, records, copies: (await library.copy?.check()) ?? null }
    },
    storage: () => persistence((navigator as Partial<Navigator>).storage),
    network: async (others) => {
      const started = Date.now()
      await within(others.done, LIMIT_MS - 2 * LISTED_MS)
      await pause(LISTED_MS)
      const { log } = await readReceipt(client)
      const failed = others.failed()
      const parts = readyParts(offline.shell, corpus)
      // That a paper is not first for its title keeps no search from starting.
      const lacking = parts.filter(({ name, here }) => !here || (name !== 'search' && failed.includes(name)))
      return { log: since(log, started), home: location.host, lacking: lacking.map(({ name }) => name) }
    },
  }
}

/** One after the other, lest searching leave reading no turn: side by side, four of 133 files were read. The time that is left is for titles. */
function createCorpusChecks(client: AppState['client']): Pick<Checks, 'papers' | 'search'> {
  let files: Promise<unknown> = Promise.resolve()
  let end = 0
  return {
    papers: () => {
      end = performance.now() + WORK_MS
      const checking = client.check('files', FILES_MS)
      files = checking
      return checking
    },
    search: async () => {
      await files
      return client.check('titles', end - performance.now())
    },
  }
}

async function checkApp(shell: AppState['offline']['shell']): Promise<Found['app'] | null> {
  if (shell === 'missing') return shell
  const { active = null } = (await navigator.serviceWorker.getRegistration()) ?? {}
  if (!active) return shell === 'stored' ? 'failed' : shell
  return asFindings(await askShell(active, 'CHECK', LIMIT_MS))
}

function scope(): string {
  return new URL('./', document.baseURI).pathname
}

/** Of a list what is in it since then, each address once. */
function since({ rows }: RequestLog, started: number): RequestLog {
  return {
    since: started,
    rows: rows.filter(({ last }) => last >= started).map((row) => ({ ...row, count: 1 })),
    older: 0,
  }
}
