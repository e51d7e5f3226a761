/** A page of Saved: the papers of a list, or of a mark, in the order and with the words the reader chose. */
import { papersIn } from '../../../library/lists.ts'
import { notForMe, recentlyOpened } from '../../../library/reading.ts'
import type { Kept, Snapshot } from '../../../library/snapshot.ts'
import { fold } from '../../../text/fold.ts'
import type { ListSort } from '../../routes.ts'
import { isFixedShelf } from '../../saved-words.ts'

/** Papers in a list or with a note. */
function everything(snapshot: Snapshot): readonly Kept[] {
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

/** How many papers stand in each list and under each mark, by their address in Saved. */
export function countsOf(snapshot: Snapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const kept of snapshot.papers.values()) {
    for (const list of kept.lists.keys()) add(list)
    if (kept.lists.size > 0 || kept.note !== null) add('all')
    if (kept.opened !== null) add('recently-opened')
    if (kept.notForMe !== null) add('not-for-me')
  }
  return counts
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

/** Those whose title, abstract or note has every word, or a longer one that begins so. */
export function withWords(papers: readonly Kept[], text: string): readonly Kept[] {
  const words = spaced(text).split(' ').filter(Boolean)
  if (words.length === 0) return papers
  return papers.filter((kept) => words.every((word) => spacedText(kept).includes(` ${word}`)))
}

/** Folding 5,000 abstracts takes longer than a keystroke may; a `Kept` never changes. */
const known = new WeakMap<Kept, string>()

function spacedText(kept: Kept): string {
  const text = known.get(kept) ?? spaced(`${kept.title}\n${kept.paper?.abstract ?? ''}\n${kept.note ?? ''}`)
  known.set(kept, text)
  return text
}

/** Folded, each word with a space before it. */
function spaced(text: string): string {
  return ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
}

function lastSaved(kept: Kept): number {
  return Math.max(0, ...kept.lists.values())
}
