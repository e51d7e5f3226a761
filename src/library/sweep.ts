/** Tidying: copies of papers that nothing holds any more, and editions of which titles are enough by now. */
import type { Library } from './library.ts'
import { shrinkEditions } from './past-editions.ts'
import { isLater, type Change, type Envelope } from './record.ts'
import { rewrite } from './rewrite.ts'

const DAY = 86_400_000

/** Drops copies of papers that for a day have been in no list and had no note, and shrinks old editions; call when idle. */
export function sweep(library: Library): Promise<void> {
  return rewrite(library, (all) => untidy(all, library.now()))
}

function untidy(all: readonly Envelope[], now: number): Change {
  return [
    ...orphans(all, now).map(({ id }) => ({ kind: 'paper' as const, id, data: null })),
    ...shrinkEditions(all, now),
  ]
}

/** A removal younger than a day may yet be undone, by whichever tab. */
function orphans(all: Iterable<Envelope>, now: number): readonly Envelope[] {
  const copies: Envelope[] = []
  /** By paper: when it was last taken out of a list or lost its note; Infinity while something holds it. */
  const held = new Map<string, number>()
  for (const envelope of all) {
    if (envelope.kind === 'paper' && envelope.data !== null && !isLater(envelope)) copies.push(envelope)
    if (envelope.kind !== 'entry' && envelope.kind !== 'note') continue
    const paper = envelope.id.slice(envelope.id.indexOf(':') + 1)
    held.set(paper, Math.max(held.get(paper) ?? 0, envelope.data === null ? envelope.changed : Infinity))
  }
  return copies.filter(({ id, changed }) => Math.max(held.get(id) ?? 0, changed) < now - DAY)
}
