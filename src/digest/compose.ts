/** Which papers an edition holds: the page's own order, with topics mixed by one rule. */
import type { Paper } from '../corpus/paper.ts'

/**
 * The next `size` papers of the page. A paper waits while its first topic is that of the entry just before it,
 * or already has a third of the edition; where all that are left would wait, the first of them goes.
 */
export function composeEdition(papers: readonly Paper[], size: number): readonly Paper[] {
  const most = Math.max(1, Math.ceil(size / 3))
  const left = [...papers].sort((a, b) => a.rank - b.rank)
  const taken = new Map<string, number>()
  const edition: Paper[] = []
  while (edition.length < size && left.length > 0) {
    const before = edition.at(-1)?.topics[0]
    const fits = left.findIndex(({ topics: [first = ''] }) => first !== before && (taken.get(first) ?? 0) < most)
    const [next] = left.splice(Math.max(0, fits), 1)
    if (!next) break
    const topic = next.topics[0] ?? ''
    taken.set(topic, (taken.get(topic) ?? 0) + 1)
    edition.push(next)
  }
  return edition
}
