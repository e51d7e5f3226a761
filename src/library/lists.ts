/** Lists and the papers in them: what each action of the reader changes. */
import type { Paper } from '../corpus/paper.ts'
import { lastFirst, nextOrder, orderBefore } from './order.ts'
import type { Change } from './record.ts'
import { TO_READ, type Kept, type List, type Snapshot } from './snapshot.ts'

/** A paper, or as much of it as a link brings. */
export type Named = Paper | { readonly id: string; readonly title: string }

/** A new list at the end; the name must not be empty. */
export function createList(snapshot: Snapshot, id: string, name: string): Change {
  return [{ kind: 'list', id, data: { name: name.trim(), order: nextOrder(snapshot.lists) } }]
}

/** Any list can be renamed, To read too. */
export function renameList(list: List, name: string): Change {
  return [{ kind: 'list', id: list.id, data: { name: name.trim(), order: list.order } }]
}

/** Puts a list before another, or at the end; To read stays first. */
export function reorderList(snapshot: Snapshot, list: List, before: List | null): Change {
  if (list.id === TO_READ || before?.id === TO_READ) return []
  const others = snapshot.lists.filter(({ id }) => id !== list.id)
  return [{ kind: 'list', id: list.id, data: { name: list.name, order: orderBefore(others, before) } }]
}

/** The list and what is in it; its papers stay in the other lists they are in. To read cannot be deleted. */
export function deleteList(snapshot: Snapshot, list: List): Change {
  if (list.id === TO_READ) return []
  return [{ kind: 'list', id: list.id, data: null }, ...removeFromList(papersIn(snapshot, list.id), list.id)]
}

/** Saves papers to a list, each with its own copy; one that is there already keeps its place. */
export function saveToList(snapshot: Snapshot, papers: readonly Named[], list: string, now: number): Change {
  return papers.flatMap((paper): Change => {
    const added = snapshot.papers.get(paper.id)?.lists.get(list) ?? now
    const entry: Change = [{ kind: 'entry', id: `${list}:${paper.id}`, data: { added, title: paper.title } }]
    return 'abstract' in paper ? [...entry, { kind: 'paper', id: paper.id, data: paper }] : entry
  })
}

/** Takes papers out of a list. Their copies stay until the library is swept, a day later. */
export function removeFromList(papers: readonly Kept[], list: string): Change {
  return papers.flatMap((kept) =>
    [list, ...(list === TO_READ ? kept.strays : [])].map(
      (from) => ({ kind: 'entry', id: `${from}:${kept.id}`, data: null }) as const,
    ),
  )
}

/** Takes papers from one list to another. */
export function moveToList(snapshot: Snapshot, papers: readonly Kept[], from: string, to: string, now: number): Change {
  if (from === to) return []
  const named = papers.map((kept) => kept.paper ?? { id: kept.id, title: kept.title })
  return [...removeFromList(papers, from), ...saveToList(snapshot, named, to, now)]
}

/** The papers of a list, the last saved first. */
export function papersIn(snapshot: Snapshot, list: string): readonly Kept[] {
  return lastFirst(snapshot, (kept) => kept.lists.get(list))
}
