/** Moving papers and the library in and out: which sheet is open, and what it works on. */
import { within } from '../../base/pause.ts'
import type { Paper } from '../../corpus/paper.ts'
import type { ExportEntry } from '../../formats/export-entry.ts'
import type { Letter } from '../../formats/letter.ts'
import type { Library } from '../../library/library.ts'
import type { SecondCopy } from '../../library/second-copy.ts'
import type { Kept, Snapshot } from '../../library/snapshot.ts'
import type { SearchClient } from '../../search/client.ts'
import { exportEntries, ownEntries } from '../export-entries.ts'
import { readClipboard } from '../hand-over.ts'
import type { LibraryState } from './library.svelte.ts'

/** What is to be taken away. */
export interface ExportRequest {
  /** What it is called: a list, a search, `3 papers of To read`. */
  readonly title: string
  readonly entries: readonly ExportEntry[]
  /** All there is: then the library file is offered too, and comes first. */
  readonly everything?: boolean
  /** An edition: then it goes out as a letter too, with what is personal in it or without. */
  readonly letter?: (personal: boolean) => Letter
}

/** The ways by which the next edition calls: all of them, or the one that was asked for. */
export type SubscribePart = 'all' | 'feed' | 'reminder'

/** The open library, with its copy where this browser has a place for one. */
export interface OpenLibrary {
  readonly library: Library
  readonly copy: SecondCopy | null
}

/** What moving needs of the app's own state of the library. */
export type LibraryHome = Pick<LibraryState, 'snapshot' | 'open' | 'copy' | 'ready' | 'guarded' | 'start'>

/** What is read as soon as the sheet is open; `paste` is for a clipboard that the browser keeps to itself. */
export type ImportSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste' }
  | { readonly kind: 'before-import'; readonly file: Blob }

export type OpenSheet =
  | { readonly kind: 'export'; readonly request: ExportRequest }
  /** With what was pasted, the file to go back to, or nothing chosen yet. */
  | { readonly kind: 'import'; readonly source: ImportSource | null }
  | { readonly kind: 'delete' }
  | { readonly kind: 'subscribe'; readonly part: SubscribePart }

/** A corpus that is still on its way is not waited for longer than this. */
const FIND_MS = 5_000

export class Moves {
  /** The one sheet that is open. */
  sheet: OpenSheet | null = $state.raw(null)
  readonly #home: LibraryHome
  readonly #client: Pick<SearchClient, 'paper'>

  constructor(home: LibraryHome, client: Pick<SearchClient, 'paper'>) {
    this.#home = home
    this.#client = client
  }

  /** What is in the library now; null until it has been read. */
  get snapshot(): Snapshot | null {
    return this.#home.snapshot
  }

  /** The library and its copy, once both have been read or cannot be; throws where its code did not come. */
  readonly opened = async (): Promise<OpenLibrary> => {
    this.#home.start()
    await this.#home.ready
    await this.#home.guarded
    const { open: library, copy } = this.#home
    if (!library) throw new Error('this part of Offprint did not load')
    return { library, copy }
  }

  /** Opens the sheet in which a selection or a list is taken away. */
  openExport(request: ExportRequest): void {
    this.sheet = { kind: 'export', request }
  }

  /** Opens it with some papers of the library. */
  async exportPapers(title: string, papers: readonly Kept[]): Promise<void> {
    this.openExport({ title, entries: await this.#entries(papers) })
  }

  /** Opens it with every paper that is in a list or has a note. */
  async exportEverything(): Promise<void> {
    const papers = [...(this.snapshot?.papers.values() ?? [])]
    const kept = papers.filter(({ lists, note }) => lists.size > 0 || note !== null)
    this.openExport({ title: 'All papers', entries: await this.#entries(kept), everything: true })
  }

  /** Opens it with every paper that the reader brought. */
  exportMine(): void {
    if (this.snapshot) this.openExport({ title: 'My papers', entries: ownEntries(this.snapshot) })
  }

  /** Opens the sheet in which a library comes in. */
  openImport(source: ImportSource | null = null): void {
    this.sheet = { kind: 'import', source }
  }

  /** Opens it with the library as it was before the last import, to take the place of the present one. */
  openGoBack(file: Blob): void {
    this.openImport({ kind: 'before-import', file })
  }

  /** Reads the clipboard, call it in the tap itself; then opens the sheet with what was there. */
  async pasteLibrary(): Promise<void> {
    const text = await readClipboard()
    this.openImport(text ? { kind: 'text', text } : { kind: 'paste' })
  }

  /** The whole library as the text of its file. */
  readonly libraryText = async (): Promise<string> => {
    const { writeWholeLibrary } = await import('../whole-library.ts')
    return writeWholeLibrary((await this.opened()).library)
  }

  /** Opens the sheet that asks before everything is deleted. */
  openDelete(): void {
    this.sheet = { kind: 'delete' }
  }

  /** Opens the sheet with the ways to be called each day. */
  openSubscribe(part: SubscribePart): void {
    this.sheet = { kind: 'subscribe', part }
  }

  close(): void {
    this.sheet = null
  }

  /** A paper of the corpus; null where it has left it or cannot be asked. */
  readonly find = async (id: string): Promise<Paper | null> => {
    const reply = await within(this.#client.paper(id), FIND_MS)
    return reply?.ok ? reply.value.paper : null
  }

  #entries(papers: readonly Kept[]): Promise<readonly ExportEntry[]> {
    return exportEntries(papers, this.snapshot?.lists ?? [], this.find)
  }
}
