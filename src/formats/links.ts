/** Which addresses an entry has: the one to cite, and the others. */
import { pageOfPaper } from '../corpus/paper-links.ts'
import type { ExportEntry } from './export-entry.ts'

export interface NamedLink {
  readonly name: 'Paper' | 'Project' | 'Code'
  readonly url: string
}

/** Every web address of an entry, the paper's own first, none twice. */
export function namedLinks({ paper, link }: ExportEntry): readonly NamedLink[] {
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

/** The reader's note, then the addresses for which a format with room for one address has no other place. */
export function remarks(entry: ExportEntry): readonly string[] {
  const note = entry.note?.trim() ?? ''
  const further = namedLinks(entry).slice(1)
  return [...(note === '' ? [] : [note]), ...further.map(({ name, url }) => `${name}: ${url}`)]
}
