/** How much of a corpus is on a device: which of its shards are wanted there, and which come next. */
import { addDays, lastOf } from '../base/days.ts'
import type { Manifest, Shard } from './manifest.ts'

/** How far back the papers on a device go, the least first; each holds all that the one before it does. */
export const REACHES = ['newest', '90-days', 'year', 'everything'] as const
export type Reach = (typeof REACHES)[number]

/** Bytes of files as the manifest states them, which is what they take on the device; most hosts send a third of that. */
export interface Limits {
  /** What is shown first, where nothing is here yet: so that a large corpus opens as fast as a small one. */
  readonly first: number
  /** What comes without being asked for. */
  readonly unasked: number
}

/** The first is 350 papers, the second 3,300. */
export const LIMITS: Limits = { first: 500_000, unasked: 5_000_000 }

/** A reach that can be chosen, and what it comes to. */
export interface Offer {
  readonly reach: Reach
  readonly papers: number
  readonly bytes: number
}

/** Those that differ from each other; where a corpus comes unasked as a whole that is one. */
export function offersOf({ shards }: Manifest, limits: Limits): readonly Offer[] {
  const parts = REACHES.map((reach) => ({ reach, part: within(shards, reach, limits) }))
  const differing = parts.filter(({ reach, part }, at) => {
    const less = parts[at - 1]?.part.length ?? 0
    return reach === 'everything' || (part.length > less && part.length < shards.length)
  })
  return differing.map(({ reach, part }) => ({ reach, papers: countPapers(part), bytes: sum(part.map(bytesOf)) }))
}

/** What a device has to do with the shards of a corpus. */
export interface Device {
  /** Whether a shard is here, or can be put together without the network. */
  readonly has: (shard: Shard) => boolean
  /** Whether the reader asks for few bytes. */
  readonly thrifty: boolean
}

/**
 * The shards that are to be on a device, in their order. Where the reader has not chosen, nothing that is here goes;
 * where few bytes are asked for, only what is newer than that comes, and the newest alone where nothing is here.
 */
export function wantedShards(
  { shards }: Manifest,
  reach: Reach | null,
  { has, thrifty }: Device,
  limits: Limits,
): readonly Shard[] {
  if (reach !== null) return within(shards, reach, limits)
  const newest = within(shards, 'newest', limits)
  const unasked = thrifty ? Math.max(1, shards.findIndex(has)) : newest.length
  return shards.filter((shard, at) => has(shard) || (at < unasked && at < newest.length))
}

/** The first of some shards, as many as so many bytes hold, and one at least. */
export function firstOf(shards: readonly Shard[], bytes: number): readonly Shard[] {
  let taken = 0
  const end = shards.findIndex((shard, at) => (taken += bytesOf(shard)) > bytes && at > 0)
  return end < 0 ? shards : shards.slice(0, end)
}

/** So many papers are in them. */
export function countPapers(shards: readonly Shard[]): number {
  return sum(shards.map(({ papers }) => papers))
}

/** A corpus as if it were these of its shards alone. */
export function partOf(manifest: Manifest, shards: readonly Shard[]): Manifest {
  return { ...manifest, shards: [...shards], papers: countPapers(shards) }
}

function within(shards: readonly Shard[], reach: Reach, { unasked }: Limits): readonly Shard[] {
  const newest = firstOf(shards, unasked)
  if (reach === 'newest') return newest
  if (reach === 'everything') return shards
  const end = lastOf(shards.flatMap(({ last }) => last ?? []))
  if (end === '') return newest
  const start = addDays(end, reach === 'year' ? -365 : -90)
  return shards.filter(({ last }, at) => at < newest.length || (last !== null && last > start))
}

function bytesOf({ bytes, vectors }: Shard): number {
  return bytes + (vectors?.bytes ?? 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
