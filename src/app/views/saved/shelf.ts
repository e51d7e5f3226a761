/** A page of Saved: the papers of a list, or of a mark, in the order and with the words the reader chose. */
import { papersIn } from '../../../library/lists.ts'
import { notForMe, recentlyOpened } from '../../../library/reading.ts'
import type { Kept, Snapshot } from '../../../library/snapshot.ts'
import { fold } from '../../../text/fold.ts'
import type { ListSort } from '../../routes.ts'
import { isFixedShelf } from '../../saved-words.ts'

/** Papers in a list or with a note. */
export function everything(snapshot: Snapshot): readonly Kept[] {
  return [...snapshot.papers.values()]
    .filter((kept) => kept.lists.size > 0 || kept.note !== null)
    .sort((a, b) => lastSaved(b) - lastSaved(a) || (a.id < b.id ? -1 : 1))
}

/** The papers at an address of Saved, the latest first; null where there is no such list. */
export function papersAt(snapshot: Snapshot, id: string): readonly Kept[] | null {
  if (!isFixedShelf(id)) return snapshot.lists.some((list) => list.id === id) ? papersIn(snapshot, id) : null
  if (id === 'all') return everything(snapshot)
  return id === 'recently-opened' ? recentlyOpened(snapshot) : notForMe(snapshot)
}

/** When a paper came to stand at an address of Saved. */
export function timeAt(kept: Kept, id: string): number {
  if (id === 'recently-opened') return kept.opened ?? 0
  if (id === 'not-for-me') return kept.notForMe ?? 0
  return id === 'all' ? lastSaved(kept) : (kept.lists.get(id) ?? 0)
}

/** In another order than that of saving, which they come in; a paper without a copy has no place on the page. */
export function inOrder(papers: readonly Kept[], sort: ListSort): readonly Kept[] {
  if (sort === 'added') return papers
  const title = new Intl.Collator('en', { numeric: true })
  const place = (kept: Kept) => kept.paper?.rank ?? Infinity
  return sort === 'title'
    ? [...papers].sort((a, b) => title.compare(a.title, b.title))
    : [...papers].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** Those whose title, abstract or note has every word. */
export function withWords(papers: readonly Kept[], text: string): readonly Kept[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  return words.length === 0 ? papers : papers.filter((kept) => words.every((word) => foldedText(kept).includes(word)))
}

/** Folding 5,000 abstracts takes longer than a keystroke may; a `Kept` never changes. */
const folded = new WeakMap<Kept, string>()

function foldedText(kept: Kept): string {
  const known = folded.get(kept)
  if (known !== undefined) return known
  const text = fold(`${kept.title}\n${kept.paper?.abstract ?? ''}\n${kept.note ?? ''}`)
  folded.set(kept, text)
  return text
}

function lastSaved(kept: Kept): number {
  return Math.max(0, ...kept.lists.values())
}
