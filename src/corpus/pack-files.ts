/** What was made of a shard's papers on this device, kept beside it for the next start; without a cache there is none. */
import { openCorpusCache } from './cache.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import type { CorpusPlace } from './place.ts'
import { packFileOf } from './pack-name.ts'

/** What is kept beside a shard's file, not verified. */
export async function readPackFile(
  place: CorpusPlace,
  shard: string,
  environment: Environment = browserEnvironment(),
): Promise<Uint8Array<ArrayBuffer> | null> {
  return (await (await openCorpusCache(place, environment))?.read(packFileOf(shard))) ?? null
}

/** Keeps it where there is room. */
export async function keepPackFile(
  place: CorpusPlace,
  shard: string,
  bytes: Uint8Array<ArrayBuffer>,
  environment: Environment = browserEnvironment(),
): Promise<void> {
  await (await openCorpusCache(place, environment))?.add(packFileOf(shard), bytes)
}
