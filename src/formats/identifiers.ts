/** DOIs and arXiv numbers as text, for a reference manager's "add by identifier". */
import { arxivIn, doiIn } from '../corpus/identifiers.ts'
import type { ExportEntry, WriteExport } from './export-entry.ts'

export interface Identifier {
  readonly kind: 'arxiv' | 'doi'
  readonly value: string
}

/** The identifier that sources state, or in the address of the paper itself; those of its code and data name other things. */
export function identifierOf({ paper, link }: ExportEntry): Identifier | null {
  if (paper.arxiv !== undefined) return { kind: 'arxiv', value: paper.arxiv }
  if (paper.doi !== undefined) return { kind: 'doi', value: paper.doi }
  const arxiv = arxivIn(link ?? '')
  if (arxiv !== null) return { kind: 'arxiv', value: arxiv }
  const doi = doiIn(link ?? '')
  return doi === null ? null : { kind: 'doi', value: doi }
}

/** One identifier a line; where there is none at all, a sentence that says so. */
export const writeIdentifiers: WriteExport = (entries) => [identifierText(entries)]

function identifierText(entries: readonly ExportEntry[]): string {
  const lines = entries.flatMap((entry) => {
    const identifier = identifierOf(entry)
    if (identifier === null) return []
    return [identifier.kind === 'arxiv' ? `arXiv:${identifier.value}` : identifier.value]
  })
  if (lines.length > 0) return [...new Set(lines)].join('\n') + '\n'
  return entries.length === 1
    ? 'This paper comes without a DOI or an arXiv number.\n'
    : `None of these ${String(entries.length)} papers comes with a DOI or an arXiv number.\n`
}
