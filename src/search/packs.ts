/** The packs of a corpus, a shard each: from the device where this code made them, else made, and kept for next time. */
import { shardsOf } from '../corpus/held.ts'
import type { LoadedCorpus } from '../corpus/load.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import { indexInPieces, type PackedPapers } from './engine/index-papers.ts'
import { decodePack, encodePack } from './packed/pack-file.ts'

/** Where packs are kept, by the file of their shard. */
export interface PackKeep {
  readonly read: (place: CorpusPlace, shard: string) => Promise<Uint8Array<ArrayBuffer> | null>
  readonly keep: (place: CorpusPlace, shard: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** The code that makes them. */
  readonly maker: string
}

/** So long a question may have to wait. */
const PIECE_MS = 50

/** Packs of the shards that are not `held` yet; where papers go, of all, since the index is then made of them anew. */
export async function packsOf(
  place: CorpusPlace,
  corpus: LoadedCorpus,
  held: LoadedCorpus | null,
  { read, keep, maker }: PackKeep,
  now: () => number,
): Promise<readonly PackedPapers[]> {
  const before = shardsOf(held)
  const isLess = held !== null && corpus.papers.length < held.papers.length
  const pause = pauseEach(PIECE_MS, now)
  const packs: PackedPapers[] = []
  const made: (readonly [shard: string, packed: PackedPapers])[] = []
  for (const [shard, papers] of shardsOf(corpus)) {
    const isHeld = before.has(shard)
    if (isHeld && !isLess) continue
    // What has just come over the network has no pack yet, and the cache is busy keeping it.
    const kept = isHeld || corpus.from === 'cache' ? await read(place, shard) : null
    const known = kept && decodePack(kept, maker)
    const packed = { papers, pack: known?.papers === papers.length ? known : await indexInPieces(papers, pause) }
    packs.push(packed)
    if (packed.pack !== known) made.push([shard, packed])
  }
  void keepAll() // beside all else; where it fails, the next start makes them again
  return packs

  async function keepAll(): Promise<void> {
    if (await corpus.kept) for (const [shard, { pack }] of made) await keep(place, shard, encodePack(pack, maker))
  }
}

/** Gives others a turn when so many milliseconds have passed since they had one. */
function pauseEach(milliseconds: number, now: () => number): () => Promise<void> | null {
  let last = now()
  return () => {
    if (now() - last < milliseconds) return null
    return new Promise((resume) =>
      setTimeout(() => {
        last = now()
        resume()
      }),
    )
  }
}
