/** What is kept of a corpus on a device, as one record of its cache. */
import * as v from 'valibot'
import { readManifest, type Manifest, type Shard } from './manifest.ts'
import { REACHES, type Reach } from './reach.ts'

/** What is kept of a corpus. */
export interface KeptCorpus {
  /** Of all that the host has. */
  readonly manifest: Manifest
  /** The shards of it that are here. */
  readonly shards: readonly Shard[]
  /** How much of it the reader wants here; null where that was not chosen. */
  readonly reach: Reach | null
}

/** One record, so that it changes at once: the manifest of the host, and beside it what of it is here. */
const Here = v.object({
  here: v.optional(v.object({ reach: v.nullable(v.picklist(REACHES)), files: v.array(v.string()) })),
})

/** The record as JSON text. */
export function writeRecord({ manifest, shards, reach }: KeptCorpus): string {
  return JSON.stringify({ ...manifest, here: { reach, files: shards.map(({ file }) => file) } })
}

/** Null for what is none. A record of an earlier build says no more than the manifest: then all of it is here. */
export function readRecord(record: unknown): KeptCorpus | null {
  const manifest = readManifest(record)
  const read = v.safeParse(Here, record)
  if (!manifest.ok || !read.success) return null
  const { here } = read.output
  const shards = manifest.value.shards.filter(({ file }) => here?.files.includes(file) ?? true)
  return shards.length === 0 ? null : { manifest: manifest.value, shards, reach: here?.reach ?? null }
}
