/** The formats a reader can take papers away in: a new one is one file and one row here. */
import { writeBibtex } from './bibtex.ts'
import { writeCslJson } from './csl-json.ts'
import { writeCsv } from './csv.ts'
import type { WriteExport } from './export-entry.ts'
import { writeIdentifiers } from './identifiers.ts'
import { writeMarkdown } from './markdown.ts'
import { writeOffprintFile } from './offprint-file.ts'
import { writeRis } from './ris.ts'

export interface Format {
  readonly id: string
  readonly label: string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
  readonly write: WriteExport
}

/** In the order of the menu. */
export const FORMATS = [
  { id: 'bibtex', label: 'BibTeX', extension: 'bib', mime: 'application/x-bibtex', write: writeBibtex },
  { id: 'ris', label: 'RIS', extension: 'ris', mime: 'application/x-research-info-systems', write: writeRis },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    extension: 'json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: writeCslJson,
  },
  { id: 'csv', label: 'CSV', extension: 'csv', mime: 'text/csv', write: writeCsv },
  { id: 'markdown', label: 'Markdown', extension: 'md', mime: 'text/markdown', write: writeMarkdown },
  { id: 'identifiers', label: 'Identifiers', extension: 'txt', mime: 'text/plain', write: writeIdentifiers },
  { id: 'offprint-file', label: 'Offprint file', extension: 'html', mime: 'text/html', write: writeOffprintFile },
] as const satisfies readonly Format[]
