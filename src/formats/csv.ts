/** CSV for spreadsheets: RFC 4180, and no cell that a spreadsheet would run. */
import { pageOfPaper } from '../corpus/paper-links.ts'
import type { ExportEntry, ExportOptions, WriteExport } from './export-entry.ts'
import { identifierOf } from './identifiers.ts'
import { printable } from './one-line.ts'
import { topicLabels } from './topic-labels.ts'

/**
 * Without it Excel reads UTF-8 as the local code page and spoils every accent; readers in programs drop it
 * (csv-parse by `bom: true`, Python by `utf-8-sig`), and those who write programs have CSL-JSON.
 */
const BYTE_ORDER_MARK = '\uFEFF'

type Column = readonly [name: string, value: (entry: ExportEntry, options: ExportOptions) => string]

/** Columns that are there where some paper has a value for them. */
const STATED: readonly Column[] = [
  ['authors', ({ paper }) => (paper.authors ?? []).join('; ')],
  ['published', ({ paper }) => paper.published ?? ''],
  ['listed', ({ paper }) => paper.listed ?? ''],
  ['votes', ({ paper }) => String(paper.votes ?? '')],
]

/** The columns in order; several values in a cell are parted by "; ". */
const COLUMNS: readonly Column[] = [
  ['title', ({ paper }) => paper.title],
  ['abstract', ({ paper }) => paper.abstract],
  ...STATED,
  ['lists', ({ lists }) => (lists ?? []).join('; ')],
  ['note', ({ note }) => note ?? ''],
  ['link', ({ paper, link }) => link ?? pageOfPaper(paper) ?? ''],
  ['identifier', (entry) => identifierOf(entry)?.value ?? ''],
  ['accessed', ({ accessed }) => accessed ?? ''],
  ['project', ({ paper }) => paper.projectLink ?? ''],
  ['code', ({ paper }) => paper.codeLinks.join('; ')],
  ['code state', ({ paper }) => paper.code ?? ''],
  ['kind', ({ paper }) => paper.kind ?? ''],
  ['topics', ({ paper }, options) => topicLabels(paper, options).join('; ')],
  ['offprint id', ({ paper }) => paper.id],
]

/** A header row, then a row a paper, every row ended. */
export const writeCsv: WriteExport = function* (entries, options) {
  const columns = COLUMNS.filter(
    (column) => !STATED.includes(column) || entries.some((entry) => column[1](entry, options) !== ''),
  )
  yield BYTE_ORDER_MARK + row(columns.map(([name]) => name))
  for (const entry of entries) yield row(columns.map(([, value]) => value(entry, options)))
}

function row(values: readonly string[]): string {
  return values.map(cell).join(',') + '\r\n'
}

/** Quoted always; an apostrophe before what a spreadsheet takes for a formula, full-width signs included. */
function cell(value: string): string {
  const text = printable(value)
  const guarded = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return `"${guarded.replaceAll('"', '""')}"`
}
