/** Papers that are kept are held against their manifest, and nothing is asked of the host for it. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkKept } from '../../../src/corpus/check-kept.ts'
import { monday, place, shardOf, World } from '../../support/corpus-world.ts'

let world: World
beforeEach(() => (world = new World()))

const check = (isLate = () => false) => checkKept(place, isLate, world.environment())
const entries = () => world.caches.entries(place.cache)

/** A corpus of which the manifest names more files than its papers, each with its own name in it. */
function withMore(): Map<string, string> {
  const manifest = JSON.parse(monday.get('manifest.json') ?? '') as { shards: object[] }
  const file = (name: string) => {
    return { file: name, bytes: name.length, sha256: createHash('sha256').update(name).digest('hex') }
  }
  const shards = manifest.shards.map((shard, at) => ({ ...shard, vectors: file(`vectors-${at}.bin`) }))
  const more = { ...manifest, shards, basis: file('basis.bin'), words: file('words.bin') }
  return new Map(monday).set('manifest.json', JSON.stringify(more))
}
const put = (name: string, text = name): void => void entries().set(place.url + name, new TextEncoder().encode(text))

describe('what is kept', () => {
  it('is whole after a visit, and nothing is fetched to know it', async () => {
    await world.visit()
    const asked = world.asked.length
    expect(await check()).toEqual({ checked: 3, of: 3, faults: [], away: 0 })
    expect(world.asked.length).toBe(asked)
  })
  it.each<[how: string, harm: (url: string) => void]>([
    [
      'a changed letter',
      (url) => put(url.replace(place.url, ''), (monday.get(shardOf(monday, 1)) ?? '').replace('Gamma', 'Gemma')),
    ],
    ['a cut', (url) => put(url.replace(place.url, ''), 'cut')],
    ['a loss', (url) => void entries().delete(url)],
  ])('names the file of %s, and leaves it as it is', async (_, harm) => {
    await world.visit()
    harm(place.url + shardOf(monday, 1))
    const before = new Map(entries())
    expect(await check()).toEqual({ checked: 3, of: 3, faults: [shardOf(monday, 1)], away: 0 })
    expect(entries()).toEqual(before)
  })
  it('may lack what comes after the papers, and is held against its checksum where it is here', async () => {
    world.files = withMore()
    await world.visit()
    expect(await check()).toEqual({ checked: 3, of: 3, faults: [], away: 4 })
    for (const name of ['vectors-0.bin', 'vectors-1.bin', 'basis.bin', 'words.bin']) put(name)
    expect(await check()).toEqual({ checked: 7, of: 7, faults: [], away: 0 })
    put('words.bin', 'other.bin')
    expect(await check()).toEqual({ checked: 7, of: 7, faults: ['words.bin'], away: 0 })
  })
  it('is looked at as far as time goes', async () => {
    await world.visit()
    let looks = 0
    expect(await check(() => looks++ >= 2)).toEqual({ checked: 2, of: 3, faults: [], away: 0 })
  })
  it.each<[what: string, caches: (() => CacheStorage) | undefined]>([
    ['nothing was kept', () => world.caches.storage()],
    ['the browser has no cache', undefined],
  ])('is of no file where %s', async (_, caches) => {
    const found = await checkKept(place, () => false, world.environment({ caches: caches?.() }))
    expect(found).toEqual({ checked: 0, of: 0, faults: [], away: 0 })
  })
})
