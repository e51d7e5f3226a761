/** The reader's library as queries see it: names of lists and searches, and the papers of which a fact is true. */
import { TO_READ, type Kept, type Snapshot } from '../../library/snapshot.ts'
import type { Asked, QueryLibrary } from '../../query/context.ts'
import { nameKey } from '../../query/vocabulary.ts'

const DAY_MS = 86_400_000

const STATES: Readonly<Record<string, (kept: Kept) => boolean>> = {
  saved: ({ lists }) => lists.size > 0,
  done: ({ done }) => done !== null,
  opened: ({ opened }) => opened !== null,
  noted: ({ note }) => note !== null,
}

/** `now` is milliseconds since 1970. */
export function queryLibraryOf({ lists, papers, searches }: Snapshot, now: () => number): QueryLibrary {
  const idsOf = (name: string): ReadonlySet<string> =>
    new Set(lists.filter((list) => nameKey(list.name) === nameKey(name)).map(({ id }) => id))
  const testFor = ({ name, value }: Asked): ((kept: Kept) => boolean) => {
    if (name === 'is') return STATES[value] ?? (() => false)
    if (name === 'list') {
      const asked = idsOf(value)
      return (kept) =>
        [...kept.lists.keys()].some((id) => asked.has(id)) || (kept.strays.length > 0 && asked.has(TO_READ))
    }
    const since = now() - Number.parseInt(value, 10) * DAY_MS
    return (kept) => [...kept.lists.values()].some((at) => at >= since)
  }
  return {
    lists: lists.map(({ name }) => name),
    searches,
    papersOf: (asked) => [...papers.values()].filter(testFor(asked)).map(({ id }) => id),
  }
}
