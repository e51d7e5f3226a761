/** CSL-JSON: the items that citation processors and reference managers exchange. */
import { withCiteKeys } from './cite-key.ts'
import type { ExportEntry, WriteExport } from './export-entry.ts'
import { identifierOf } from './identifiers.ts'
import { keywords } from './keywords.ts'
import { remarks, statedLinks } from './links.ts'
import { personName } from './names.ts'
import { printable } from './one-line.ts'

/** An array of items, `document` being the type that claims nothing. */
export const writeCslJson: WriteExport = function* (entries) {
  yield '['
  for (const [index, [key, entry]] of withCiteKeys(entries).entries())
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(cslItem(entry, key), null, 2)}`
  yield '\n]\n'
}

function cslItem(entry: ExportEntry, id: string): Readonly<Record<string, unknown>> {
  const identifier = identifierOf(entry)
  const { authors, published } = entry.paper
  const url = statedLinks(entry)[0]?.url
  const note = printable(remarks(entry).join('\n'))
  const keyword = printable(keywords(entry).join(', '))
  const accessed = entry.accessed?.split('-').map(Number)
  return {
    id,
    type: 'document',
    title: printable(entry.paper.title),
    ...(authors && { author: authors.map(personOf) }),
    ...(published !== undefined && { issued: { 'date-parts': [published.split('-').map(Number)] } }),
    abstract: printable(entry.paper.abstract),
    ...(identifier?.kind === 'doi' && { DOI: identifier.value }),
    ...(identifier?.kind === 'arxiv' && { archive: 'arXiv', archive_location: identifier.value }),
    ...(url !== undefined && { URL: url }),
    ...(url !== undefined && accessed && { accessed: { 'date-parts': [accessed] } }),
    ...(keyword !== '' && { keyword }),
    ...(note !== '' && { note }),
  }
}

function personOf(name: string): Readonly<Record<string, string>> {
  const { family, given } = personName(printable(name))
  return given === '' ? { literal: family } : { family, given }
}
