/** The reader's own words on a paper, and the link the reader knows for it. */
import type { Named } from './lists.ts'
import type { Change } from './record.ts'

/** A note as plain text; an empty one is none. A paper with a note is kept whole. */
export function writeNote(paper: Named, text: string): Change {
  if (text.trim() === '') return [{ kind: 'note', id: paper.id, data: null }]
  const note: Change = [{ kind: 'note', id: paper.id, data: { text, title: paper.title } }]
  return 'abstract' in paper ? [...note, { kind: 'paper', id: paper.id, data: paper }] : note
}

/** Keeps a place to read the paper (https only; another is refused as `invalid` when written). */
export function addLink(paper: Named, url: string): Change {
  return [{ kind: 'link', id: paper.id, data: { url: url.trim(), title: paper.title } }]
}

/** Forgets that place. */
export function removeLink(paper: Named): Change {
  return [{ kind: 'link', id: paper.id, data: null }]
}
