/** What a paper is: only what its source says, and what the compiler found in those words. */

/** What a paper mainly offers, in the order the filters show. */
export const KINDS = ['method', 'system', 'dataset', 'benchmark', 'survey', 'model'] as const
export type Kind = (typeof KINDS)[number]

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

export interface Paper {
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
