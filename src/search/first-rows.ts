/** The best of many matches by a heap: nobody looks at most of them. */
import type { Matches } from './engine/word-index.ts'

/** The row from which to begin, and how many are wanted. */
export interface Slice {
  readonly offset: number
  readonly limit: number
}

/** A slice of the matches in order: highest score first, the lower place between equals. `places` is by row. */
export function firstRows(
  { rows, scores }: Matches,
  places: ArrayLike<number>,
  { offset, limit }: Slice,
): readonly number[] {
  const most = Math.min(rows.length, offset + limit)
  /** Whether the match at `a` comes after the one at `b`. */
  const isAfter = (a: number, b: number): boolean => {
    const [one, other] = [scores[a] ?? 0, scores[b] ?? 0]
    return one === other ? (places[rows[a] ?? 0] ?? 0) > (places[rows[b] ?? 0] ?? 0) : one < other
  }
  // The heap's first is the last in order of the best so far.
  const heap = new Uint32Array(most)
  let size = 0
  for (let match = 0; match < rows.length && most > 0; match++) {
    if (size < most) rise(heap, size++, match, isAfter)
    else if (isAfter(heap[0] ?? 0, match)) sink(heap, size, match, isAfter)
  }
  const best = Array.from(heap).sort((a, b) => (isAfter(a, b) ? 1 : -1))
  return best.slice(offset).map((match) => rows[match] ?? 0)
}

type IsAfter = (a: number, b: number) => boolean

function rise(heap: Uint32Array, at: number, match: number, isAfter: IsAfter): void {
  let child = at
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!isAfter(match, heap[parent] ?? 0)) break
    heap[child] = heap[parent] ?? 0
    child = parent
  }
  heap[child] = match
}

function sink(heap: Uint32Array, size: number, match: number, isAfter: IsAfter): void {
  let parent = 0
  for (;;) {
    let child = 2 * parent + 1
    if (child >= size) break
    if (child + 1 < size && isAfter(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1
    if (!isAfter(heap[child] ?? 0, match)) break
    heap[parent] = heap[child] ?? 0
    parent = child
  }
  heap[parent] = match
}

/** Both together; no row is in both. */
export function withBeyond(matches: Matches, beyond: Matches): Matches {
  if (beyond.rows.length === 0) return matches
  const rows = new Uint32Array(matches.rows.length + beyond.rows.length)
  rows.set(matches.rows)
  rows.set(beyond.rows, matches.rows.length)
  const scores = new Float64Array(rows.length)
  scores.set(matches.scores)
  scores.set(beyond.scores, matches.rows.length)
  return { rows, scores }
}
