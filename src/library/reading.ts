/** Done, opened, not for me: the marks a reader leaves on papers, saved or not. */
import type { Named } from './lists.ts'
import { lastFirst } from './order.ts'
import type { Change } from './record.ts'
import type { Kept, Snapshot } from './snapshot.ts'

type Mark = 'done' | 'opened' | 'not-for-me' | 'unfolded'

/** Read, or dealt with. */
export function markDone(papers: readonly Named[], now: number): Change {
  return mark('done', papers, now)
}

/** Not done after all. */
export function unmarkDone(papers: readonly Named[]): Change {
  return unmark('done', papers)
}

/** Opened just now. */
export function markOpened(papers: readonly Named[], now: number): Change {
  return mark('opened', papers, now)
}

/** Unfolded in the digest. */
export function markUnfolded(papers: readonly Named[], now: number): Change {
  return mark('unfolded', papers, now)
}

/** Empties Recently opened. */
export function clearOpened(snapshot: Snapshot): Change {
  return unmark('opened', recentlyOpened(snapshot))
}

/** Not to be shown again. */
export function markNotForMe(papers: readonly Named[], now: number): Change {
  return mark('not-for-me', papers, now)
}

/** May be shown again. */
export function unmarkNotForMe(papers: readonly Named[]): Change {
  return unmark('not-for-me', papers)
}

/** The last opened first. */
export function recentlyOpened(snapshot: Snapshot): readonly Kept[] {
  return lastFirst(snapshot, (kept) => kept.opened)
}

/** The last refused first. */
export function notForMe(snapshot: Snapshot): readonly Kept[] {
  return lastFirst(snapshot, (kept) => kept.notForMe)
}

function mark(kind: Mark, papers: readonly Named[], now: number): Change {
  return papers.map(({ id, title }) => ({ kind, id, data: { at: now, title } }))
}

function unmark(kind: Mark, papers: readonly { readonly id: string }[]): Change {
  return papers.map(({ id }) => ({ kind, id, data: null }))
}
