/** The papers that lie around some: nearest to the middle of them. */
import { nearness, vectorAt, type Space } from './space.ts'

/** Ids of the papers nearest to the middle of some, with the cosine, the nearest first; themselves left out. */
export function findAround(
  space: Space,
  ids: readonly string[],
  count: number,
): readonly (readonly [id: string, cosine: number])[] {
  const { dimensions } = space.basis
  const middle = new Float32Array(dimensions)
  for (const id of ids) {
    const row = space.rows.get(id)
    if (row !== undefined) vectorAt(space, row).forEach((value, n) => (middle[n] = (middle[n] ?? 0) + value))
  }
  const length = Math.sqrt(nearness(middle, middle))
  if (length === 0) return []
  const taken = new Set(ids)
  const found: (readonly [id: string, cosine: number])[] = []
  let least = 0
  const { vectors } = space
  space.papers.forEach(({ id }, row) => {
    const cosine = nearness(middle, vectors, row * dimensions) / length
    if (cosine <= least || taken.has(id)) return
    const after = found.findIndex(([, other]) => other < cosine)
    found.splice(after < 0 ? found.length : after, 0, [id, cosine])
    if (found.length > count) found.pop()
    if (found.length === count) least = found.at(-1)?.[1] ?? 0
  })
  return found
}
