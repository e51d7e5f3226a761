/** What the sources of a corpus state of papers beside title and abstract: only that is asked, ordered and shown. */
import { lastOf, type Day } from '../base/days.ts'
import type { Manifest } from './manifest.ts'
import { dayOfPaper, type Paper, type Stated } from './paper.ts'

export interface Statements {
  /** Whether some paper has authors. */
  readonly authors: boolean
  /** The newest day on which a daily page listed a paper; null where none did. */
  readonly listed: Day | null
  /** Whether some paper has a day by which it is put among others. */
  readonly days: boolean
  /** Whether some paper has votes. */
  readonly votes: boolean
}

/** Of a corpus that is not here yet, and of a page of titles and abstracts alone. */
export const NOTHING_STATED: Statements = { authors: false, listed: null, days: false, votes: false }

/** What is stated of some paper at least, be it one of the reader's own; the newest day is the corpus' where it has any. */
export function statementsOf(papers: readonly Paper[], own: readonly Paper[] = []): Statements {
  const some = (has: (stated: Stated) => boolean): boolean => papers.some(has) || own.some(has)
  const newest = (of: readonly Paper[]): Day => lastOf(of.flatMap(({ listed }) => listed ?? []))
  return {
    authors: some(({ authors }) => authors !== undefined),
    listed: newest(papers) || newest(own) || null,
    days: some((paper) => dayOfPaper(paper) !== null),
    votes: some(({ votes }) => votes !== undefined),
  }
}

/** Whether page order is that of a trend: whether the newest source, or one of that day, states votes. */
export function isTrending(sources: readonly Pick<Manifest['sources'][number], 'taken' | 'ranked'>[]): boolean {
  const newest = lastOf(sources.map(({ taken }) => taken))
  return sources.some(({ taken, ranked }) => ranked && taken === newest)
}
