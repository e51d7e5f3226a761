/** What the reader brings: papers of their own, and links to papers that are not here yet. */
import type { Paper } from '../corpus/paper.ts'
import { saveToList } from './lists.ts'
import { addLink } from './notes.ts'
import { readRecord, versionOf, type Change } from './record.ts'
import { TO_READ, type Snapshot } from './snapshot.ts'

/** Bytes of own papers that are kept: beside them a library file must still hold all else in its 20 MB. */
export const MOST_MINE_BYTES = 12_000_000

/** A link to a paper, under an id of its own; `title` is empty where none came with it. */
export interface WaitingLink {
  readonly id: string
  readonly url: string
  readonly title: string
}

/** Takes papers in; one that is there already is taken again, as it is now. */
export function bringPapers(papers: readonly Paper[], now: number): Change {
  return papers.map((paper) => ({ kind: 'mine', id: paper.id, data: { at: now, paper } }))
}

/** Lets them go; what is saved of them keeps its copy. */
export function deleteMine(ids: readonly string[]): Change {
  return ids.map((id) => ({ kind: 'mine', id, data: null }))
}

/** Whether a paper can be kept at all: its fields are no longer, and no other, than a paper's are. */
export function isKeepable(paper: Paper): boolean {
  const data = { at: 0, paper }
  return readRecord({ kind: 'mine', id: paper.id, v: versionOf('mine'), changed: 0, data }) !== null
}

/** How many bytes of own papers there would be with some more. */
export function bytesOfMine({ mine }: Pick<Snapshot, 'mine'>, more: readonly Paper[]): number {
  const all = new Map([...[...mine.values()].map(({ paper }) => paper), ...more].map((paper) => [paper.id, paper]))
  return new Blob([...all.values()].map((paper) => JSON.stringify(paper))).size
}

/** Keeps links for later; one that waits already keeps its place. */
export function waitFor({ waiting }: Pick<Snapshot, 'waiting'>, links: readonly WaitingLink[], now: number): Change {
  return links.map(({ id, url, title }) => ({
    kind: 'waiting',
    id,
    data: { at: waiting.get(id)?.at ?? now, url, title },
  }))
}

/** Waits no longer. */
export function stopWaiting(ids: readonly string[]): Change {
  return ids.map((id) => ({ kind: 'waiting', id, data: null }))
}

/** The papers of some links have come: they are saved to To read with their links, which wait no longer. */
export function resolveWaiting(
  snapshot: Snapshot,
  come: readonly { readonly id: string; readonly paper: Paper }[],
  now: number,
): Change {
  return come.flatMap(({ id, paper }): Change => {
    const url = snapshot.waiting.get(id)?.url
    if (url === undefined) return []
    // A link that the reader gave this paper before is theirs to keep.
    const linked = (snapshot.papers.get(paper.id)?.link ?? null) !== null
    const link = linked ? [] : addLink(paper, url)
    return [...saveToList(snapshot, [paper], TO_READ, now), ...link, ...stopWaiting([id])]
  })
}
