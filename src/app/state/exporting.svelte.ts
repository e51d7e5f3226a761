/** One export being made: the format, with or without notes, and the file as soon as it is whole. */
import type { Topic } from '../../corpus/paper.ts'
import { failedBy } from '../../corpus/problem.ts'
import { FORMATS, type Format } from '../../formats/all-formats.ts'
import { EDITION_FORMATS } from '../../formats/edition-formats.ts'
import { fileName } from '../../formats/file-name.ts'
import { libraryFilePieces } from '../../library/library-file.ts'
import { everyRecord } from '../../library/take-out.ts'
import { withoutNotes } from '../export-entries.ts'
import { joinInSlices } from '../slices.ts'
import type { ExportRequest, OpenLibrary } from './moves.svelte.ts'

/** Pieces of text with how many there will be, about. */
interface Source {
  readonly pieces: Iterable<string>
  readonly of: number
}

/** A row of the choice; the library file is one that is no format of papers. */
export type Choice = Pick<Format, 'id' | 'label' | 'about' | 'extension' | 'mime'>

const LIBRARY_FILE: Choice = {
  id: 'library-file',
  label: 'Library file',
  about: 'everything: lists, notes, marks, searches; Import takes it in on any device',
  extension: 'json',
  mime: 'application/json',
}

export type Making =
  | { readonly kind: 'making'; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly file: File; readonly text: string }
  | { readonly kind: 'failed'; readonly detail: string }

export interface ExportDeps {
  readonly request: ExportRequest
  readonly opened: () => Promise<OpenLibrary>
  readonly topics: readonly Topic[]
  /** The day of the export, 2026-11-22. */
  readonly date: string
  readonly now: () => number
}

export class Exporting {
  readonly choices: readonly Choice[]
  choice: Choice = $state.raw(FORMATS[0])
  withNotes = $state(true)
  making: Making = $state.raw({ kind: 'making', done: 0, of: 0 })
  readonly #deps: ExportDeps
  #current = new AbortController()

  constructor(deps: ExportDeps) {
    this.#deps = deps
    const { everything, letter } = deps.request
    this.choices = [...(everything ? [LIBRARY_FILE] : []), ...(letter ? EDITION_FORMATS : []), ...FORMATS]
    this.choice = this.choices[0] ?? FORMATS[0]
  }

  /** Makes the file in another way; settles when it is made or another has been asked for. */
  async make(choice: Choice, withNotes: boolean): Promise<void> {
    this.choice = choice
    this.withNotes = withNotes
    this.#current.abort()
    this.#current = new AbortController()
    const { signal } = this.#current
    this.making = { kind: 'making', done: 0, of: 0 }
    try {
      const { pieces, of } = await this.#source(choice, withNotes)
      const onprogress = (done: number): void => {
        if (!signal.aborted) this.making = { kind: 'making', done, of }
      }
      const text = await joinInSlices(pieces, { onprogress, signal })
      if (text === null) return
      const title = choice.id === LIBRARY_FILE.id ? 'Library' : this.#deps.request.title
      const name = fileName({ title, date: this.#deps.date }, choice)
      this.making = { kind: 'made', text, file: new File([text], name, { type: choice.mime }) }
    } catch (cause) {
      if (!signal.aborted) this.making = failedBy(cause)
    }
  }

  stop(): void {
    this.#current.abort()
  }

  async #source(choice: Choice, withNotes: boolean): Promise<Source> {
    const { request, topics, date, now, opened } = this.#deps
    const whole = EDITION_FORMATS.find(({ id }) => id === choice.id)
    if (whole && request.letter) return { pieces: [whole.write(request.letter(withNotes))], of: 1 }
    const format = FORMATS.find(({ id }) => id === choice.id)
    if (!format) {
      const records = await everyRecord((await opened()).library)
      return { pieces: libraryFilePieces(records, now()), of: records.length }
    }
    const entries = withNotes ? request.entries : withoutNotes(request.entries)
    return { pieces: format.write(entries, { title: request.title, date, topics }), of: entries.length }
  }
}
