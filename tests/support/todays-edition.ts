/** Today's edition as a window holds it, among a worker, a library and a clock that come when a test wants. */
import { IDBFactory } from 'fake-indexeddb'
import { createDesk, type EditionDesk } from '../../src/app/state/edition-desk.ts'
import { TodaysEdition } from '../../src/app/state/edition.svelte.ts'
import { queryLibraryOf } from '../../src/app/state/query-library.ts'
import { pause } from '../../src/base/pause.ts'
import { ok } from '../../src/base/result.ts'
import type { Paper } from '../../src/corpus/paper.ts'
import { NOTHING_STATED } from '../../src/corpus/statements.ts'
import { composeEdition, composePostscript } from '../../src/digest/compose.ts'
import { entriesOf } from '../../src/digest/edition.ts'
import { openLibrary, type Library } from '../../src/library/library.ts'
import type { CorpusInfo } from '../../src/search/protocol.ts'
import { pageOf } from './digest.ts'
import { samplePaper } from './library.ts'
import { WHOLE } from './whole.ts'

export const DAY = '2026-11-22'
/** The corpus of that day, its papers, and what is said of it. */
export const FIRST = `${DAY}-a`
export const papers = Array.from({ length: 40 }, (_, number) => samplePaper(number))

export const INFO: Omit<CorpusInfo, 'generation'> = {
  taken: DAY,
  papers: 40,
  arrived: 0,
  extent: WHOLE,
  topics: [],
  stated: NOTHING_STATED,
  sources: [],
  bytes: 1,
  from: 'network',
  kept: true,
}
/** Records of a paper that is saved. */
export const save = (number: number) =>
  [
    { kind: 'entry', id: `to-read:p${number}`, data: { added: now(), title: `Paper ${number}` } },
    { kind: 'paper', id: `p${number}`, data: samplePaper(number) },
  ] as const
/** Turns for what was begun to come to its end: on a busy machine a time alone may be none. */
export const rest = async () => {
  for (let turn = 0; turn < 20; turn++) await pause()
}
const now = () => new Date(`${DAY}T12:00:00`).getTime()

const opened: Library[] = []
/** Closes what `openOne` opened. */
export function closeAll(): void {
  for (const library of opened.splice(0)) library.close()
}

/** A library on a database in memory, read. */
export async function openOne(factory = new IDBFactory()): Promise<Library> {
  const library = openLibrary({ scope: '/', indexedDB: () => factory, now })
  opened.push(library)
  await library.opened
  return library
}

/** The library as the edition sees it: nothing until it has been read. */
class Shown {
  library: Library | null = null
  desk: EditionDesk | null = null
  readonly ready = Promise.resolve()
  get snapshot() {
    return this.library?.snapshot ?? null
  }
  get queries() {
    return this.library && queryLibraryOf(this.library.snapshot, now)
  }
  readonly start = () => undefined
  readonly reread = async () => {
    await this.library?.reload()
  }
}

/** An edition among parts that come when a test wants: the worker's answers, the library, the clock. */
export function start() {
  const shown = new Shown()
  const set = { day: DAY, generation: FIRST, papers: papers as readonly Paper[], dated: false }
  const since: string[] = []
  const asked: (() => void)[] = []
  const page = () => ({ ...pageOf(set.papers), generation: set.generation, dated: set.dated })
  const edition = new TodaysEdition({
    today: () => set.day,
    client: {
      edition: (facts) => new Promise((done) => asked.push(() => done(ok({ edition: composeEdition(page(), facts) })))),
      postscript: (facts, from) => {
        since.push(from)
        const entries = composePostscript(page(), facts, new Set(['p40']))
        return Promise.resolve(ok({ generation: set.generation, total: set.papers.length, entries }))
      },
    },
    library: shown,
  })
  /** Lets the worker answer all that is asked, also what is asked because of that. */
  const answer = async () => {
    for (let turn = 0; turn < 4; turn++) {
      for (const one of asked.splice(0)) one()
      await rest()
    }
  }
  return {
    ...{ edition, set, since, asked, answer },
    ids: () => edition.entries?.map(({ paper }) => paper.id) ?? [],
    /** The library has been read. */
    enter: (one: Library) => {
      shown.library = one
      shown.desk = createDesk(one)
      one.subscribe(() => edition.followLibrary())
      edition.followLibrary()
    },
    take: async (generation: string) => {
      set.generation = generation
      edition.follow({ kind: 'ready', indexMs: 1, info: { ...INFO, generation } })
      await answer()
    },
  }
}

/** The papers of the editions that a library keeps. */
export const keptIn = (library: Library): readonly string[] =>
  library.snapshot.editions.flatMap((one) => entriesOf(one).map(({ paper }) => paper.id))
