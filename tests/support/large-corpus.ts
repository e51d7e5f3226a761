/** A corpus of five dated shards, of which a device takes two unasked. */
import { adjustCorpus, openCorpus, type LoadedCorpus } from '../../src/corpus/load.ts'
import type { Problem } from '../../src/corpus/problem.ts'
import type { Reach } from '../../src/corpus/reach.ts'
import { nothing, place, shardOf, World } from './corpus-world.ts'
import { smallCorpus } from './small-corpus.ts'

const dated = (title: string, listed: string) => [{ title, listed }]
const SHARDS = [
  dated('Alpha', '2026-11-22'),
  dated('Beta', '2026-11-01'),
  dated('Gamma', '2026-10-01'),
  dated('Delta', '2026-05-01'),
  dated('Epsilon', '2024-05-01'),
]
export const large = smallCorpus('monday', SHARDS)
/** The next, which brings a shard and keeps the others. */
export const newerLarge = smallCorpus('tuesday', [dated('Zeta', '2026-11-23'), ...SHARDS])

/** The bytes of a shard: one comes at first, two unasked and with each step. */
export const size = large.get(shardOf(large, 0))?.length ?? 0
const LIMITS = { first: 1.5 * size, unasked: 2.5 * size }

/** A device of a reader who spares bytes, or whose browser refuses caches, as a test wants. */
export class Device extends World {
  override files = large as World['files']
  thrifty = false
  refuses = false
  settings() {
    const over = this.refuses ? { caches: undefined } : {}
    return this.environment({ limits: LIMITS, thrifty: this.thrifty, ...over })
  }

  /** What a start brings, with all that comes unasked of it, from this device first; or why not. */
  async start(chosen: Reach | null = null): Promise<LoadedCorpus> {
    const opened = await openCorpus(place, nothing, this.settings())
    if (!opened.ok) throw new Error(opened.error.kind)
    return (await this.go(opened.value, chosen)).held
  }

  /** All steps from there, until there is none, or one fails. */
  async go(held: LoadedCorpus, chosen: Reach | null = null): Promise<{ held: LoadedCorpus; problem: Problem | null }> {
    await held.kept
    const next = await adjustCorpus(place, held, chosen, this.settings())
    if (!next.ok) return { held, problem: next.error }
    return next.value ? this.go(next.value) : { held, problem: null }
  }
}
/** The first letters of the titles, in page order. */
export const titles = ({ papers }: LoadedCorpus): string => papers.map(({ title }) => title[0]).join('')
/** What a start without a connection shows. */
export const offline = async (world: Device): Promise<string> => {
  const { files } = world
  world.files = null
  const opened = await openCorpus(place, nothing, world.settings())
  const shown = opened.ok ? titles((await world.go(opened.value)).held) : opened.error.kind
  world.files = files
  return shown
}
/** Shards that lie on the device, by place in the corpus. */
export const kept = (world: Device, files = large): string =>
  [0, 1, 2, 3, 4].filter((at) => world.kept().includes(shardOf(files, at))).join('')
