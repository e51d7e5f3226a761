/** Every file of a corpus, or of a part of one, each verified, and the papers in them. */
import { err, ok, type Result } from '../base/result.ts'
import type { CorpusCache } from './cache.ts'
import type { Environment } from './environment.ts'
import { fetchBytes } from './fetch.ts'
import { foldShard, shardsOf, type HeldCorpus } from './held.ts'
import type { CorpusFile, Manifest } from './manifest.ts'
import type { Paper } from './paper.ts'
import type { CorpusPlace } from './place.ts'
import type { Problem } from './problem.ts'
import { readFiles, readState, verifyFile, type CorpusNow, type Files } from './verify.ts'

/** Bytes so far, and of all files once the manifest is read. */
export type Progress = (loaded: number, total: number | null) => void

export interface Collected {
  /** All files but the shards that were taken over. */
  readonly files: Files
  readonly papers: readonly Paper[]
  readonly state: CorpusNow
  /** Files that were not kept here before. */
  readonly fresh: ReadonlySet<string>
}

/** From where and with what files come. */
export interface Ways {
  readonly place: CorpusPlace
  readonly cache: CorpusCache | null
  readonly environment: Environment
}

/** As it is held, from the cache where it is sound there, else from the network. */
export async function collect(
  { place, cache, environment }: Ways,
  manifest: Manifest,
  progress: Progress,
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
      if (await take(file, await foldShard(file, held))) return null
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
