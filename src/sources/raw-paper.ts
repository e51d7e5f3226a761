/** What a source says of a paper, as it stands there, before any cleaning. */

export interface RawPaper {
  readonly title: string
  readonly abstract: string
  /** Line of the title in its file, from 1. */
  readonly line: number
}

/** What is wrong with a source, and on which of its lines (from 1). */
export interface SourceFault {
  readonly line: number
  readonly what: string
}
