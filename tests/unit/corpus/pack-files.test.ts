/** What was made of a shard lies beside it, and goes with it. */
import { describe, expect, it } from 'vitest'
import { keepPackFile, readPackFile } from '../../../src/corpus/pack-files.ts'
import { openCorpusCache } from '../../../src/corpus/cache.ts'
import { monday, place, refreshCorpus, shardOf, tuesday, World } from '../../support/corpus-world.ts'

const shard = shardOf(monday, 0)
const bytes = new Uint8Array([1, 2, 3])

describe('what is made of a shard', () => {
  it('is there once it is kept, stays with its shard, and goes with it', async () => {
    const world = new World()
    const held = await world.visit()
    expect(await readPackFile(place, shard, world.environment())).toBeNull()
    await keepPackFile(place, shard, bytes, world.environment())
    expect(await readPackFile(place, shard, world.environment())).toEqual(bytes)
    world.files = tuesday
    await refreshCorpus(place, held, world.environment())
    expect(world.kept()).toContain(`${shard}.pack`)
    world.files = new Map([...(await import('../../support/small-corpus.ts')).smallCorpus('later', [['Zeta']])])
    await refreshCorpus(place, null, world.environment())
    expect(world.kept().filter((file) => file.endsWith('.pack'))).toEqual([])
  })

  it.each([
    ['without a cache', undefined],
    [
      'where the browser refuses one',
      { open: () => Promise.reject(new DOMException('refused', 'SecurityError')) } as unknown as CacheStorage,
    ],
  ])('is made anew each time %s', async (_, caches) => {
    const environment = new World().environment({ caches })
    expect(await openCorpusCache(place, environment)).toBeNull()
    await keepPackFile(place, shard, bytes, environment)
    expect(await readPackFile(place, shard, environment)).toBeNull()
  })

  it('is not read where the browser cannot', async () => {
    const world = new World()
    const broken = { open: () => Promise.resolve({ match: () => Promise.reject(new Error('lost')) }) }
    const caches = broken as unknown as CacheStorage
    expect(await readPackFile(place, shard, world.environment({ caches }))).toBeNull()
  })
})
