/** Orders of what is kept: places in a row that the reader chose, and times. */
import type { Kept, Snapshot } from './snapshot.ts'

/** A number with room before and after it, so that a move writes one record. */
interface Placed {
  readonly id: string
  readonly order: number
}

/** The place after all others. */
export function nextOrder(row: readonly Placed[]): number {
  return Math.max(0, ...row.map(({ order }) => order)) + 1
}

/** The place just before one of a sorted row, or the last where `before` is null. */
export function orderBefore(row: readonly Placed[], before: Placed | null): number {
  const index = row.findIndex(({ id }) => id === before?.id)
  const next = row[index]
  if (!next) return nextOrder(row)
  const previous = row[index - 1]
  return previous ? (previous.order + next.order) / 2 : next.order - 1
}

/** The papers that have such a time, the last first. */
export function lastFirst(
  { papers }: Pick<Snapshot, 'papers'>,
  timeOf: (kept: Kept) => number | null | undefined,
): readonly Kept[] {
  return [...papers.values()]
    .flatMap((kept) => {
      const time = timeOf(kept) ?? null
      return time === null ? [] : [{ kept, time }]
    })
    .sort((a, b) => b.time - a.time || (a.kept.id < b.kept.id ? -1 : 1))
    .map(({ kept }) => kept)
}
