/** The lists of a paper as keywords, in formats that part keywords by commas. */
import type { ExportEntry } from './export-entry.ts'

/** A comma or semicolon within a name would make two keywords of it. */
export function keywords({ lists = [] }: ExportEntry): readonly string[] {
  return lists.map((list) => list.replace(/\s*[,;]\s*/g, ' ').trim()).filter((list) => list !== '')
}
