/** The reader's library as queries see it: names of lists and searches, and the papers of which a fact is true. */
import { TO_READ, type Kept, type Snapshot } from '../../library/snapshot.ts'
import type { Asked, Fact, QueryLibrary } from '../../query/context.ts'
import { FILTERS } from '../../query/filters.ts'
import { nameKey } from '../../query/vocabulary.ts'

const DAY_MS = 86_400_000

const STATES: Readonly<Record<string, (kept: Kept) => boolean>> = {
  saved: ({ lists }) => lists.size > 0,
  done: ({ done }) => done !== null,
  opened: ({ opened }) => opened !== null,
  noted: ({ note }) => note !== null,
}

/** `now` is milliseconds since 1970. */
export function queryLibraryOf({ lists, papers, searches, mine }: Snapshot, now: () => number): QueryLibrary {
  // Asked at every keystroke, and the same until the library changes.
  let last: readonly string[] | null = null
  const lastSaved = (): readonly string[] => (last ??= [...papers.values()].sort(byLastSaved).map(({ id }) => id))
  const known = new Map<string, readonly string[]>()

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
  const papersOf = (asked: Asked): readonly string[] => {
    if (asked.name === 'is' && asked.value === 'mine') return [...mine.keys()]
    const test = testFor(asked)
    return lastSaved().filter((id) => {
      const kept = papers.get(id)
      return kept !== undefined && test(kept)
    })
  }
  const countable = ({ is, list }: Parameters<QueryLibrary['countable']>[0]): readonly Fact[] => {
    const fact = (asked: Asked): Fact => {
      const key = `${asked.name}:${asked.value}`
      const found = known.get(key) ?? papersOf(asked)
      known.set(key, found)
      return { ...asked, papers: found }
    }
    // An address may spell a list in its own way; one that is not here holds no paper.
    const others = lists.map(({ name }) => name).filter((name) => !list.some((one) => nameKey(one) === nameKey(name)))
    return [
      ...(FILTERS.is.values ?? []).map(({ value }) => fact({ name: 'is', value })),
      ...[...list, ...others].map((value) => fact({ name: 'list', value })),
    ].filter(({ name, value, papers: found }) => found.length > 0 || (name === 'is' ? is : list).includes(value))
  }
  return { lists: lists.map(({ name }) => name), searches, papersOf, countable }
}

function byLastSaved(a: Kept, b: Kept): number {
  return Math.max(0, ...b.lists.values()) - Math.max(0, ...a.lists.values())
}
