/** A first visit: every file of a corpus comes whole, or none is kept and Retry works. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../../src/corpus/manifest.ts'
import { monday, nothing, openCorpus, place, shardOf, World } from '../../support/corpus-world.ts'
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
