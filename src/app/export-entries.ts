/** Papers of the library as entries of an export: whole, and where a copy is missing, as much as is known. */
import type { Paper } from '../corpus/paper.ts'
import { isTitleOnly, titleOnly } from '../corpus/title-only.ts'
import type { ExportEntry, ExportPaper } from '../formats/export-entry.ts'
import type { Kept, List, Snapshot } from '../library/snapshot.ts'

/** Finds a paper in the corpus; null where it is not there. */
export type FindPaper = (id: string) => Promise<Paper | null>

/** An entry for each paper, in order; papers that a link brought without a copy are looked up. */
export function exportEntries(
  papers: readonly Kept[],
  lists: readonly List[],
  find: FindPaper,
): Promise<readonly ExportEntry[]> {
  return Promise.all(
    papers.map(async (kept) => entryOf(kept.paper ?? (await find(kept.id)) ?? titleOnly(kept), kept, lists)),
  )
}

/** An entry for each paper that the reader brought, the last brought first. */
export function ownEntries({ mine, papers, lists }: Snapshot): readonly ExportEntry[] {
  return [...mine.values()].map(({ paper }) => entryOf(paper, papers.get(paper.id), lists))
}

function entryOf(paper: Paper, kept: Kept | undefined, lists: readonly List[]): ExportEntry {
  const { note = null, link = null } = kept ?? {}
  return {
    paper: exportPaper(paper),
    ...(kept && { lists: lists.flatMap(({ id, name }) => (kept.lists.has(id) ? [name] : [])) }),
    ...(note !== null && { note }),
    ...(link !== null && { link }),
  }
}

/** Without what nobody else is meant to read: notes, and the names of lists. */
export function withoutNotes(entries: readonly ExportEntry[]): readonly ExportEntry[] {
  return entries.map(({ paper, link, accessed }) => ({
    paper,
    ...(link !== undefined && { link }),
    ...(accessed !== undefined && { accessed }),
  }))
}

/** Of a paper of which only the title is left nothing else is claimed. */
export function exportPaper(paper: Paper): ExportPaper {
  return isTitleOnly(paper) ? { ...paper, kind: null, code: null } : paper
}
