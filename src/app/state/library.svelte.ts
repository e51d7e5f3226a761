/** What the reader keeps, as the window shows it: read after the first paint, changed by `act`, taken back by `undo`. */
import { SvelteSet } from 'svelte/reactivity'
import { pause, within } from '../../base/pause.ts'
import { err, type Result } from '../../base/result.ts'
import type { Paper } from '../../corpus/paper.ts'
import type { Library } from '../../library/library.ts'
import type { Named } from '../../library/lists.ts'
import { askAtFirstSave } from '../../library/persistence.ts'
import type { LibraryProblem } from '../../library/problem.ts'
import type { SecondCopy } from '../../library/second-copy.ts'
import type { Kept, Snapshot } from '../../library/snapshot.ts'
import type { QueryLibrary } from '../../query/context.ts'
import { whenRead } from '../../library/when-read.ts'
import type { Undo } from '../../library/write.ts'
import { wordRefusal } from '../words.ts'
import type { Deed, Scene } from './deed.ts'
import type { EditionDesk } from './edition-desk.ts'
import { noteLibrary } from './library-hint.ts'
import type { Deeds, Session, SessionCode } from './library-session.ts'
import { LATE_MS } from './parts.ts'
import { WantedSaves } from './wanted-saves.svelte.ts'

/** What was done last, in words; with the way back where there is one. */
export interface Said {
  readonly words: string
  readonly undo: Undo | null
}

/** Milliseconds that an empty library waits for its second copy, which a new reader does not have: a few. */
const COPY_PATIENCE_MS = 2_000

/** Who has pressed something hears within this time where it cannot be done. */
const PRESS_PATIENCE_MS = 1_500

/** Steps that `u` can take back. */
const MOST_UNDO = 50

export class LibraryState {
  /** What is on disk; null until it has been read. */
  snapshot: Snapshot | null = $state.raw(null)
  /** What queries may ask of it; null likewise. */
  queries: QueryLibrary | null = $state.raw(null)
  /** What it says about editions; null likewise. */
  desk: EditionDesk | null = $state.raw(null)
  /** Called each time it has been read anew. */
  onRead: () => void = () => undefined
  /** Whether its code did not come; it may come later all the same. */
  absent: boolean = $state(false)
  /** What is saved once it has come. */
  readonly wanted = new WantedSaves()
  /** Why nothing can be kept or read at the moment. */
  trouble: LibraryProblem | null = $state.raw(null)
  /** Changes that were refused and wait in memory. */
  unsaved: number = $state(0)
  /** Shown and spoken. */
  said: Said | null = $state.raw(null)
  /** Records that came back from the second copy at this start. */
  restored: number = $state(0)
  /** Null until the library has been read, and where this browser has no place for it. */
  copy: SecondCopy | null = $state.raw(null)
  /** The library itself, for whoever moves all of it; null until its code has come. */
  open: Library | null = $state.raw(null)
  /** Records on their way to the disk, as `kind id`. */
  readonly writing = new SvelteSet<string>()
  /** Settles when the library has been read, or cannot be. */
  readonly ready: Promise<void>
  /** Settles when it is also known whether there is a second copy. */
  guarded: Promise<unknown> = Promise.resolve()

  readonly #code: SessionCode
  #session: Promise<Session> | null = null
  #undo: readonly Said[] = []
  #settle!: () => void

