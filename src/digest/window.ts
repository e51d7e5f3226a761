/** Which papers an edition is about: where a corpus comes day by day, those of the days since the edition before. */
import { addDays, lastOf, type Day } from '../base/days.ts'
import { dayOfPaper, type Paper } from '../corpus/paper.ts'
import type { ListedDays } from './edition.ts'
import type { EditionFacts, Page } from './facts.ts'

/** The days of an edition; null of a corpus that is one page without days. */
export function daysOf(
  { dated, generation, papers }: Page,
  { listed, previous }: Pick<EditionFacts, 'listed' | 'previous'>,
): ListedDays | null {
  if (!dated) return null
  // A bibliography may know the month in which a paper will be printed; nothing is listed after it was retrieved.
  const taken = generation.slice(0, 10)
  const days = papers.flatMap((paper) => dayOfPaper(paper) ?? []).filter((day) => day <= taken)
  const count = (wanted: Day): number => days.filter((day) => day === wanted).length
  const to = lastOf(days)
  if (to === '') return null
  // Without a word of how far the edition before went: from its day on, and of a new reader the newest day.
  const since = previous !== null && previous < to ? previous : to
  return { from: listed ? nextDay(listed, count) : since, to, papers: count(to) }
}

/** Whether a paper is of these days; where there are none, every paper is. */
export function isOfDays(paper: Paper, days: ListedDays | null): boolean {
  if (!days) return true
  const day = dayOfPaper(paper)
  return day !== null && day >= days.from && day <= days.to
}

/** The last day of the edition before was not over if there are more papers of it now: then it is gone through again. */
function nextDay({ to, papers }: ListedDays, count: (day: Day) => number): Day {
  return count(to) > papers ? to : addDays(to, 1)
}
