/** What of a newer corpus is on the device already: its shards, and months whose days are. */
import type { CorpusFile, Manifest, Shard } from './manifest.ts'
import { dayOfPaper, type Paper } from './paper.ts'

/** The corpus that more papers, or a newer corpus, are brought beside. */
export interface HeldCorpus {
  /** Of the papers that are here. */
  readonly manifest: Manifest
  readonly papers: readonly Paper[]
}

/** The papers of a corpus by the file they came in. */
export function shardsOf(held: HeldCorpus | null): ReadonlyMap<string, readonly Paper[]> {
  if (!held) return new Map()
  let from = 0
  return new Map(held.manifest.shards.map(({ file, papers }) => [file, held.papers.slice(from, (from += papers))]))
}

/** Whether a shard is held, or its days are: the papers of these, as many as it has. */
export function isCovered(shard: Shard, held: HeldCorpus): boolean {
  return held.manifest.shards.some(({ file }) => file === shard.file) || papersOfDays(shard, held) !== null
}

/**
 * A month is put together from its days once all of it is past. What its file would be, made of the papers of these
 * days that are held, in their order: its checksum tells whether it is that. Null for what is no shard with days.
 */
export async function foldShard(
  file: CorpusFile | Shard,
  held: HeldCorpus | null,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!held || !('first' in file)) return null
  const papers = papersOfDays(file, held)
  if (!papers) return null
  // Once a month: its code comes when it is needed; without it the file is fetched.
  const code = await import('./encode-shard.ts').catch(() => null)
  return code && new TextEncoder().encode(code.encodeShard(papers))
}

/** The papers held of the days of a shard; null where they are not as many as it has, or it has no days. */
function papersOfDays({ papers: count, first, last }: Shard, held: HeldCorpus): readonly Paper[] | null {
  if (first === null || last === null) return null
  const among = held.papers.filter((paper) => {
    const day = dayOfPaper(paper)
    return day !== null && day >= first && day <= last
  })
  return among.length === count ? among : null
}
