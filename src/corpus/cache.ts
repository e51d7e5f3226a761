/** The last good corpus of this device, in Cache Storage: each step that brings some of it is kept whole, or not at all. */
import type { Environment } from './environment.ts'
import { readRecord, writeRecord, type KeptCorpus } from './kept.ts'
import type { Manifest, Shard } from './manifest.ts'
import { packFileOf } from './pack-name.ts'
import type { CorpusPlace } from './place.ts'
import { partOf, type Reach } from './reach.ts'
import type { Files } from './verify.ts'

/** What is to be kept of a corpus. */
export interface Keeping extends KeptCorpus {
  /** The shards that stay where they are here already, as another window may have brought some meanwhile. */
  readonly wanted: readonly Shard[]
  /** Whether it is more, or less, of the corpus that is kept; it does not take the place of another. */
  readonly isStep: boolean
}

export interface CorpusCache {
  /** What was kept last. */
  readonly current: () => Promise<KeptCorpus | null>
  /** The bytes of a file as they lie here, not yet verified. */
  readonly read: (file: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Keeps one more file of the current corpus; without room it is fetched again next time. */
  readonly add: (file: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /**
   * Makes this the current one: its new files first, then the record that points to them; then all others go. How much
   * the reader wants stays as it was chosen.
   */
  readonly keep: (corpus: Keeping, files: Files, fresh: ReadonlySet<string>) => Promise<boolean>
  /** Notes how much the reader wants from now on. */
  readonly choose: (reach: Reach) => Promise<void>
}

/** The cache of a place; null where the browser has none or refuses it. */
export async function openCorpusCache(
  place: CorpusPlace,
  environment: Pick<Environment, 'caches' | 'locks'>,
): Promise<CorpusCache | null> {
  try {
    const cache = await environment.caches?.open(place.cache)
    return cache ? corpusCache(cache, place, environment) : null
  } catch {
    return null
  }
}

function corpusCache(cache: Cache, place: CorpusPlace, { locks }: Pick<Environment, 'locks'>): CorpusCache {
  const record = `${place.url}manifest.json`
  const url = (file: string): string => place.url + file
  const corpusFiles = (corpus: KeptCorpus | null): readonly string[] =>
    corpus ? [record, ...namesOf(partOf(corpus.manifest, corpus.shards)).map(url)] : []

  async function current(): Promise<KeptCorpus | null> {
    try {
      const response = await cache.match(record)
      return response ? readRecord(await response.json()) : null
    } catch {
      return null // unreadable is as good as absent: the host has it
    }
  }

  async function add(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await cache.put(url(file), new Response(bytes)).catch(() => undefined) // no room for it: the papers go first
  }

  async function put(keeping: Keeping, files: Files, fresh: ReadonlySet<string>): Promise<boolean> {
    const before = await current()
    // Another window has taken a newer one, and so will this one when it looks.
    if (keeping.isStep && before && before.manifest.generation !== keeping.manifest.generation) return true
    const there = new Set((await cache.keys()).map((request) => request.url))
    const corpus = joined(keeping, before, (file) => there.has(url(file)))
    try {
      for (const { file } of [corpus.manifest.state, ...corpus.shards])
        if (fresh.has(file) || !there.has(url(file))) await cache.put(url(file), json(bytesOf(file, files)))
      await cache.put(record, json(writeRecord(corpus)))
    } catch {
      await prune(cache, corpusFiles(before)).catch(() => undefined) // no room, or not whole: leave the last good one as it was
      return false
    }
    await prune(cache, corpusFiles(corpus)).catch(() => undefined) // what is left over goes with the next corpus
    return true
  }

  async function choose(reach: Reach): Promise<void> {
    const kept = await current()
    if (kept) await cache.put(record, json(writeRecord({ ...kept, reach })))
  }

  const alone = inTurn(place.cache, locks)
  return {
    current,
    read: (file) => readBytes(cache, url(file)),
    add,
    keep: (...keeping) => alone(() => put(...keeping)),
    choose: (reach) => alone(() => choose(reach)).catch(() => undefined), // no room for a line: the worker knows it
  }
}

/** Two tabs that keep different corpora at once would each remove the other's files. */
function inTurn(name: string, locks: LockManager | undefined): <Value>(work: () => Promise<Value>) => Promise<Value> {
  return (work) => (locks ? locks.request(name, work) : work())
}

async function readBytes(cache: Cache, url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await cache.match(url)
    return response ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}

async function prune(cache: Cache, wanted: readonly string[]): Promise<void> {
  const stay = new Set(wanted)
  for (const request of await cache.keys()) if (!stay.has(request.url)) await cache.delete(request)
}

/** With what is here already of the rest that is wanted. */
function joined(
  { manifest, shards, reach, wanted }: Keeping,
  before: KeptCorpus | null,
  isThere: (file: string) => boolean,
): KeptCorpus {
  const names = (all: readonly Shard[]): ReadonlySet<string> => new Set(all.map(({ file }) => file))
  const [own, others, stay] = [names(shards), names(before?.shards ?? []), names(wanted)]
  const stays = ({ file }: Shard): boolean => others.has(file) && stay.has(file) && isThere(file)
  const here = manifest.shards.filter((shard) => own.has(shard.file) || stays(shard))
  return { manifest, shards: here, reach: before ? before.reach : reach }
}

/** Throws for a file that was taken over from memory, and that the browser has lost; the next start brings it again. */
function bytesOf(file: string, files: Files): Uint8Array<ArrayBuffer> {
  const bytes = files.get(file)
  if (!bytes) throw new Error(`${file} is lost`)
  return bytes
}

/** Every file a corpus may have on the device. */
function namesOf({ state, shards, basis, words }: Manifest): readonly string[] {
  const vectors = shards.flatMap((shard) => shard.vectors ?? [])
  const files = [state, ...shards, ...[basis ?? [], words ?? []].flat(), ...vectors].map(({ file }) => file)
  return [...files, ...shards.map(({ file }) => packFileOf(file))]
}

function json(body: BodyInit): Response {
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}
