/** What the library says about editions: which to show, what a new one is made from; loaded with the library's code. */
import { dayOf, type Day } from '../../base/days.ts'
import { isDue } from '../../digest/calendar.ts'
import { entriesOf, type Edition } from '../../digest/edition.ts'
import type { EditionFacts } from '../../digest/facts.ts'
import { readRules } from '../../digest/rules.ts'
import { claimEdition, reviseEdition } from '../../library/editions.ts'
import type { Library } from '../../library/library.ts'
import type { Kept, Snapshot } from '../../library/snapshot.ts'
import type { QueryContext } from '../../query/context.ts'
import { progressOf } from '../edition-progress.ts'

/** The edition to show on a day, and whether another is to be asked for. */
export interface Plan {
  readonly kept: Edition | null
  readonly due: boolean
}

/** Today's edition if there is one. After the last of a page it is asked whether the page has new papers. */
export function planFor({ editions, settings }: Snapshot, day: Day): Plan {
  const todays = editions.find((edition) => edition.day === day)
  if (todays) return { kept: todays, due: false }
  // Days after today are of a clock that was ahead.
  const latest = editions.find((edition) => edition.day < day) ?? null
  const made = editions.map((edition) => edition.day)
  if (!isDue(day, made, readRules(settings).rhythm)) return { kept: latest, due: false }
  return { kept: latest?.kind === 'last' ? latest : null, due: true }
}

/** What the edition of a day is made from; with `without`, as if that one had not been made. */
export function factsFor(
  snapshot: Snapshot,
  day: Day,
  context: QueryContext | null,
  without: Edition | null = null,
): EditionFacts {
  const { editions, papers, shown, searches, settings } = snapshot
  const made = editions.filter((edition) => edition.day !== without?.day)
  const before = made.find((edition) => edition.day < day)
  const retaken = new Set(without ? entriesOf(without).map(({ paper }) => paper.id) : [])
  const kept = [...papers.values()]
  return {
    day,
    rules: readRules(settings),
    made: made.length,
    // After the end of a page nothing is due until papers come: nobody was away.
    previous: before?.kind === 'papers' ? before.day : null,
    // For a postscript today's own says what is new.
    listed: made.find((edition) => edition.day <= day && edition.listed)?.listed ?? null,
    shown: [...shown].flatMap(([id, on]) => (retaken.has(id) && on === day ? [] : [{ id, day: on }])),
    saved: latestFirst(kept, savedAt).map(({ id, title, at }) => ({ id, title, day: dayOf(new Date(at)) })),
    done: latestFirst(kept, ({ done }) => done).map(({ id }) => id),
    refused: latestFirst(kept, ({ notForMe }) => notForMe).map(({ id }) => id),
    unfolded: latestFirst(kept, ({ unfolded }) => unfolded).map(({ id }) => id),
    searches: searches.map(({ id, name, query }) => ({ id, name, query })),
    context: context ?? undefined,
  }
}

/** Whether the reader has done anything with the papers of an edition since its day began, or has finished it. */
export function isTouched({ papers, finished }: Snapshot, edition: Edition): boolean {
  return finished.has(edition.day) || progressOf(edition, papers).through > 0
}

/** The same functions around the library of this window. */
export function createDesk(library: Library) {
  return {
    plan: (day: Day) => planFor(library.snapshot, day),
    facts: (day: Day, context: QueryContext | null, without?: Edition) =>
      factsFor(library.snapshot, day, context, without ?? null),
    isTouched: (edition: Edition) => isTouched(library.snapshot, edition),
    claim: (edition: Edition) => claimEdition(library, edition),
    revise: (before: Edition, after: Edition) => reviseEdition(library, before, after),
  }
}

export type EditionDesk = ReturnType<typeof createDesk>

function savedAt({ lists }: Kept): number | null {
  return lists.size > 0 ? Math.max(...lists.values()) : null
}

/** Those of which a time is known. */
function latestFirst(
  papers: readonly Kept[],
  time: (kept: Kept) => number | null,
): readonly { readonly id: string; readonly title: string; readonly at: number }[] {
  const timed = papers.flatMap((kept) => {
    const at = time(kept)
    return at === null ? [] : [{ id: kept.id, title: kept.title, at }]
  })
  return timed.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}
