/** Two windows that bring parts of a large corpus at once. */
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/base/result.ts'
import { adjustCorpus, refreshCorpus, type LoadedCorpus } from '../../../src/corpus/load.ts'
import type { Reach } from '../../../src/corpus/reach.ts'
import { place } from '../../support/corpus-world.ts'
import { Device, kept, newerLarge, offline, titles } from '../../support/large-corpus.ts'

describe('two windows', () => {
  /** A step of this window that is fetched while another does something. */
  async function meanwhile(world: Device, held: LoadedCorpus, reach: Reach | null, other: () => Promise<unknown>) {
    const { answer } = world
    world.answer = async (file) => {
      world.answer = answer
      await other()
      return answer(file)
    }
    const next = await adjustCorpus(place, held, reach, world.settings())
    if (!next.ok || !next.value) throw new Error('no step')
    expect(await next.value.kept).toBe(true)
    return next.value
  }

  it('that fetch the rest at once keep what either has', async () => {
    const world = new Device()
    const held = await world.start()
    await meanwhile(world, held, 'everything', () => world.go(held))
    expect([kept(world), await offline(world)]).toEqual(['01234', 'ABGDE'])
  })

  it('leave the last choice as it is', async () => {
    const world = new Device()
    const held = await world.start()
    const more = await meanwhile(world, held, 'everything', () => adjustCorpus(place, held, 'newest', world.settings()))
    expect(titles((await world.go(more)).held)).toBe('AB')
    expect([kept(world), await offline(world)]).toEqual(['01', 'AB'])
  })

  it('do not go back to the corpus of the one that is behind', async () => {
    const world = new Device()
    const held = await world.start()
    const more = await meanwhile(world, held, 'everything', async () => {
      world.files = newerLarge
      const newer = await refreshCorpus(place, held, world.settings())
      if (newer.ok) await newer.value?.kept
    })
    expect(await adjustCorpus(place, more, null, world.settings())).toEqual(ok(null))
    expect((await offline(world))[0]).toBe('Z')
  })
})