  constructor(code: SessionCode) {
    this.#code = code
    this.ready = new Promise((settle) => (this.#settle = settle))
  }

  /** Reads the library; called once the page is painted, or by the first who needs it. */
  start(): void {
    if (!this.#session) void this.come(LATE_MS)
  }

  /** Asks for its code, again where it did not come. */
  async enter(): Promise<Session> {
    const session = (this.#session ??= this.#enter())
    session.catch(() => {
      if (this.#session === session) this.#session = null
    })
    return session
  }

  /** Whether its code comes within so many milliseconds; the page says so where it does not. */
  async come(patience: number): Promise<boolean> {
    const cause = await Promise.race([
      this.enter().then(() => null, String),
      pause(patience).then(() => (this.open ? null : 'it is late')),
    ])
    if (cause !== null) this.#miss(cause)
    return cause === null
  }

  /** What is known of a paper; undefined where the reader did nothing with it. */
  of(id: string): Kept | undefined {
    return this.snapshot?.papers.get(id)
  }

  /** Whether the reader brought the paper. */
  isMine(id: string): boolean {
    return this.snapshot?.mine.has(id) ?? false
  }

  /** The reader's own copy of a paper; null where there is none. */
  copyOf(id: string): Paper | null {
    return this.of(id)?.paper ?? this.snapshot?.mine.get(id)?.paper ?? null
  }

  /** Whether the paper is in To read, the first list. */
  isSaved(id: string): boolean {
    const toRead = this.snapshot?.lists[0]
    return toRead !== undefined && (this.of(id)?.lists.has(toRead.id) ?? false)
  }

  /** Does what `choose` picks; says so once it is on disk. Null where the code of the library did not come. */
  async act(choose: (deeds: Deeds, scene: Scene) => Deed): Promise<Result<Undo, LibraryProblem> | null> {
    const coming = this.open ? null : this.come(PRESS_PATIENCE_MS)
    const session = await this.#session?.catch(() => null)
    if (!session) return coming?.then(() => null) ?? null
    const { library, deeds } = session
    if (!library.loaded) await library.opened
    const { change, words } = choose(deeds, { snapshot: library.snapshot, now: library.now() })
    const keys = change.map(({ kind, id }) => `${kind} ${id}`)
    for (const key of keys) this.writing.add(key)
    const outcome = await library.write(change)
    for (const key of keys) this.writing.delete(key)
    if (!outcome.ok) return this.#refuse(outcome.error)
    await library.entered
    // Cleared by the browser since: the banner has said so, and it is kept no longer.
    if (library.lacks && library.trouble) return this.#refuse(library.trouble)
    if (words !== null) this.#say({ words, undo: outcome.value.length > 0 ? outcome.value : null })
    return outcome
  }

  /** Saves to To read, at the latest once the code is here, or takes out; call in the tap itself: browsers may be asked for room. */
  async toggleSaved(paper: Named): Promise<void> {
    if (this.snapshot) void askAtFirstSave((navigator as Partial<Navigator>).storage, this.snapshot)
    if (!this.open && !(await this.come(PRESS_PATIENCE_MS))) this.wanted.add(paper)
    else await this.act((deeds, scene) => deeds.toggleSaved(scene, paper))
  }

  /** Takes the last thing said back, one step with each call. */
  async undo(): Promise<void> {
    const last = this.#undo.at(-1)
    const session = await this.#session?.catch(() => null)
    if (!last?.undo || !session) return
    this.#undo = this.#undo.slice(0, -1)
    const outcome = await session.library.undo(last.undo)
    if (!outcome.ok) {
      this.#undo = [...this.#undo, last]
      this.#refuse(outcome.error)
      return
    }
    await session.library.entered
    this.said = {
      words: outcome.value.length > 0 ? `Undone: ${last.words}` : 'It was changed since, and stays as it is now',
      undo: null,
    }
  }

  /** Puts the words away; `u` still takes back. */
  hush(): void {
    this.said = null
  }

  /** Tries the refused changes again, and reads anew. */
  async retry(): Promise<void> {
    this.start()
    const session = await this.#session?.catch(() => null)
    await session?.library.retry()
  }

  /** Reads anew what a tab that slept may have missed. */
  async reread(): Promise<void> {
    await (await this.#session?.catch(() => null))?.library.reload()
  }

  async #enter(): Promise<Session> {
    const start = performance.now()
    const { openSession, guard } = await this.#code()
    const session = openSession()
    const { library } = session
    this.open = library
    this.absent = false
    this.trouble = null
    let isWhole = false
    const follow = () => {
      if (isWhole && library.loaded && this.snapshot !== library.snapshot) {
        this.snapshot = library.snapshot
        this.queries = session.queryLibraryOf(library.snapshot, library.now)
        this.desk = session.desk
        const { papers, editions, searches, settings, mine, waiting } = library.snapshot
        noteLibrary(papers.size + editions.length + searches.length + settings.size + mine.size + waiting.size > 0)
        this.onRead()
      }
      // What was said of a change is no longer so.
      if (library.trouble?.kind === 'cleared' && this.trouble?.kind !== 'cleared') this.hush()
      this.trouble = library.trouble
      this.unsaved = library.unsaved.length
    }
    library.subscribe(follow)
    const settle = (): void => {
      isWhole = true
      follow()
      this.#settle()
    }
    this.guarded = library.opened.then(async (opened) => {
      if (!opened.ok) {
        settle()
        await whenRead(library)
      }
      const guarded = guard(session)
      // An empty one may have been lost: what is made from it before it is back would be kept for ever.
      if (library.recordsInMemory().length === 0) await within(guarded, COPY_PATIENCE_MS)
      settle()
      void this.wanted.save(this)
      performance.measure('offprint:library', { start, end: performance.now() })
      const { copy, restored } = await guarded
      this.copy = copy
      this.restored = restored
    })
    return session
  }

  #miss(detail: string): void {
    this.absent = true
    this.trouble = { kind: 'failed', detail }
    this.#settle()
  }

  #say(said: Said): void {
    this.said = said
    if (said.undo) this.#undo = [...this.#undo, said].slice(-MOST_UNDO)
  }

  #refuse(problem: LibraryProblem): Result<never, LibraryProblem> {
    this.said = { words: wordRefusal(problem), undo: null }
    return err(problem)
  }
}
