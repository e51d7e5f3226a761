/** BibTeX: `@misc` entries in UTF-8 that hold what is known and nothing else. */
import { withCiteKeys } from './cite-key.ts'
import type { ExportEntry, WriteExport } from './export-entry.ts'
import { identifierOf } from './identifiers.ts'
import { keywords } from './keywords.ts'
import { remarks, statedLinks } from './links.ts'
import { personName } from './names.ts'
import { escapeTex } from './tex.ts'

/** One entry a paper, a blank line between. */
export const writeBibtex: WriteExport = function* (entries) {
  for (const [index, [key, entry]] of withCiteKeys(entries).entries())
    yield (index > 0 ? '\n' : '') + bibtexEntry(entry, key)
}

function bibtexEntry(entry: ExportEntry, key: string): string {
  const { paper } = entry
  const url = statedLinks(entry)[0]?.url
  const identifier = identifierOf(entry)
  const fields: [name: string, value: string | undefined][] = [
    // The second braces keep the authors' capitals, which most styles would lower.
    ['title', `{${escapeTex(paper.title)}}`],
    ['author', paper.authors?.map(authorTex).join(' and ')],
    ['year', paper.published?.slice(0, 4)],
    ['month', paper.published?.slice(5, 7)],
    ['eprint', identifier?.kind === 'arxiv' ? identifier.value : undefined],
    ['archiveprefix', identifier?.kind === 'arxiv' ? 'arXiv' : undefined],
    ['doi', identifier?.kind === 'doi' ? rawAddress(identifier.value) : undefined],
    ['url', url === undefined ? undefined : rawAddress(url)],
    ['urldate', url === undefined ? undefined : entry.accessed],
    ['abstract', escapeTex(paper.abstract)],
    ['keywords', keywords(entry).map(escapeTex).join(', ')],
    // Styles print `note`; what the reader wrote is nobody else's.
    ['annote', remarks(entry).map(escapeTex).join(' ')],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []))
  return `@misc{${key},\n${lines.join('')}}\n`
}

/** Braces hold together what is one name: that of a group, or with a word that would part it. */
function authorTex(name: string): string {
  const { family, given } = personName(name)
  const tex = (part: string): string => (/,|\band\b/.test(part) ? `{${escapeTex(part)}}` : escapeTex(part))
  return given === '' ? `{${escapeTex(family)}}` : `${tex(family)}, ${tex(given)}`
}

/** Addresses are read verbatim: no escapes, so the three signs that could end the field are encoded. */
function rawAddress(url: string): string {
  return url.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign))
}
