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
  /** What it is good for, as a phrase. */
  readonly about: string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
  readonly write: WriteExport
}

/** In the order of the menu. */
export const FORMATS = [
  {
    id: 'bibtex',
    label: 'BibTeX',
    about: 'for LaTeX and most reference managers',
    extension: 'bib',
    mime: 'application/x-bibtex',
    write: writeBibtex,
  },
  {
    id: 'ris',
    label: 'RIS',
    about: 'for Zotero, EndNote and Mendeley',
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    write: writeRis,
  },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    about: 'for Pandoc and other citation processors',
    extension: 'json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: writeCslJson,
  },
  { id: 'csv', label: 'CSV', about: 'for spreadsheets', extension: 'csv', mime: 'text/csv', write: writeCsv },
  {
    id: 'markdown',
    label: 'Markdown',
    about: 'for notes and mail, readable as it is',
    extension: 'md',
    mime: 'text/markdown',
    write: writeMarkdown,
  },
  {
    id: 'identifiers',
    label: 'Identifiers',
    about: 'DOIs and arXiv numbers, for Zotero’s “add by identifier”',
    extension: 'txt',
    mime: 'text/plain',
    write: writeIdentifiers,
  },
  {
    id: 'offprint-file',
    label: 'Offprint file',
    about: 'one page with search that opens anywhere, offline, without this app',
    extension: 'html',
    mime: 'text/html',
    write: writeOffprintFile,
  },
] as const satisfies readonly Format[]
