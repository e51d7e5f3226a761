/** What a device that holds a corpus shows and keeps, whatever network and storage do. */
import { describe, expect, it } from 'vitest'
import { findPaper } from '../../../src/corpus/load.ts'
import { corpusPlace } from '../../../src/corpus/place.ts'
import {
  monday,
  nothing,
  openCorpus,
  place,
  refreshCorpus,
  shardOf,
  tuesday,
  World,
} from '../../support/corpus-world.ts'
import { memoryLocks } from '../../support/library.ts'
import { paper } from '../../support/papers.ts'
import { smallCorpus } from '../../support/small-corpus.ts'

describe('a later visit', () => {
  it('starts from the device without asking the network', async () => {
    const world = new World()
    await openCorpus(place, nothing, world.environment())
    world.asked.length = 0
    world.files = tuesday
    const opened = await openCorpus(place, nothing, world.environment())
    expect(opened).toMatchObject({ ok: true, value: { from: 'cache', kept: true, manifest: { generation: 'monday' } } })
    expect(world.asked).toEqual([])
  })

  it('takes a newer corpus, fetching only what it lacks, and drops the old files', async () => {
    const world = new World()
    const held = await world.visit()
    expect(await refreshCorpus(place, held, world.environment())).toEqual({ ok: true, value: null })
    world.asked.length = 0
    world.files = tuesday
    const taken = await refreshCorpus(place, held, world.environment())
    expect(taken).toMatchObject({ ok: true, value: { kept: true, from: 'network' } })
    expect(world.asked.toSorted()).toEqual(['manifest.json', shardOf(tuesday, 0)].sort())
    expect(world.kept()).toEqual([...tuesday.keys()].sort())
    expect(await world.offline()).toEqual(['Delta', 'Alpha', 'Beta', 'Gamma'])
  })

  it.each([
    ['a broken shard', (world: World) => (world.files = new Map(tuesday).set(shardOf(tuesday, 0), 'x'))],
    [
      'a missing shard',
      (world: World) => (world.files = new Map([...tuesday].filter(([f]) => f !== shardOf(tuesday, 0)))),
    ],
    ['a later format', (world: World) => (world.files = new Map([['manifest.json', '{"format":2}']]))],
    ['no connection', (world: World) => (world.files = null)],
  ])('keeps the last good corpus when the next has %s', async (_, break_) => {
    const world = new World()
    const held = await world.visit()
    break_(world)
    expect((await refreshCorpus(place, held, world.environment())).ok).toBe(false)
    expect(await world.offline()).toEqual(['Alpha', 'Beta', 'Gamma'])
  })

  it.each([
    ['altered', (entries: Map<string, Uint8Array<ArrayBuffer>>, url: string) => entries.get(url)?.set([65], 20)],
    ['cut', (entries: Map<string, Uint8Array<ArrayBuffer>>, url: string) => entries.set(url, new Uint8Array(3))],
    ['gone', (entries: Map<string, Uint8Array<ArrayBuffer>>, url: string) => entries.delete(url)],
  ])('repairs a kept file that is %s from the network', async (_, damage) => {
    const world = new World()
    await openCorpus(place, nothing, world.environment())
    damage(world.caches.entries(place.cache), place.url + shardOf(monday, 0))
    expect(await world.offline()).toBeNull()
    world.asked.length = 0
    expect(await openCorpus(place, nothing, world.environment())).toMatchObject({ ok: true, value: { kept: true } })
    expect(world.asked).toEqual([shardOf(monday, 0)])
    expect(await world.offline()).toEqual(['Alpha', 'Beta', 'Gamma'])
  })

  it('takes what the host has now when a damaged corpus is no longer there', async () => {
    const world = new World()
    await openCorpus(place, nothing, world.environment())
    world.caches.entries(place.cache).delete(place.url + shardOf(monday, 0))
    world.files = smallCorpus('wednesday', [['Epsilon']])
    expect(await openCorpus(place, nothing, world.environment())).toMatchObject({
      ok: true,
      value: { manifest: { generation: 'wednesday' } },
    })
  })
})

describe('a device without room', () => {
  it('shows the papers and says they are not kept', async () => {
    for (const over of [{ caches: undefined }, {}]) {
      const world = new World()
      world.caches.room = 100
      const opened = await openCorpus(place, nothing, world.environment(over))
      expect(opened).toMatchObject({ ok: true, value: { kept: false } })
    }
  })

  it('leaves the last good corpus whole, whichever write is the first to fail', async () => {
    const sizes = [...tuesday.values()].map((text) => text.length)
    let refused = 0
    for (let room = 0; room < sizes.reduce((a, b) => a + b) * 2; room += 60) {
      const world = new World()
      const held = await world.visit()
      world.caches.room = room
      world.files = tuesday
      const taken = await refreshCorpus(place, held, world.environment())
      if (!taken.ok || !taken.value) throw new Error('not taken')
      if (!taken.value.kept) refused++
      const titles = taken.value.kept ? ['Delta', 'Alpha', 'Beta', 'Gamma'] : ['Alpha', 'Beta', 'Gamma']
      expect([room, await world.offline()]).toEqual([room, titles])
      expect([room, world.kept()]).toEqual([room, [...(taken.value.kept ? tuesday : monday).keys()].sort()])
    }
    expect(refused).toBeGreaterThan(10)
  })
})

describe('two copies on one origin', () => {
  it('keep their corpora apart', () => {
    const places = ['https://a.example/', 'https://a.example/x/', 'https://a.example/x/y/'].map(corpusPlace)
    expect(new Set(places.map(({ cache }) => cache)).size).toBe(3)
    expect(places.every(({ cache }) => cache.startsWith('offprint'))).toBe(true)
  })
})

describe('a browser with locks', () => {
  it('keeps one corpus after the other', async () => {
    const world = new World()
    const locks = memoryLocks()
    expect(await openCorpus(place, nothing, world.environment({ locks }))).toMatchObject({ value: { kept: true } })
    expect(await world.offline()).toEqual(['Alpha', 'Beta', 'Gamma'])
  })
})

describe('a browser without caches', () => {
  it('takes a newer corpus all the same, which is not kept', async () => {
    const world = new World()
    const without = world.environment({ caches: undefined })
    const none = await refreshCorpus(place, null, without)
    expect(none).toMatchObject({ ok: true, value: { kept: false, reach: null } })
    const held = await world.visit()
    world.files = tuesday
    const taken = await refreshCorpus(place, { ...held, reach: 'year' }, without)
    expect(taken).toMatchObject({ ok: true, value: { kept: false, reach: 'year' } })
  })
})

describe('a paper', () => {
  const papers = [paper({ title: 'Alpha' }), paper({ title: 'Beta' })]
  const aliases = new Map([
    ['first', 'beta'],
    ['gone', 'nowhere'],
  ])
  it.each([
    ['alpha', 'Alpha'],
    ['first', 'Beta'],
    ['gone', null],
    ['gamma', null],
  ])('is found by its id or an earlier one: %s', (id, title) => {
    expect(findPaper(id, { papers, aliases })?.title ?? null).toBe(title)
  })
})
