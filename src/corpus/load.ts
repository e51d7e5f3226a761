/** Brings a corpus onto the device, in parts: from the cache, else from the network, verified before it counts. */
import { err, ok, type Result } from '../base/result.ts'
import { isCovered } from './held.ts'
import { openCorpusCache } from './cache.ts'
import { collect, type Progress, type Ways } from './collect.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import type { KeptCorpus } from './kept.ts'
import { fetchManifest } from './latest.ts'
import type { Manifest, Shard } from './manifest.ts'
import type { Paper } from './paper.ts'
import type { CorpusPlace } from './place.ts'
import type { Problem } from './problem.ts'
import { countPapers, firstOf, offersOf, partOf, wantedShards, type Offer, type Reach } from './reach.ts'
import type { CorpusNow } from './verify.ts'

export type { CorpusPlace, Progress }

export interface LoadedCorpus extends CorpusNow {
  /** Of the papers that are read: its shards and its count are theirs alone. */
  readonly manifest: Manifest
  /** Of all papers that the host has. */
  readonly whole: Manifest
  /** In page order: `papers[n].rank === n`. */
  readonly papers: readonly Paper[]
  readonly from: 'cache' | 'network'
  /** How much the reader wants here, null where that was not chosen; so many papers that is. */
  readonly reach: Reach | null
  readonly wanted: number
  readonly offers: readonly Offer[]
  /** Whether some of them are kept on this device and not read yet. */
  readonly unread: boolean
  /** Whether every file of it is kept on this device, once that is done; false without Cache Storage or room. */
  readonly kept: Promise<boolean>
}

/** The newest part of the last good corpus of this device, without asking the network; where there is none, of the host's. */
export async function openCorpus(
  place: CorpusPlace,
  progress: Progress,
  environment: Environment = browserEnvironment(),
): Promise<Result<LoadedCorpus, Problem>> {
  const ways = await waysTo(place, environment)
  const { limits } = environment
  const kept = (await ways.cache?.current()) ?? null
  if (kept) {
    const here = namesOf(kept.shards)
    const wanted = wantedIn(kept.manifest, kept.reach, (shard) => here.has(shard.file), environment)
    const part = firstOf(kept.shards, limits.unasked)
    const opened = await bring(ways, { whole: kept.manifest, reach: kept.reach, wanted, part, kept }, progress)
    if (opened.ok) return opened
  }
  const latest = await fetchManifest(place, environment)
  if (!latest.ok) return latest
  const reach = kept?.reach ?? null
  const wanted = wantedIn(latest.value, reach, () => false, environment)
  const part = firstOf(wanted, limits.first)
  return bring(ways, { whole: latest.value, reach, wanted, part, kept: null }, progress)
}

/** The host's corpus where it is of another generation than the one held, of which shards are taken over; else null. */
export async function refreshCorpus(
  place: CorpusPlace,
  held: LoadedCorpus | null,
  environment: Environment = browserEnvironment(),
): Promise<Result<LoadedCorpus | null, Problem>> {
  const latest = await fetchManifest(place, environment)
  if (!latest.ok) return latest
  if (latest.value.generation === held?.manifest.generation) return ok(null)
  const ways = await waysTo(place, environment)
  const kept = (await ways.cache?.current()) ?? null
  const reach = kept ? kept.reach : (held?.reach ?? null)
  const isHere = (shard: Shard): boolean => held !== null && isCovered(shard, held)
  const wanted = wantedIn(latest.value, reach, isHere, environment)
  // What was there before and is not here was not brought yet: it comes by and by, and holds nothing up.
  const before = namesOf(held?.whole.shards ?? [])
  const part = held ? wanted.filter((shard) => !before.has(shard.file) || isHere(shard)) : []
  const first = part.length > 0 ? part : firstOf(wanted, environment.limits.first)
  return bring(ways, { whole: latest.value, reach, wanted, part: first, kept }, () => undefined, held)
}

/**
 * One step from what is held to what is wanted, first to what is kept here and was not read; null where nothing is left.
 * `chosen` is how much the reader wants from now on.
 */
