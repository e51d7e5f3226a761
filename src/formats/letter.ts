/** An edition in words, as its reader takes it away: what mail, page and text are written from. */
import type { ExportPaper } from './export-entry.ts'

export interface LetterEntry {
  readonly paper: ExportPaper
  /** Why it is in the edition, one line; empty where that is not to be told. */
  readonly reason: string
}

export interface LetterSection {
  /** Empty where there is nothing to head. */
  readonly heading: string
  readonly entries: readonly LetterEntry[]
}

export interface Letter {
  /** `Offprint of 22 Nov · edition 3 of 17`. */
  readonly subject: string
  /** What the papers are, and where from; one or two sentences. */
  readonly about: string
  /** The day of the edition, 2026-11-22. */
  readonly day: string
  /** The address of the app, with closing slash; null where nobody else could reach it. */
  readonly app: string | null
  readonly sections: readonly LetterSection[]
}

/** All entries in reading order. */
export function letterEntries({ sections }: Letter): readonly LetterEntry[] {
  return sections.flatMap(({ entries }) => entries)
}

/** A paper's page in the app; null without the app's address. */
export function paperPage({ id }: ExportPaper, { app }: Pick<Letter, 'app'>): string | null {
  return app === null ? null : `${app}#/paper/${encodeURIComponent(id)}`
}
