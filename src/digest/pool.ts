/** The papers of a page, sorted by what the reader has to do with them. */
import type { Day } from '../base/days.ts'
import type { Paper } from '../corpus/paper.ts'
import type { ListedDays } from './edition.ts'
import type { EditionFacts, Page } from './facts.ts'
import { isOfDays } from './window.ts'

interface Met {
  /** Not shown yet, nor dealt with by the reader, nor ruled out: in page order. */
  readonly fresh: readonly Paper[]
  /** Shown by an edition, in page order; none that the reader refused. */
  readonly seen: readonly Paper[]
}

/** Papers of the edition's days. */
export interface Pool extends Met {
  /** The same of all days. */
  readonly archive: Met
  /** Saved, not done, not refused: with the day of saving and the last day it stood in an edition. */
  readonly waiting: readonly Waiting[]
}

export interface Waiting {
  readonly paper: Paper
  readonly saved: Day
  readonly shown: Day | null
}

/** A paper that the reader has found by other ways is no news, so what is saved or done is not fresh either. */
export function poolOf(
  { papers }: Page,
  { rules, shown, saved, done, refused }: EditionFacts,
  days: ListedDays | null,
): Pool {
  const shownOn = new Map(shown.map(({ id, day }) => [id, day]))
  const savedOn = new Map(saved.map(({ id, day }) => [id, day]))
  const over = new Set([...done, ...refused])
  const unwanted = new Set(refused)
  const isRuledOut = ({ topics }: Paper): boolean => topics.some((topic) => rules.topics.get(topic) === 'never')
  const inOrder = [...papers].sort((a, b) => a.rank - b.rank)
  const fresh = inOrder.filter(
    (paper) => !shownOn.has(paper.id) && !savedOn.has(paper.id) && !over.has(paper.id) && !isRuledOut(paper),
  )
  const seen = inOrder.filter(({ id }) => shownOn.has(id) && !unwanted.has(id))
  return {
    fresh: fresh.filter((paper) => isOfDays(paper, days)),
    seen: seen.filter((paper) => isOfDays(paper, days)),
    archive: { fresh, seen },
    waiting: inOrder.flatMap((paper) => {
      const day = savedOn.get(paper.id)
      return day === undefined || over.has(paper.id)
        ? []
        : [{ paper, saved: day, shown: shownOn.get(paper.id) ?? null }]
    }),
  }
}
