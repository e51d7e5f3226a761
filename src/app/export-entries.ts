/** Papers of the library as entries of an export: whole, and where a copy is missing, as much as is known. */
import type { Paper } from '../corpus/paper.ts'
import { isTitleOnly, titleOnly } from '../corpus/title-only.ts'
import type { ExportEntry, ExportPaper } from '../formats/export-entry.ts'
import type { Kept, List } from '../library/snapshot.ts'

/** Finds a paper in the corpus; null where it is not there. */
export type FindPaper = (id: string) => Promise<Paper | null>

/** An entry for each paper, in order; papers that a link brought without a copy are looked up. */
export function exportEntries(
  papers: readonly Kept[],
  lists: readonly List[],
  find: FindPaper,
): Promise<readonly ExportEntry[]> {
  const names = new Map(lists.map(({ id, name }) => [id, name]))
  return Promise.all(
    papers.map(async (kept): Promise<ExportEntry> => {
      const paper = kept.paper ?? (await find(kept.id)) ?? titleOnly(kept)
      const inLists = [...kept.lists.keys()].flatMap((id) => names.get(id) ?? [])
      return {
        paper: exportPaper(paper),
        lists: inLists,
        ...(kept.note !== null && { note: kept.note }),
        ...(kept.link !== null && { link: kept.link }),
      }
    }),
  )
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
