/** What an edition is made of on the page: its sections, then its postscripts. */
import type { Entry, PaperEdition, Section } from '../digest/edition.ts'
import { countPapers, shortDay } from '../text/english.ts'
import { sectionCounts, sectionHeading } from './edition-words.ts'

export interface EditionPart {
  readonly heading: string
  readonly counts: string
  /** Null for a postscript. */
  readonly section: Section | null
  readonly entries: readonly Entry[]
  /** The place of its first entry in the edition. */
  readonly start: number
}

/** In reading order. */
export function partsOf({ sections, postscripts }: PaperEdition): readonly EditionPart[] {
  const all = [
    ...sections.map((section) => ({
      heading: sectionHeading(section),
      counts: sectionCounts(section),
      section,
      entries: section.entries,
    })),
    ...postscripts.map(({ day, entries }) => ({
      heading: `Arrived on ${shortDay(day)}`,
      counts: `A postscript: ${countPapers(entries.length)}, after you had begun`,
      section: null,
      entries,
    })),
  ]
  let start = 0
  return all.map((part) => ({ ...part, start: (start += part.entries.length) - part.entries.length }))
}
