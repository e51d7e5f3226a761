/** What a source says of a paper, as it stands there, before any cleaning. */
import type { Day } from '../base/days.ts'

export interface RawPaper {
  readonly title: string
  /** Empty where the source has none. */
  readonly abstract: string
  /** Line on which it begins in its file, from 1. */
  readonly line: number
  /** Its number in the file, from 1. */
  readonly record: number
  /** Whether title, abstract and authors are written in TeX. */
  readonly tex?: true
  /** As they are spoken, given names first. */
  readonly authors?: readonly string[]
  /** The day on which a daily page lists it. */
  readonly listed?: Day
  /** As far as the source says: 2026, 2026-11 or 2026-11-22. */
  readonly published?: string
  readonly votes?: number
  /** Without its version. */
  readonly arxiv?: string
  readonly doi?: string
  /** An address of the paper, its project, its code: not those that its abstract names, nor those of the identifiers. */
  readonly page?: string
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
