/** What a paper is: only what its source says, and what the compiler found in those words. */
import type { Day } from '../base/days.ts'

/** What a paper mainly offers, in the order the filters show. */
export const KINDS = ['method', 'system', 'dataset', 'benchmark', 'survey', 'model'] as const
export type Kind = (typeof KINDS)[number]

/** What a paper may be called: safe in addresses, file names and records, and never `__proto__`. */
export const PAPER_ID = /^[A-Za-z0-9][\w.-]{0,63}$/

/** Code that is linked, only promised, or not mentioned. */
export const CODE_STATES = ['link', 'promised', 'none'] as const
export type CodeState = (typeof CODE_STATES)[number]

/** Part of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A subject heading; the compiler puts label and order into the manifest. */
export interface Topic {
  readonly id: string
  readonly label: string
}

/** What only some sources state of a paper; a field is absent where none does. */
export interface Stated {
  /** As they are spoken, given names first. */
  readonly authors?: readonly string[]
  /** The day on which a daily page listed it first. */
  readonly listed?: Day
  /** As far as a source says: 2026, 2026-11 or 2026-11-22. */
  readonly published?: string
  /** As the newest source counts them. */
  readonly votes?: number
  /** The number at arXiv, without its version. */
  readonly arxiv?: string
  readonly doi?: string
  /** An address of the paper that neither of the two gives. */
  readonly page?: string
}

export interface Paper extends Stated {
  /** Made from the title alone; see enrich/identity. */
  readonly id: string
  readonly title: string
  readonly abstract: string
  /** Position on the source page, from 0. */
  readonly rank: number
  /** One to four topic ids, the surest first. */
  readonly topics: readonly string[]
  readonly kind: Kind
  readonly code: CodeState
  readonly codeLinks: readonly string[]
  readonly projectLink: string | null
  /** The name the authors gave their system, where title or abstract gives one. */
  readonly system: string | null
  /** The sentence of the abstract that says what the paper does. */
  readonly does: Span | null
  /** The sentence of the abstract that states a result with a number. */
  readonly result: Span | null
}

/** The day by which a paper is put among others: that of its listing, else of its publication where that is a day. */
export function dayOfPaper({ listed, published }: Stated): Day | null {
  return listed ?? (published?.length === 10 ? published : null)
}
