/** What the reader brings, on its way to the worker and back: files and links, and the papers they hold. */
import type { Paper } from '../corpus/paper.ts'

/** A file of the reader's, or a text that was pasted. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A paper that a file brings; of several files the first that has it, from 0. */
export interface BroughtPaper {
  readonly paper: Paper
  readonly file: number
  /** The id under which it is here already; null where it is not. */
  readonly here: string | null
  /** Whether it says more than the reader's own one that is here: `paper` is then what both say, as one. */
  readonly isMore: boolean
}

/** What is wrong in a file, on which of its lines and in which of its records (both from 1). */
export interface BroughtFault {
  readonly file: number
  readonly line: number
  readonly record?: number
  readonly what: string
}

export interface ReadAnswer {
  readonly papers: readonly BroughtPaper[]
  readonly faults: readonly BroughtFault[]
  /** Papers at the end that were too many. */
  readonly unread: number
}

/** A link to a paper, and the title that came with it, which may be empty. */
export interface LinkedPaper {
  readonly url: string
  readonly title: string
}

/** The paper of each link, in order; null where it is not here. */
export interface FindAnswer {
  readonly papers: readonly (Paper | null)[]
}
