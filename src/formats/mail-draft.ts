/** A mail begun in the reader's own mail program: titles and links, as much as an address may hold. */
import { withoutMathMarks } from '../text/mathematics.ts'
import { letterEntries, paperPage, type Letter, type LetterEntry } from './letter.ts'
import { clickableLinks } from './links.ts'
import { oneLine } from './one-line.ts'
import { countPapers } from '../text/english.ts'

/** Windows hands mail programs addresses up to about 2,000 characters. */
const LONGEST = 2_000

/** A `mailto:` address without a recipient; what does not fit is left out by whole entries, and counted. */
export function mailDraft(letter: Letter): string {
  const entries = letterEntries(letter).map((entry) => entryLines(entry, letter))
  for (let shown = entries.length; shown > 0; shown--) {
    const address = mailto(letter, entries.slice(0, shown), entries.length - shown)
    if (address.length <= LONGEST) return address
  }
  return mailto(letter, [], entries.length)
}

function mailto({ subject, app }: Letter, entries: readonly string[], left: number): string {
  const rest = left === 0 ? '' : entries.length === 0 ? countPapers(left) : `and ${String(left)} more`
  const body = [...entries, rest, app ?? ''].filter((part) => part !== '').join('\n\n')
  const fields = { subject: oneLine(subject), body: body.replaceAll('\n', '\r\n') }
  // Spaces as %20: mail programs show the + of a web form as it stands.
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`)
  return `mailto:?${pairs.join('&')}`
}

function entryLines({ paper }: LetterEntry, letter: Letter): string {
  const link = paperPage(paper, letter) ?? clickableLinks({ paper })[0]?.url
  return [oneLine(withoutMathMarks(paper.title)), ...(link === undefined ? [] : [link])].join('\n')
}

/** Half a character cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}
