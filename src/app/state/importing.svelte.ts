/** One import: read, previewed, taken in, taken back. */
import { err } from '../../base/result.ts'
import { failedBy } from '../../corpus/problem.ts'
import type { Library } from '../../library/library.ts'
import { libraryFilePieces, readLibraryFile, type ImportProblem } from '../../library/library-file.ts'
import { mergeInto, previewMerge, type How } from '../../library/merge.ts'
import type { LibraryProblem } from '../../library/problem.ts'
import type { Envelope } from '../../library/record.ts'
import { previewOf, type Preview } from '../import-preview.ts'
import { joinInSlices } from '../slices.ts'
import type { OpenLibrary } from './moves.svelte.ts'

export type ImportStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly problem: ImportProblem }
  | { readonly kind: 'previewing'; readonly exported: string; readonly how: How; readonly preview: Preview }
  | { readonly kind: 'writing' }
  /** `lasting` where the library as it was before is kept also when this page closes. */
  | { readonly kind: 'taken-in'; readonly preview: Preview; readonly lasting: boolean }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'failed'; readonly problem: LibraryProblem }

export class Importing {
  step: ImportStep = $state.raw({ kind: 'choosing' })
  readonly #opened: () => Promise<OpenLibrary>
  #records: readonly Envelope[] = []
  #exported = ''
  /** The library before the import, for browsers that have no place for a copy. */
  #before: string | null = null

  constructor(opened: () => Promise<OpenLibrary>) {
    this.#opened = opened
  }

  /** Reads a file or pasted text and shows what taking it in would do; nothing is changed yet. */
  async read(source: Blob | string, how: How = 'merge', limit?: number): Promise<void> {
    this.step = { kind: 'reading' }
    // A file that went away after it was chosen rejects: nothing of it can be read.
    const file = await readLibraryFile(source, limit).catch(() => err<ImportProblem>({ kind: 'not-json' }))
    if (!file.ok) {
      this.step = { kind: 'refused', problem: file.error }
      return
    }
    this.#records = file.value.records
    this.#exported = file.value.exported
    await this.preview(how)
  }

  /** Shows what it would do the one way or the other. */
  preview(how: How): Promise<void> {
    return this.#with(({ library }) => this.#preview(library, how))
  }

  /** Takes it in, after the library as it is has been kept. */
  takeIn(how: How): Promise<void> {
    this.step = { kind: 'writing' }
    return this.#with((open) => this.#takeIn(open, how))
  }

  /** Makes the library what it was before the import. */
  takeBack(): Promise<void> {
    this.step = { kind: 'writing' }
    return this.#with(async (open) => {
      this.step = (this.#before === null ? null : await goBackTo(this.#before, open)) ?? { kind: 'taken-back' }
    })
  }

  async #with(work: (open: OpenLibrary) => Promise<void>): Promise<void> {
    try {
      await work(await this.#opened())
    } catch (cause) {
      this.step = { kind: 'failed', problem: failedBy(cause) }
    }
  }

  async #preview(library: Library, how: How): Promise<void> {
    const plan = await previewMerge(library, this.#records, how)
    this.step = plan.ok
      ? { kind: 'previewing', exported: this.#exported, how, preview: previewOf(plan.value) }
      : { kind: 'failed', problem: plan.error }
  }

  async #takeIn({ library, copy }: OpenLibrary, how: How): Promise<void> {
    const present = await library.records()
    if (!present.ok) {
      this.step = { kind: 'failed', problem: present.error }
      return
    }
    this.#before = await joinInSlices(libraryFilePieces(present.value, library.now()))
    const lasting = (await copy?.keepBeforeImport()) ?? false
    const merged = await mergeInto(library, this.#records, how)
    this.step = merged.ok
      ? { kind: 'taken-in', preview: previewOf(merged.value), lasting }
      : { kind: 'failed', problem: merged.error }
  }
}

/** Puts the library of a file in place of the present one, which is kept in turn; null when that is done. */
async function goBackTo(
  before: Blob | string,
  { library, copy }: OpenLibrary,
): Promise<Extract<ImportStep, { kind: 'refused' | 'failed' }> | null> {
  const file = await readLibraryFile(before, Infinity)
  if (!file.ok) return { kind: 'refused', problem: file.error }
  await copy?.keepBeforeImport()
  const merged = await mergeInto(library, file.value.records, 'replace')
  return merged.ok ? null : { kind: 'failed', problem: merged.error }
}
