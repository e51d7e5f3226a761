/** What a source says of a paper, as it stands there, before any cleaning. */
import type { Result } from '../base/result.ts'

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

/** A reader of one outside format: the whole text in, papers in the order of the page out. */
export type ReadSource = (text: string) => Result<readonly RawPaper[], SourceFault>
