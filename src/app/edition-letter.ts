/** An edition as the letter that is taken away, in the words of the screen. */
import type { Entry, PaperEdition } from '../digest/edition.ts'
import type { Letter, LetterEntry, LetterSection } from '../formats/letter.ts'
import { shortDay } from '../text/english.ts'
import { aboutPage, editionSubject, reasonWords, sectionHeading, type Page } from './edition-words.ts'

export interface LetterOptions {
  readonly page: Page
  /** The address of the app, as far as others can reach it. */
  readonly app: string | null
  /** Whether it says why each paper is in it, which tells what the reader saved and looks for. */
  readonly personal: boolean
}

/** The whole edition with its postscripts; without what is personal, one list of papers. */
export function editionLetter(edition: PaperEdition, { page, app, personal }: LetterOptions): Letter {
  const sections = [
    ...edition.sections.map((section) => ({ heading: sectionHeading(section), entries: section.entries })),
    ...edition.postscripts.map(({ day, entries }) => ({ heading: `Arrived on ${shortDay(day)}`, entries })),
  ]
  return {
    subject: editionSubject(edition, page),
    about: aboutPage(page),
    day: edition.day,
    app,
    sections: personal
      ? sections.map(toSection)
      : [{ heading: '', entries: sections.flatMap((s) => s.entries.map(impersonal)) }],
  }
}

/** The address of this copy of the app; null where it is not one for everybody. */
export function appAddress(base: string): string | null {
  const url = new URL('.', base)
  return url.protocol === 'https:' ? url.href : null
}

function toSection({
  heading,
  entries,
}: {
  readonly heading: string
  readonly entries: readonly Entry[]
}): LetterSection {
  return { heading, entries: entries.map(({ paper, reason }) => ({ paper, reason: reasonWords(reason) })) }
}

function impersonal({ paper }: Entry): LetterEntry {
  return { paper, reason: '' }
}
