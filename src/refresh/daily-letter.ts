/** The newest day of a corpus as a letter for everybody: its papers in their order, as the app shows a new reader. */
import { lastOf, type Day } from '../base/days.ts'
import type { Paper } from '../corpus/paper.ts'
import { mix } from '../digest/mix.ts'
import { DEFAULT_RULES } from '../digest/rules.ts'
import { wholeText } from '../formats/export-entry.ts'
import { writeMarkdown } from '../formats/markdown.ts'
import { longDay, shortDay } from '../text/english.ts'

export interface DailyLetter {
  readonly day: Day
  readonly title: string
  /** In Markdown. */
  readonly body: string
}

/** Papers in a letter, as in an edition of the app until its reader says otherwise. */
const PAPERS = DEFAULT_RULES.size

/** The letter of the newest day on which a source lists papers; null where none states such a day. */
export function dailyLetter(papers: readonly Paper[]): DailyLetter | null {
  const day = lastOf(papers.flatMap(({ listed }) => listed ?? []))
  if (day === '') return null
  const own = papers.filter(({ listed }) => listed === day).map((paper) => ({ paper }))
  const title = `Daily papers of ${shortDay(day)} ${day.slice(0, 4)}`
  const body = wholeText(writeMarkdown, mix(own, PAPERS, PAPERS, []), { title, date: day })
  const more = own.length - PAPERS
  return { day, title, body: more > 0 ? `${body}\n${String(more)} more of ${longDay(day)} are in the app.\n` : body }
}
