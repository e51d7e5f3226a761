/** Which addresses an entry has: those to cite, and those to click. */
import { pageOfPaper } from '../corpus/paper-links.ts'
import type { ExportEntry } from './export-entry.ts'

export interface NamedLink {
  readonly name: 'Paper' | 'Project' | 'Code'
  readonly url: string
}

/**
 * Every web address of an entry, the paper's own first, none twice. For records alone: there one on http stays as its
 * source states it, since a reference without its address would be another, and none of it is clicked here.
 */
export function statedLinks({ paper, link }: ExportEntry): readonly NamedLink[] {
  const stated = pageOfPaper(paper)
  const all: (NamedLink | null)[] = [
    link === undefined ? null : { name: 'Paper', url: link },
    stated === null ? null : { name: 'Paper', url: stated },
    paper.projectLink === null ? null : { name: 'Project', url: paper.projectLink },
    ...paper.codeLinks.map((url) => ({ name: 'Code', url }) as const),
  ]
  const web = all.filter((named) => named !== null && /^https?:\/\/[^\s<>"]+$/i.test(named.url)) as NamedLink[]
  return web.filter((named, index) => web.findIndex(({ url }) => url === named.url) === index)
}

/** The addresses of whatever is read and clicked, a page, a feed, a letter: those on https, and no others. */
export function clickableLinks(entry: ExportEntry): readonly NamedLink[] {
  return statedLinks(entry).filter(({ url }) => /^https:/i.test(url))
}

/** The reader's note, then the addresses for which a format with room for one address has no other place. */
export function remarks(entry: ExportEntry): readonly string[] {
  const note = entry.note?.trim() ?? ''
  const further = statedLinks(entry).slice(1)
  return [...(note === '' ? [] : [note]), ...further.map(({ name, url }) => `${name}: ${url}`)]
}
