/** Packs that are kept on the device: used where they are whole and of this code, else made anew. */
import { describe, expect, it } from 'vitest'
import type { LoadedCorpus } from '../../../src/corpus/load.ts'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import type { PackedPapers } from '../../../src/search/engine/index-papers.ts'
import { packsOf, type PackKeep } from '../../../src/search/packs.ts'
import { corpus } from '../../support/session.ts'

const PLACE = { url: 'https://x/', cache: 'c' }
const WORDS = { topics: [], stated: NOTHING_STATED }
const one = { ...corpus('one', ['Alpha paper', 'Beta paper']), from: 'cache' } as const
const shard = one.manifest.shards[0]?.file ?? ''

/** A place to keep packs in, and what was kept there. */
function keepIn(files: Map<string, Uint8Array<ArrayBuffer>>, maker = 'this'): PackKeep {
  return {
    read: (_, name) => Promise.resolve(files.get(name)?.slice() ?? null),
    keep: (_, name, bytes) => {
      files.set(name, bytes)
      return Promise.resolve()
    },
    maker,
  }
}

const packsFor = (
  files: Map<string, Uint8Array<ArrayBuffer>>,
  of: LoadedCorpus = one,
  held: LoadedCorpus | null = null,
) => packsOf(PLACE, of, held, keepIn(files), () => 0)

/** What a search finds in papers that came in packs. */
function found(packs: readonly PackedPapers[], text: string): readonly string[] {
  const answer = createAnswerer([], [])
  answer.update(
    packs.flatMap(({ papers }) => papers),
    WORDS,
    packs,
  )
  const request = { text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 } as const
  return answer(request).cards.map(({ paper }) => paper.title)
}

async function kept(): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  await packsFor(files)
  await new Promise((done) => setTimeout(done))
  return files
}

describe('packs', () => {
  it('are made at first, and kept beside their shard', async () => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>()
    expect(found(await packsFor(files), 'beta')).toEqual(['Beta paper'])
    await new Promise((done) => setTimeout(done))
    expect([...files.keys()]).toEqual([shard])
  })

  it('are not kept where the papers are not', async () => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>()
    await packsFor(files, { ...one, kept: Promise.resolve(false) })
    await new Promise((done) => setTimeout(done))
    expect([...files.keys()]).toEqual([])
  })

  it('are what was kept: its words are found, not those of the papers', async () => {
    const files = await kept()
    const other = { ...one, papers: one.papers.map((paper) => ({ ...paper, title: 'Gamma paper' })) }
    expect(found(await packsFor(files, other), 'beta')).toEqual(['Gamma paper'])
  })

  it('are not looked for when the papers have just come over the network', async () => {
    const files = await kept()
    const other = { ...one, papers: one.papers.map((paper) => ({ ...paper, title: 'Gamma paper' })) }
    expect(found(await packsFor(files, { ...other, from: 'network' }), 'beta')).toEqual([])
  })

  it('are made for shards that are not held', async () => {
    expect(await packsFor(new Map(), one, one)).toEqual([])
  })

  it('are given of all that stays where papers go, which came over the network or not', async () => {
    const files = await kept()
    const more = corpus('more', ['Gamma paper'])
    const held = {
      ...one,
      papers: [...one.papers, ...more.papers],
      manifest: { ...one.manifest, shards: [...one.manifest.shards, ...more.manifest.shards] },
    }
    const other = { ...one, papers: one.papers.map((paper) => ({ ...paper, title: 'Delta paper' })) }
    expect(found(await packsFor(files, { ...other, from: 'network' }, held), 'beta')).toEqual(['Delta paper'])
  })

  it.each<readonly [string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['a byte is another', (bytes) => bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte))],
    ['its end is cut off', (bytes) => bytes.slice(0, -8)],
    ['it is no whole number', (bytes) => bytes.slice(0, -1)],
    ['it is empty', () => new Uint8Array(0)],
    ['it is something else', () => new TextEncoder().encode('<!doctype html><title>Not found</title>'.repeat(9))],
  ])('are made anew where %s, and kept again', async (_, damage) => {
    const files = await kept()
    const whole = files.get(shard) ?? new Uint8Array(0)
    files.set(shard, damage(whole))
    expect(found(await packsFor(files), 'beta')).toEqual(['Beta paper'])
    await new Promise((done) => setTimeout(done))
    expect(files.get(shard)).toEqual(whole)
  })

  it('of other code, or of another number of papers, are made anew', async () => {
    const files = await kept()
    const other = { ...one, papers: one.papers.map((paper) => ({ ...paper, title: 'Gamma paper' })) }
    expect(found(await packsOf(PLACE, other, null, keepIn(files, 'other code'), () => 0), 'beta')).toEqual([])
    const more = { ...corpus('one', ['Gamma', 'Delta', 'Epsilon']), from: 'cache' } as const
    const same = {
      ...more,
      manifest: { ...more.manifest, shards: more.manifest.shards.map((it) => ({ ...it, file: shard })) },
    }
    expect(found(await packsFor(await kept(), same), 'beta')).toEqual([])
  })

  it('give others a turn', async () => {
    let clock = 0
    let turns = 0
    const counting = setInterval(() => (turns += 1))
    await packsOf(
      PLACE,
      corpus(
        'many',
        Array.from({ length: 40 }, (_, n) => `Paper ${String(n)}`),
      ),
      null,
      keepIn(new Map()),
      () => (clock += 20),
    )
    clearInterval(counting)
    expect(turns).toBeGreaterThan(5)
  })
})
