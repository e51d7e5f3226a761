/** DOIs and arXiv numbers as text, for a reference manager's "add by identifier". */
import type { ExportEntry, WriteExport } from './export-entry.ts'

export interface Identifier {
  readonly kind: 'arxiv' | 'doi'
  readonly value: string
}

/** Since 2007 year and month with a number of four or five digits; before, an archive with seven. */
const ARXIV =
  /^https?:\/\/(?:www\.|export\.)?(?:arxiv\.org\/(?:abs|pdf|html)|(?:hf\.co|huggingface\.co|alphaxiv\.org)\/(?:papers|abs))\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?:[/?#].*)?$/i
const DOI = /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(10\.\d{4,9}\/[^\s?#]+)$/i

/** The identifier in the address of the paper itself; those of its code and data name other things. */
export function identifierOf({ link }: ExportEntry): Identifier | null {
  const arxiv = ARXIV.exec(link ?? '')?.[1]
  if (arxiv !== undefined) return { kind: 'arxiv', value: arxiv }
  const doi = DOI.exec(link ?? '')?.[1]
  return doi === undefined ? null : { kind: 'doi', value: decodeDoi(doi) }
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

function decodeDoi(doi: string): string {
  try {
    return decodeURIComponent(doi)
  } catch {
    return doi // a stray % sign: the text as given names the paper better than nothing
  }
}
