/** The files that say where papers lie: as well verified and kept as the papers, and never in their way. */
import { err, ok, type Result } from '../base/result.ts'
import { openCorpusCache } from './cache.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import { fetchBytes } from './fetch.ts'
import type { CorpusFile, Manifest } from './manifest.ts'
import type { CorpusPlace } from './place.ts'
import type { Problem } from './problem.ts'
import { verifyFile } from './verify.ts'

/** A basis, and the vectors of each shard with its number of papers, in the order of the manifest. */
export interface VectorFiles {
  readonly basis: Uint8Array
  readonly shards: readonly { readonly vectors: Uint8Array; readonly papers: number }[]
}

/** Those of a corpus: from the cache, else from the network; null where it has none for some of its papers. */
export async function loadVectorFiles(
  place: CorpusPlace,
  { basis, shards }: Manifest,
  environment: Environment = browserEnvironment(),
): Promise<Result<VectorFiles | null, Problem>> {
  const listed = shards.flatMap(({ vectors, papers }) => (vectors ? [{ vectors, papers }] : []))
  if (!basis || listed.length < shards.length) return ok(null)
  const load = await openLoad(place, environment)
  const [frozen, loaded] = await Promise.all([
    load(basis),
    Promise.all(listed.map(async ({ vectors, papers }) => ({ vectors: await load(vectors), papers }))),
  ])
  if (!frozen.ok) return frozen
  const read: VectorFiles['shards'][number][] = []
  for (const { vectors, papers } of loaded) {
    if (!vectors.ok) return vectors
    read.push({ vectors: vectors.value, papers })
  }
  return ok({ basis: frozen.value, shards: read })
}

/** The table of words of a corpus; null where it has none. */
export async function loadWordsFile(
  place: CorpusPlace,
  { words }: Pick<Manifest, 'words'>,
  environment: Environment = browserEnvironment(),
): Promise<Result<Uint8Array | null, Problem>> {
  return words ? (await openLoad(place, environment))(words) : ok(null)
}

type Load = (file: CorpusFile) => Promise<Result<Uint8Array, Problem>>

/** Takes a file from the cache where it is sound there, else from the network, verified. */
async function openLoad(place: CorpusPlace, environment: Environment): Promise<Load> {
  const cache = await openCorpusCache(place, environment)
  return async (file) => {
    const kept = await cache?.read(file.file)
    if (kept && (await verifyFile(file, kept, environment)) === null) return ok(kept)
    const fetched = await fetchBytes(place.url + file.file, file.file, file.bytes, () => undefined, environment)
    if (!fetched.ok) return fetched
    const problem = await verifyFile(file, fetched.value, environment)
    if (problem) return err(problem)
    await cache?.add(file.file, fetched.value)
    return fetched
  }
}
