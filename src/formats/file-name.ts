/** What an exported file is called. */
import { fold } from '../text/fold.ts'
import type { ExportOptions } from './export-entry.ts'

/** Long enough for a list's name, short enough for every file system with the date and the extension. */
const LENGTH = 60

/** `offprint-to-read-2026-11-22.bib`: letters, digits, hyphens and one dot, whatever the list is called. */
export function fileName({ title, date }: ExportOptions, { extension }: { readonly extension: string }): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? []
  // An edition has the name in its title.
  const name = (words[0] === 'offprint' ? words.slice(1) : words).join('-').slice(0, LENGTH).replace(/-$/, '')
  const day = date.replace(/[^0-9-]/g, '')
  return `${['offprint', name, day].filter((part) => part !== '').join('-')}.${extension}`
}
