/** Markdown (CommonMark with GitHub's and Obsidian's additions): a heading a paper, its words escaped. */
import { byline } from './byline.ts'
import type { ExportEntry, WriteExport } from './export-entry.ts'
import { clickableLinks } from './links.ts'
import { splitMathematics } from './mathematics.ts'
import { oneLine, printable } from './one-line.ts'
import { countPapers, longDay } from '../text/english.ts'

/** A title, a line of facts, then the papers. */
export const writeMarkdown: WriteExport = function* (entries, { title, date }) {
  yield `# ${escapeMarkdown(title)}\n\n${countPapers(entries.length)} · ${longDay(date)}`
  for (const entry of entries) yield `\n\n${section(entry)}`
  yield '\n'
}

function section(entry: ExportEntry): string {
  const facts = [
    ...clickableLinks(entry).map(({ name, url }) => `[${name}](<${url}>)`),
    ...(entry.lists ?? []).map((list) => escapeMarkdown(list)),
  ]
  return [
    `## ${escapeMarkdown(entry.paper.title)}`,
    escapeMarkdown(byline(entry.paper, 'every author')),
    facts.join(' · '),
    quote(entry.note ?? ''),
    escapeMarkdown(entry.paper.abstract),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

/** A note keeps its lines: a hard break between them, a blank line where it has one. */
function quote(note: string): string {
  const lines = printable(note)
    .trim()
    .split(/\r\n|\r|\n/)
    .map(escapeMarkdown)
  if (lines.join('') === '') return ''
  return lines.map((line, index) => (line === '' ? '>' : `> ${line}${lines[index + 1] ? '\\' : ''}`)).join('\n')
}

/** Text that is shown as it stands: addresses on https as links, mathematics as mathematics, no other mark-up. */
function escapeMarkdown(text: string): string {
  return oneLine(text)
    .split(/(https:\/\/[^\s<>{}"]*[^\s<>{}".,;:!?)\]'])/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : splitMathematics(part).map(escapeStretch).join('')))
    .join('')
    .replace(/^(#{1,6}(?=\s|$)|[-+=](?=[\s\-=]|$))/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** What readers of GitHub's Markdown make a link of, unasked, in a formula, too. */
const LOOSE_LINK = /:(?=\/\/)|(?<=www)\./i
const SIGNS = /[\\`*_[\]<>~|$&#]|:(?=\/\/)|(?<=www)\./gi

function escapeStretch({ kind, source }: { readonly kind: string; readonly source: string }): string {
  return kind === 'mathematics' && !LOOSE_LINK.test(source) ? source : source.replace(SIGNS, '\\$&')
}
