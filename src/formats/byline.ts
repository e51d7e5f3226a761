/** What sources state of a paper beside title and abstract, in words: who wrote it, its day, its names elsewhere. */
import type { Stated } from '../corpus/paper.ts'
import { longDate } from '../text/english.ts'

/** Names before the rest is only counted: a line of a phone, twice. */
const NAMED = 6

/** `Ann Author, Ben B. Author and 12 more`; one more than are to be named is named, too. */
export function authorWords(authors: readonly string[], named = NAMED): string {
  if (authors.length <= named + 1) return authors.join(', ')
  return `${authors.slice(0, named).join(', ')} and ${String(authors.length - named)} more`
}

/** `Listed on 22 November 2026`, else `Published May 2026` as far as that is stated; null where nothing is. */
export function dayWords({ listed, published }: Stated): string | null {
  if (listed !== undefined) return `Listed on ${longDate(listed)}`
  return published === undefined ? null : `Published ${longDate(published)}`
}

/** All of it as one line, with every author or with some; empty where nothing is stated. */
export function byline(paper: Stated, authors: 'every author' | 'some authors'): string {
  const names = paper.authors ?? []
  return [
    authors === 'every author' ? names.join(', ') : authorWords(names),
    dayWords(paper) ?? '',
    paper.arxiv === undefined ? '' : `arXiv:${paper.arxiv}`,
    paper.doi === undefined ? '' : `doi:${paper.doi}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
