/** A large corpus on a device: what comes unasked, more, less, and what is cut short. */
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/base/result.ts'
import { openCorpus, refreshCorpus } from '../../../src/corpus/load.ts'
import type { Reach } from '../../../src/corpus/reach.ts'
import { nothing, place, shardOf } from '../../support/corpus-world.ts'
import { Device, kept, large, newerLarge, offline, size, titles } from '../../support/large-corpus.ts'

describe('a large corpus', () => {
  it('opens with its first shard, and has the newest brought after it', async () => {
    const world = new Device()
    const opened = await openCorpus(place, nothing, world.settings())
    if (!opened.ok) throw new Error('not opened')
    expect([titles(opened.value), opened.value.wanted, opened.value.whole.papers]).toEqual(['A', 2, 5])
    const { held } = await world.go(opened.value)
    expect([titles(held), held.wanted, held.reach]).toEqual(['AB', 2, null])
    expect(held.papers.map(({ rank }) => rank)).toEqual([0, 1])
    expect([kept(world), await offline(world)]).toEqual(['01', 'AB'])
    expect(world.asked.filter((file) => file.startsWith('shard'))).toHaveLength(2)
  })

  it.each<[Reach, string, string]>([
    ['newest', 'AB', '01'],
    ['90-days', 'ABG', '012'],
    ['year', 'ABGD', '0123'],
    ['everything', 'ABGDE', '01234'],
  ])('%s: comes, is kept, and is there without a connection', async (reach, shown, files) => {
    const world = new Device()
    expect(titles(await world.start(reach))).toBe(shown)
    expect([kept(world), await offline(world)]).toEqual([files, shown])
    world.asked.length = 0
    const again = await world.start()
    expect([titles(again), again.reach, again.unread]).toEqual([shown, reach, false])
    expect(world.asked).toEqual([])
  })

  it('is read from the device in parts, the newest first', async () => {
    const world = new Device()
    await world.start('everything')
    world.files = null
    const opened = await openCorpus(place, nothing, world.settings())
    if (!opened.ok) throw new Error('not opened')
    expect([titles(opened.value), opened.value.unread, opened.value.from]).toEqual(['AB', true, 'cache'])
    expect(kept(world)).toBe('01234')
  })

  it('goes from the device where less is chosen, the vectors with it, and only what lacks is fetched for more', async () => {
    const world = new Device()
    const all = await world.start('everything')
    const less = await world.go(all, '90-days')
    expect([titles(less.held), kept(world), await offline(world)]).toEqual(['ABG', '012', 'ABG'])
    world.asked.length = 0
    const more = await world.go(less.held, 'year')
    expect([titles(more.held), world.asked]).toEqual(['ABGD', [shardOf(large, 3)]])
  })

  it.each([
    ['that the browser has cleared', (world: Device) => world.caches.entries(place.cache).clear()],
    ['that refuses caches', (world: Device) => (world.refuses = true)],
  ])('comes step by step onto a device %s', async (_, change) => {
    const world = new Device()
    const held = { ...(await world.start()), reach: 'year' as const }
    change(world)
    const unasked = await world.go(held)
    expect([titles(unasked.held), unasked.held.reach]).toEqual(['ABGD', 'year'])
    expect(titles((await world.go(held, 'everything')).held)).toBe('ABGDE')
  })

  it('goes on where it was cut short, whatever cut it', async () => {
    for (let served = 0; served < 6; served++) {
      const world = new Device()
      const first = await world.start()
      let left = served
      const { answer } = world
      world.answer = (file) => (left-- > 0 ? answer(file) : Promise.reject(new TypeError('cut')))
      const cut = await world.go(first, 'everything')
      expect(cut.problem?.kind ?? 'none').toBe(served < 3 ? 'unreachable' : 'none')
      expect(await offline(world)).toBe(titles(cut.held))
      world.answer = answer
      expect([served, titles(await world.start())]).toEqual([served, 'ABGDE'])
      expect([served, await offline(world)]).toEqual([served, 'ABGDE'])
    }
  })

  it('keeps what is whole where there is no room for more', async () => {
    const world = new Device()
    const first = await world.start()
    world.caches.room = [...world.caches.entries(place.cache).values()].reduce((sum, { length }) => sum + length, size)
    await world.go(first, 'everything')
    expect([kept(world), await offline(world)]).toEqual(['01', 'AB'])
  })

  it('comes as its newest shard alone where the reader spares bytes, and then as what is newer', async () => {
    const world = new Device()
    world.thrifty = true
    const held = await world.start()
    expect([titles(held), held.offers.length]).toEqual(['A', 4])
    world.files = newerLarge
    const newer = await refreshCorpus(place, held, world.settings())
    expect(newer.ok && newer.value && titles((await world.go(newer.value)).held)).toBe('ZA')
    expect(titles((await world.go(held, 'everything')).held)).toBe('A') // another corpus by now
  })
})

describe('a newer large corpus', () => {
  it.each<[string, Reach | null, string]>([
    ['beside what is here', null, 'ZAB'],
    ['in place of the oldest, where the newest were chosen', 'newest', 'ZA'],
    ['beside everything', 'everything', 'ZABGDE'],
  ])('comes %s', async (_, reach, shown) => {
    const world = new Device()
    const held = await world.start(reach)
    world.asked.length = 0
    world.files = newerLarge
    const newer = await refreshCorpus(place, held, world.settings())
    if (!newer.ok || !newer.value) throw new Error('not taken')
    expect(await newer.value.kept).toBe(true)
    expect(titles((await world.go(newer.value)).held)).toBe(shown)
    expect(world.asked).toEqual(['manifest.json', shardOf(newerLarge, 0)])
    expect(await offline(world)).toBe(shown)
  })

  it('comes before what lacked of the one before it', async () => {
    const world = new Device()
    const first = await world.start()
    world.files = newerLarge
    const opened = await openCorpus(place, nothing, world.settings())
    expect(opened).toEqual(ok(expect.objectContaining({ from: 'cache' })))
    const newer = await refreshCorpus(place, { ...first, reach: 'everything' }, world.settings())
    expect(newer.ok && newer.value && titles(newer.value)).toBe('ZAB')
  })
})

describe('the record of what is kept', () => {
  const record = place.url + 'manifest.json'
  it.each<[string, object, string]>([
    ['of an earlier build stands for all of a corpus', {}, 'ABGDE'],
    [
      'of a choice that this build does not know stands for nothing',
      { here: { reach: 'week', files: [] } },
      'unreachable',
    ],
    ['of no file stands for nothing', { here: { reach: null, files: [] } }, 'unreachable'],
  ])('%s', async (_, here, shown) => {
    const world = new Device()
    await world.start('everything')
    const manifest = JSON.parse(large.get('manifest.json') ?? '') as object
    const bytes = new TextEncoder().encode(JSON.stringify({ ...manifest, ...here }))
    world.caches.entries(place.cache).set(record, bytes)
    expect(await offline(world)).toBe(shown)
    expect(titles(await world.start())).toBe(shown === 'ABGDE' ? shown : 'AB')
  })
})
