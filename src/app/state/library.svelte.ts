/** What the reader keeps, as the window shows it: read after the first paint. */
import type { Library } from '../../library/library.ts'
import type { LibraryProblem } from '../../library/problem.ts'
import type { SecondCopy } from '../../library/second-copy.ts'
import type { Snapshot } from '../../library/snapshot.ts'

export class LibraryState {
  /** What is on disk; null until it has been read. */
  snapshot: Snapshot | null = $state.raw(null)
  /** Why nothing can be kept or read at the moment. */
  trouble: LibraryProblem | null = $state.raw(null)
  /** Null until the library has been read, and where this browser has no place for it. */
  copy: SecondCopy | null = $state.raw(null)
  /** The library itself, for whoever moves all of it; null until its code has come. */
  open: Library | null = $state.raw(null)
  /** Settles when the library has been read, or cannot be. */
  readonly ready: Promise<void>
  #settle!: () => void
  #started = false

  constructor() {
    this.ready = new Promise((settle) => (this.#settle = settle))
  }

  /** Reads the library; called once the page is painted, or by the first who needs it. */
  start(): void {
    if (this.#started) return
    this.#started = true
    void this.#enter().catch((cause: unknown) => {
      this.trouble = { kind: 'failed', detail: String(cause) }
      this.#settle()
    })
  }

  async #enter(): Promise<void> {
    const { openRoom, guard } = await import('./shelf-room.ts')
    const room = openRoom()
    const { library } = room
    this.open = library
    const follow = (): void => {
      if (library.loaded) this.snapshot = library.snapshot
      this.trouble = library.trouble
    }
    library.subscribe(follow)
    const opened = await library.opened
    follow()
    this.#settle()
    if (opened.ok) this.copy = (await guard(room)).copy
  }
}
