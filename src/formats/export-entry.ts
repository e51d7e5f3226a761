/** What an export is made of: papers with what the reader added, and what the whole is called. */
import type { CodeState, Kind, Paper, Topic } from '../corpus/paper.ts'

/** A paper as far as it is known: one that came by a link may be a title and nothing more. */
export type ExportPaper = Omit<Paper, 'kind' | 'code'> & {
  readonly kind: Kind | null
  readonly code: CodeState | null
}

export interface ExportEntry {
  readonly paper: ExportPaper
  /** The reader's own words, plain text of any number of lines. */
  readonly note?: string
  /** Names of the lists that hold the paper. */
  readonly lists?: readonly string[]
  /** The address of the paper itself, where its source or the reader gave one. */
  readonly link?: string
  /** The day (2026-11-22) on which that address, or the project's, was opened; nothing else counts as accessed. */
  readonly accessed?: string
}

export interface ExportOptions {
  /** What the export is called: a list, a saved search, an edition. */
  readonly title: string
  /** The day of the export, 2026-11-22. */
  readonly date: string
  /** Labels for topic ids; an id without one stands for itself. */
  readonly topics?: readonly Topic[]
}

/**
 * Writes entries as the text of one file, piece by piece (a paper or less each), so that whoever asks can pause between
 * them; the same input gives the same text.
 */
export type WriteExport = (entries: readonly ExportEntry[], options: ExportOptions) => Iterable<string>

/** The text of the file in one go. */
export function wholeText(write: WriteExport, entries: readonly ExportEntry[], options: ExportOptions): string {
  return [...write(entries, options)].join('')
}
