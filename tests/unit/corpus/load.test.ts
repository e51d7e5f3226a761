/** What reaches the reader of a corpus, and what stays on the device, whatever network and storage do. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findPaper } from '../../../src/corpus/load.ts'
import type { Manifest } from '../../../src/corpus/manifest.ts'
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

const flipped = (text: string): string => text.replace('Alpha', 'Alphb')

describe('a first visit', () => {
  it('brings every file once, in page order, and keeps it', async () => {
    const world = new World()
    const opened = await openCorpus(place, nothing, world.environment())
    if (!opened.ok) throw new Error(opened.error.kind)
    expect(opened.value.papers.map(({ title, rank }) => [title, rank])).toEqual([
      ['Alpha', 0],
      ['Beta', 1],
      ['Gamma', 2],
    ])
    expect(opened.value).toMatchObject({ from: 'network', kept: true })
    expect(world.asked.toSorted()).toEqual([...monday.keys()].sort())
    expect(await world.offline()).toEqual(['Alpha', 'Beta', 'Gamma'])
  })

  it('tells how many bytes of how many have come', async () => {
    const steps: (readonly [number, number | null])[] = []
    const world = new World()
    await openCorpus(place, (loaded, total) => steps.push([loaded, total]), world.environment())
    const total = [...monday].reduce((sum, [file, text]) => (file === 'manifest.json' ? sum : sum + text.length), 0)
    expect(steps.at(-1)).toEqual([total, total])
    expect(steps.map(([loaded]) => loaded)).toEqual(steps.map(([loaded]) => loaded).toSorted((a, b) => a - b))
  })

  const html = (): Response => new Response('<!doctype html><title>Sign in</title>')
  const faults: readonly [string, string, (file: string, text: string) => Response | Promise<Response>][] = [
    ['nothing there', 'http-status', () => new Response('', { status: 404 })],
    ['an error of the host', 'http-status', () => new Response('', { status: 500 })],
    ['a page instead of data', 'not-ours', html],
    ['an empty answer', 'not-ours', () => new Response('')],
    ['null', 'not-ours', () => new Response('null')],
    ['a file cut short', 'not-ours', (_, text) => new Response(text.slice(0, -20))],
    ['a file that is longer', 'not-ours', (_, text) => new Response(text + ' '.repeat(1_000_000))],
    ['a redirect', 'not-ours', () => Object.defineProperty(new Response(''), 'type', { value: 'opaqueredirect' })],
    ['silence', 'unreachable', () => new Promise(() => undefined)],
    ['a broken connection', 'unreachable', () => Promise.reject(new TypeError('network error'))],
    [
      'a body that stops coming',
      'unreachable',
      () =>
        new Response(
          new ReadableStream({
            start: (body) =>
              setTimeout(() => {
                body.error(new Error('reset'))
              }, 5),
          }),
        ),
    ],
  ]
  for (const [where, broken] of [
    ['manifest', 'manifest.json'],
    ['first shard', shardOf(monday, 0)],
    ['last shard', shardOf(monday, 1)],
    ['state', [...monday.keys()].find((file) => file.startsWith('state')) ?? ''],
  ] as const)
    it.each(faults)(`${where}: %s is a problem, keeps nothing, and Retry works`, async (_, kind, fault) => {
      const world = new World()
      const { answer } = world
      world.answer = (file) => (file === broken ? fault(file, monday.get(file) ?? '') : answer(file))
      const opened = await openCorpus(place, nothing, world.environment())
      expect(opened).toMatchObject({ ok: false, error: { kind, file: broken } })
      expect(await world.offline()).toBeNull()
      world.answer = answer
      expect(await openCorpus(place, nothing, world.environment())).toMatchObject({ ok: true, value: { kept: true } })
    })

  it('refuses one altered letter', async () => {
    const world = new World()
    world.files = new Map([...monday].map(([file, text]) => [file, flipped(text)]))
    const opened = await openCorpus(place, nothing, world.environment())
    expect(opened).toMatchObject({ ok: false, error: { kind: 'not-ours', file: shardOf(monday, 0) } })
  })

  it('tells a later format apart from damage', async () => {
    const world = new World()
    world.files = new Map(monday).set('manifest.json', JSON.stringify({ format: 9, anything: true }))
    const opened = await openCorpus(place, nothing, world.environment())
    expect(opened).toEqual({ ok: false, error: { kind: 'future-format', file: 'manifest.json', found: 9 } })
  })

  it('refuses a paper that stands twice', async () => {
    const world = new World()
    world.files = smallCorpus('twice', [['Alpha'], ['Alpha']])
    expect(await openCorpus(place, nothing, world.environment())).toMatchObject({
      ok: false,
      error: { kind: 'not-ours' },
    })
  })
})

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

it('a state file that is whole, and of a later build, is refused', async () => {
  const world = new World()
  const state = JSON.stringify({ format: 2 })
  const manifest = JSON.parse(monday.get('manifest.json') ?? '') as Manifest
  const sha256 = createHash('sha256').update(state).digest('hex')
  const file = { file: 'state-later.json', bytes: state.length, sha256 }
  world.files = new Map(monday).set(file.file, state).set('manifest.json', JSON.stringify({ ...manifest, state: file }))
  const opened = await openCorpus(place, nothing, world.environment())
  expect(opened).toMatchObject({ ok: false, error: { kind: 'not-ours', file: 'state-later.json' } })
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
