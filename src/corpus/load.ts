/** Brings a corpus onto the device: from the cache, else from the network, verified before it counts. */
import { err, ok, type Result } from '../base/result.ts'
import { foldShard, shardsOf, type HeldCorpus } from './held.ts'
import { openCorpusCache, type CorpusCache } from './cache.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import { fetchBytes } from './fetch.ts'
import { fetchManifest } from './latest.ts'
import type { CorpusFile, Manifest } from './manifest.ts'
import type { Paper } from './paper.ts'
import type { CorpusPlace } from './place.ts'
import type { Problem } from './problem.ts'
import { readFiles, readState, verifyFile, type CorpusNow, type Files } from './verify.ts'

export type { CorpusPlace }

export interface LoadedCorpus extends CorpusNow {
  readonly manifest: Manifest
  /** In page order: `papers[n].rank === n`. */
  readonly papers: readonly Paper[]
  readonly from: 'cache' | 'network'
  /** Whether every file of it is kept on this device, once that is done; false without Cache Storage or room. */
  readonly kept: Promise<boolean>
}

/** Bytes so far, and of all files once the manifest is read. */
export type Progress = (loaded: number, total: number | null) => void

/** The last good corpus of this device, without asking the network; where there is none, the host's. */
export async function openCorpus(
  place: CorpusPlace,
  progress: Progress,
  environment: Environment = browserEnvironment(),
): Promise<Result<LoadedCorpus, Problem>> {
  const cache = await openCorpusCache(place, environment)
  const manifest = await cache?.current()
  if (manifest) {
    const kept = await collect(place, manifest, cache, progress, environment)
    if (kept.ok && kept.value.fresh.size === 0)
      return ok({ manifest, ...papersOf(kept.value), from: 'cache', kept: Promise.resolve(true) })
    if (kept.ok) return ok(keep(cache, manifest, kept.value))
  }
  const latest = await fetchManifest(place, environment)
  if (!latest.ok) return latest
  const collected = await collect(place, latest.value, cache, progress, environment)
  return collected.ok ? ok(keep(cache, latest.value, collected.value)) : collected
}

/** The host's corpus where it is of another generation than the one held, of which shards are taken over; else null. */
export async function refreshCorpus(
  place: CorpusPlace,
  held: HeldCorpus | null,
  environment: Environment = browserEnvironment(),
): Promise<Result<LoadedCorpus | null, Problem>> {
  const latest = await fetchManifest(place, environment)
  if (!latest.ok) return latest
  if (latest.value.generation === held?.manifest.generation) return ok(null)
  const cache = await openCorpusCache(place, environment)
  const collected = await collect(place, latest.value, cache, () => undefined, environment, held)
  return collected.ok ? ok(keep(cache, latest.value, collected.value)) : collected
}

/** The paper of an id, or of an id that it had before. */
export function findPaper(asked: string, { papers, aliases }: Pick<LoadedCorpus, 'papers' | 'aliases'>): Paper | null {
  const find = (wanted: string | undefined): Paper | undefined => papers.find(({ id }) => id === wanted)
  return find(asked) ?? find(aliases.get(asked)) ?? null
}

interface Collected {
  /** All files but the shards that were taken over. */
  readonly files: Files
  readonly papers: readonly Paper[]
  readonly state: CorpusNow
  /** Files that were not kept here before. */
  readonly fresh: ReadonlySet<string>
}

/** Every file of a corpus, verified: as it is held, from the cache where it is sound there, else from the network. */
async function collect(
  place: CorpusPlace,
  manifest: Manifest,
  cache: CorpusCache | null,
  progress: Progress,
  environment: Environment,
  held: HeldCorpus | null = null,
): Promise<Result<Collected, Problem>> {
  const shards = shardsOf(held)
  const wanted = [manifest.state, ...manifest.shards].filter(({ file }) => !shards.has(file))
  const total = wanted.reduce((sum, file) => sum + file.bytes, 0)
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const fresh = new Set<string>()
  let loaded = 0
  const advance = (bytes: number): void => {
    progress((loaded += bytes), total)
  }
  const take = async (file: CorpusFile, bytes: Uint8Array<ArrayBuffer> | null | undefined): Promise<boolean> => {
    if (!bytes || (await verifyFile(file, bytes, environment)) !== null) return false
    files.set(file.file, bytes)
    return true
  }
  // Side by side: the host answers small files in one round trip, and the first failure ends the wait.
  const results = await Promise.all(
    wanted.map(async (file): Promise<Problem | null> => {
      if (await take(file, await cache?.read(file.file))) {
        advance(file.bytes)
        return null
      }
      fresh.add(file.file)
      if (await take(file, foldShard(file, held))) return null
      const bytes = await fetchBytes(place.url + file.file, file.file, file.bytes, advance, environment)
      if (!bytes.ok) return bytes.error
      files.set(file.file, bytes.value)
      return verifyFile(file, bytes.value, environment)
    }),
  )
  const problem = results.find((result) => result !== null)
  if (problem) return err(problem)
  const papers = readFiles(manifest, files, shards)
  if (!papers.ok) return papers
  const state = readState(manifest, files)
  return state.ok ? ok({ files, papers: papers.value, state: state.value, fresh }) : state
}

function papersOf({ papers, state }: Collected): CorpusNow & Pick<LoadedCorpus, 'papers'> {
  return { papers, ...state }
}

/** Begins to make a verified corpus the current one of this device; the reader has it meanwhile, and if that fails. */
function keep(cache: CorpusCache | null, manifest: Manifest, collected: Collected): LoadedCorpus {
  const kept = cache?.keep(manifest, collected.files, collected.fresh) ?? Promise.resolve(false)
  return { manifest, ...papersOf(collected), from: 'network', kept }
}
