/** What a source says of a paper, as it stands there, before any cleaning. */
import type { Stated } from '../corpus/paper.ts'

export interface RawPaper extends Stated {
  readonly title: string
  /** Empty where the source has none. */
  readonly abstract: string
  /** Line on which it begins in its file, from 1. */
  readonly line: number
  /** Its number in the file, from 1. */
  readonly record: number
  /** Whether title, abstract and authors are written in TeX. */
  readonly tex?: true
  /** The addresses of its project and of its code: not those that its abstract names. */
  readonly project?: string
  readonly code?: readonly string[]
  /** Ids it has had in a corpus, its own first. */
  readonly ids?: readonly string[]
}

/** What is wrong with a source, on which of its lines and in which of its papers (both from 1). */
export interface SourceFault {
  readonly line: number
  readonly record?: number
  readonly what: string
}

/** The papers of a source in its order, and what is wrong with the others. */
export interface Reading {
  readonly papers: readonly RawPaper[]
  readonly faults: readonly SourceFault[]
}

/** `paper 3: what is wrong`, to stand after file and line. */
export function faultText({ record, what }: SourceFault): string {
  return record === undefined ? what : `paper ${String(record)}: ${what}`
}
