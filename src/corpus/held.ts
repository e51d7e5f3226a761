/** What of a newer corpus is on the device already: its shards, and months whose days are. */
import type { CorpusFile, Manifest } from './manifest.ts'
import { dayOfPaper, type Paper } from './paper.ts'
import { encodeShard } from './shard.ts'

type Shard = Manifest['shards'][number]

/** The corpus that a newer one is brought beside. */
export interface HeldCorpus {
  readonly manifest: Manifest
  readonly papers: readonly Paper[]
}

/** The papers of a corpus by the file they came in. */
export function shardsOf(held: HeldCorpus | null): ReadonlyMap<string, readonly Paper[]> {
  let from = 0
  const shards = held?.manifest.shards ?? []
  return new Map(shards.map(({ file, papers }) => [file, held?.papers.slice(from, (from += papers)) ?? []]))
}

/**
 * A month is put together from its days once all of it is past. What its file would be, made of the papers of these
 * days that are held, in their order: its checksum tells whether it is that. Null for what is no shard with days.
 */
export function foldShard(file: CorpusFile | Shard, held: HeldCorpus | null): Uint8Array<ArrayBuffer> | null {
  if (!held || !('first' in file)) return null
  const { papers: count, first, last } = file
  if (first === null || last === null) return null
  const among = held.papers.filter((paper) => {
    const day = dayOfPaper(paper)
    return day !== null && day >= first && day <= last
  })
  return among.length === count ? new TextEncoder().encode(encodeShard(among)) : null
}
