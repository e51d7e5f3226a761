/** The last good corpus of this device, in Cache Storage: each step that brings some of it is kept whole, or not at all. */
import * as v from 'valibot'
import type { Environment } from './environment.ts'
import { readManifest, type Manifest, type Shard } from './manifest.ts'
import type { CorpusPlace } from './place.ts'
import { partOf, REACHES, type Reach } from './reach.ts'
import type { Files } from './verify.ts'

/** What is kept of a corpus. */
export interface KeptCorpus {
  /** Of all that the host has. */
  readonly manifest: Manifest
  /** The shards of it that are here. */
  readonly shards: readonly Shard[]
  /** How much of it the reader wants here; null where that was not chosen. */
  readonly reach: Reach | null
}

export interface CorpusCache {
  /** What was kept last. */
  readonly current: () => Promise<KeptCorpus | null>
  /** The bytes of a file as they lie here, not yet verified. */
  readonly read: (file: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Keeps one more file of the current corpus; without room it is fetched again next time. */
  readonly add: (file: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Makes this the current one: its new files first, then the record that points to them; then all others go. */
  readonly keep: (corpus: KeptCorpus, files: Files, fresh: ReadonlySet<string>) => Promise<boolean>
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

  async function current(): Promise<KeptCorpus | null> {
    try {
      const response = await cache.match(record)
      return response ? readRecord(await response.json()) : null
    } catch {
      return null // unreadable is as good as absent: the host has it
    }
  }

  async function read(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const response = await cache.match(url(file))
      return response ? new Uint8Array(await response.arrayBuffer()) : null
    } catch {
      return null
    }
  }

  async function add(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await cache.put(url(file), new Response(bytes)).catch(() => undefined) // no room for it: the papers go first
  }

  async function put(corpus: KeptCorpus, files: Files, fresh: ReadonlySet<string>): Promise<boolean> {
    const before = await current()
    try {
      for (const { file } of [corpus.manifest.state, ...corpus.shards]) {
        const isKept = !fresh.has(file) && (await cache.match(url(file))) !== undefined
        if (!isKept) await cache.put(url(file), json(bytesOf(file, files)))
      }
      await cache.put(record, json(writeRecord(corpus)))
    } catch {
      await prune(before).catch(() => undefined) // no room, or not whole: leave the last good one as it was
      return false
    }
    await prune(corpus).catch(() => undefined) // what is left over goes with the next corpus
    return true
  }

  async function prune(corpus: KeptCorpus | null): Promise<void> {
    const wanted = new Set(corpus ? [record, ...namesOf(partOf(corpus.manifest, corpus.shards)).map(url)] : [])
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
  }

  return {
    current,
    read,
    add,
    // Two tabs that keep different corpora at once would each remove the other's files.
    keep: (...corpus) => (locks ? locks.request(place.cache, () => put(...corpus)) : put(...corpus)),
  }
}

/** One record, so that it changes at once: the manifest of the host, and beside it what of it is here. */
const Here = v.object({
  here: v.optional(v.object({ reach: v.nullable(v.picklist(REACHES)), files: v.array(v.string()) })),
})

function writeRecord({ manifest, shards, reach }: KeptCorpus): string {
  return JSON.stringify({ ...manifest, here: { reach, files: shards.map(({ file }) => file) } })
}

/** A record of an earlier build says no more than the manifest: then all of it is here. */
function readRecord(record: unknown): KeptCorpus | null {
  const manifest = readManifest(record)
  const read = v.safeParse(Here, record)
  if (!manifest.ok || !read.success) return null
  const { here } = read.output
  const shards = manifest.value.shards.filter(({ file }) => here?.files.includes(file) ?? true)
  return shards.length === 0 ? null : { manifest: manifest.value, shards, reach: here?.reach ?? null }
}

/** Throws for a file that was taken over from memory, and that the browser has lost; the next start brings it again. */
function bytesOf(file: string, files: Files): Uint8Array<ArrayBuffer> {
  const bytes = files.get(file)
  if (!bytes) throw new Error(`${file} is lost`)
  return bytes
}

/** Every file a corpus may have on the device. */
function namesOf({ state, shards, basis }: Manifest): readonly string[] {
  const vectors = shards.flatMap((shard) => shard.vectors ?? [])
  return [state, ...shards, ...(basis ? [basis] : []), ...vectors].map(({ file }) => file)
}

function json(body: BodyInit): Response {
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}
