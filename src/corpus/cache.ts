/** The last good corpus of this device, in Cache Storage: whole, or not at all. */
import type { Environment } from './environment.ts'
import { readManifest, type Manifest } from './manifest.ts'
import type { CorpusPlace } from './place.ts'
import type { Files } from './verify.ts'

export interface CorpusCache {
  /** The manifest of the last corpus that was kept whole. */
  readonly current: () => Promise<Manifest | null>
  /** The bytes of a file as they lie here, not yet verified. */
  readonly read: (file: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Keeps one more file of the current corpus; without room it is fetched again next time. */
  readonly add: (file: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Makes this corpus the current one: its new files first, then the record that points to them; then the old go. */
  readonly keep: (manifest: Manifest, files: Files, fresh: ReadonlySet<string>) => Promise<boolean>
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

  async function current(): Promise<Manifest | null> {
    try {
      const response = await cache.match(record)
      const manifest = response ? readManifest(await response.json()) : null
      return manifest?.ok ? manifest.value : null
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

  async function put(manifest: Manifest, files: Files, fresh: ReadonlySet<string>): Promise<boolean> {
    const before = await current()
    try {
      for (const { file } of [manifest.state, ...manifest.shards]) {
        const isKept = !fresh.has(file) && (await cache.match(url(file))) !== undefined
        if (!isKept) await cache.put(url(file), json(bytesOf(file, files)))
      }
      await cache.put(record, json(JSON.stringify(manifest)))
    } catch {
      await prune(before).catch(() => undefined) // no room, or not whole: leave the last good one as it was
      return false
    }
    await prune(manifest).catch(() => undefined) // what is left over goes with the next corpus
    return true
  }

  async function prune(manifest: Manifest | null): Promise<void> {
    const wanted = manifest ? [record, ...namesOf(manifest).map(url)] : []
    for (const request of await cache.keys()) if (!wanted.includes(request.url)) await cache.delete(request)
  }

  return {
    current,
    read,
    add,
    // Two tabs that keep different corpora at once would each remove the other's files.
    keep: (...corpus) => (locks ? locks.request(place.cache, () => put(...corpus)) : put(...corpus)),
  }
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
