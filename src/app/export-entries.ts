/** Papers of the library as entries of an export: whole, and where a copy is missing, as much as is known. */
import type { Paper } from '../corpus/paper.ts'
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
        paper,
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

/** Claims nothing but the title. */
function titleOnly({ id, title }: Kept): ExportPaper {
  return {
    id,
    title,
    abstract: '',
    rank: 0,
    topics: [],
    kind: null,
    code: null,
    codeLinks: [],
    projectLink: null,
    system: null,
    does: null,
    result: null,
  }
}
