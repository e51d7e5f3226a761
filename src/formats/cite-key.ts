/** The names by which papers are cited: readable, unique, and the same in every export. */
import { fold } from '../text/fold.ts'
import type { ExportEntry } from './export-entry.ts'

/** Words enough to recognise a paper by. */
const WORDS = 3

/** The entries in order, each with its key; an entry that repeats a paper gets a number. */
export function withCiteKeys(entries: readonly ExportEntry[]): readonly (readonly [key: string, entry: ExportEntry])[] {
  const uses = new Map<string, number>()
  return entries.map((entry) => {
    const key = citeKey(entry)
    const use = (uses.get(key) ?? 0) + 1
    uses.set(key, use)
    return [use === 1 ? key : `${key}-${String(use)}`, entry]
  })
}

/** The first words of the title and the paper's id: no author or year is known, and the id alone says nothing. */
function citeKey({ paper }: ExportEntry): string {
  const words = fold(paper.title).match(/[a-z0-9]+/g) ?? []
  const key = [...words.slice(0, WORDS), paper.id.replace(/[^A-Za-z0-9-]/g, '')].join('-')
  // Some readers take a name that starts with a digit for a number.
  return /^[a-z]/i.test(key) ? key : `paper-${key}`
}
