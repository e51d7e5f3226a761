/** What an edition is made from: the papers at hand, and what the reader's library says of them. */
import type { Day } from '../base/days.ts'
import type { Paper, Topic } from '../corpus/paper.ts'
import type { Statements } from '../corpus/statements.ts'
import type { QueryContext } from '../query/context.ts'
import type { ListedDays } from './edition.ts'
import { DEFAULT_RULES, type Rules } from './rules.ts'

/** A paper that speaks to the reader, and the saved one that pulled it. */
export interface Pull {
  readonly paper: Paper
  /** Comparable among the pulls of one reader; the higher, the nearer. */
  readonly score: number
  readonly pulledBy: string
}

/** What the vectors of papers are asked; ids are of papers, the latest first. */
export interface Meaning {
  /** The papers worth naming, the strongest first. */
  readonly rank: (
    reader: {
      readonly saved: readonly string[]
      readonly done: readonly string[]
      readonly refused: readonly string[]
    },
    papers: readonly Paper[],
  ) => readonly Pull[]
  /** What two papers share, the weightiest first. */
  readonly shared: (paper: string, other: string) => readonly string[]
}

/** What is on this device. */
export interface Page {
  readonly generation: string
  readonly papers: readonly Paper[]
  readonly topics: readonly Topic[]
  /** Whether papers come day by day: an edition is then about some days, else every paper may stand in the next. */
  readonly dated: boolean
  readonly stated: Statements
  /** Whether the page's order is that of a trend, by votes. */
  readonly trending: boolean
  /** Null without vectors: there is then no section Because you saved. */
  readonly meaning: Meaning | null
}

/** What the reader's library says; all of it crosses to the worker as plain data. */
export interface EditionFacts {
  readonly day: Day
  readonly rules: Rules
  /** How many editions were made before, and the day of the last of them. */
  readonly made: number
  readonly previous: Day | null
  /** How far the last edition went whose corpus came day by day; null where there was none before. */
  readonly listed: ListedDays | null
  /** Papers that editions have shown, and the last day that one did. */
  readonly shown: readonly { readonly id: string; readonly day: Day }[]
  /** Papers in lists, the latest first, and the day each was saved. */
  readonly saved: readonly { readonly id: string; readonly title: string; readonly day: Day }[]
  /** The latest first. */
  readonly done: readonly string[]
  readonly refused: readonly string[]
  readonly unfolded: readonly string[]
  /** In the reader's order. */
  readonly searches: readonly { readonly id: string; readonly name: string; readonly query: string }[]
  /** What the library says about the texts of the searches. */
  readonly context?: QueryContext | undefined
}

/** The facts of a reader of whom nothing is known. */
export function factsOfNewReader(day: Day): EditionFacts {
  const none: readonly never[] = []
  return {
    day,
    rules: DEFAULT_RULES,
    made: 0,
    previous: null,
    listed: null,
    shown: none,
    saved: none,
    done: none,
    refused: none,
    unfolded: none,
    searches: none,
  }
}
