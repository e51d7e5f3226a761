/** Places in a row that the reader orders: numbers with room between them, so that a move writes one record. */

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