export async function adjustCorpus(
  place: CorpusPlace,
  held: LoadedCorpus,
  chosen: Reach | null = null,
  environment: Environment = browserEnvironment(),
): Promise<Result<LoadedCorpus | null, Problem>> {
  const ways = await waysTo(place, environment)
  const kept = (await ways.cache?.current()) ?? null
  const { whole } = held
  // Another window has taken a newer one, and so will this one when it looks.
  if (kept && kept.manifest.generation !== whole.generation) return ok(null)
  // The choice is kept whether or not its papers come now.
  if (chosen) await ways.cache?.choose(chosen)
  const reach = chosen ?? (kept ? kept.reach : held.reach)
  const [read, here] = [namesOf(held.manifest.shards), namesOf(kept?.shards ?? [])]
  const wanted = wantedIn(whole, reach, ({ file }) => read.has(file) || here.has(file), environment)
  const missing = wanted.filter(({ file }) => !read.has(file))
  const onDevice = missing.filter(({ file }) => here.has(file))
  const step = firstOf(onDevice.length > 0 ? onDevice : missing, environment.limits.unasked)
  const part = wanted.filter((shard) => read.has(shard.file) || step.includes(shard))
  if (step.length === 0 && part.length === read.size && reach === held.reach) return ok(null)
  const brought = await bring(ways, { whole, reach, wanted, part, kept, isStep: true }, () => undefined, held)
  return brought.ok ? ok({ ...brought.value, from: held.from }) : brought
}

/** The paper of an id, or of an id that it had before. */
export function findPaper(asked: string, { papers, aliases }: Pick<LoadedCorpus, 'papers' | 'aliases'>): Paper | null {
  const find = (wanted: string | undefined): Paper | undefined => papers.find(({ id }) => id === wanted)
  return find(asked) ?? find(aliases.get(asked)) ?? null
}

/** What is to be brought now, of what is wanted, beside what was kept before. */
interface Plan {
  readonly whole: Manifest
  readonly reach: Reach | null
  readonly wanted: readonly Shard[]
  readonly part: readonly Shard[]
  readonly kept: KeptCorpus | null
  /** Whether it is more, or less, of the corpus that is held. */
  readonly isStep?: boolean
}

/** Brings a part, and begins to keep it; the reader has it meanwhile, and if that fails. */
async function bring(
  ways: Ways,
  { whole, reach, wanted, part, kept, isStep = false }: Plan,
  progress: Progress,
  held: LoadedCorpus | null = null,
): Promise<Result<LoadedCorpus, Problem>> {
  const manifest = partOf(whole, part)
  const collected = await collect(ways, manifest, progress, held)
  if (!collected.ok) return err(collected.error)
  const { files, fresh, papers, state } = collected.value
  const [read, here] = [namesOf(part), namesOf(kept?.shards ?? [])]
  const rest = wanted.filter(({ file }) => here.has(file) && !read.has(file))
  const isSame = kept?.manifest.generation === whole.generation && here.size === read.size + rest.length
  const isKept = isSame && fresh.size === 0 && part.every(({ file }) => here.has(file))
  return ok({
    ...{ manifest, whole, papers, ...state, from: isKept ? 'cache' : 'network', reach },
    wanted: countPapers(wanted),
    offers: offersOf(whole, ways.environment.limits),
    unread: rest.length > 0,
    kept: isKept
      ? Promise.resolve(true)
      : (ways.cache?.keep({ manifest: whole, shards: part, reach, wanted, isStep }, files, fresh) ??
        Promise.resolve(false)),
  })
}

async function waysTo(place: CorpusPlace, environment: Environment): Promise<Ways> {
  return { place, cache: await openCorpusCache(place, environment), environment }
}

function wantedIn(
  manifest: Manifest,
  reach: Reach | null,
  has: (shard: Shard) => boolean,
  { thrifty, limits }: Environment,
): readonly Shard[] {
  return wantedShards(manifest, reach, { has, thrifty }, limits)
}

function namesOf(shards: readonly Shard[]): ReadonlySet<string> {
  return new Set(shards.map(({ file }) => file))
}
