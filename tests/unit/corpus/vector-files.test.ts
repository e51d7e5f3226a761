/** Vectors come as safely as the papers, and whatever happens to them, the papers stay. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Environment } from '../../../src/corpus/environment.ts'
import { openCorpus, refreshCorpus } from '../../../src/corpus/load.ts'
import { readManifest, type Manifest } from '../../../src/corpus/manifest.ts'
import { corpusPlace } from '../../../src/corpus/place.ts'
import { LIMITS } from '../../../src/corpus/reach.ts'
import { loadVectorFiles, loadWordsFile } from '../../../src/corpus/vector-files.ts'
import { MemoryCaches } from '../../support/cache-storage.ts'
import { smallCorpus } from '../../support/small-corpus.ts'

const place = corpusPlace('https://reader.example/x/')
const listed = (file: string) => {
  const sha256 = createHash('sha256').update(file).digest('hex')
  return { file, bytes: file.length, sha256 }
}

/** A small corpus whose basis and vectors hold their own names. */
function withVectors(generation: string, titles: readonly (readonly string[])[], names: readonly string[]) {
  const files = smallCorpus(generation, titles)
  const read = readManifest(JSON.parse(files.get('manifest.json') ?? ''))
  if (!read.ok) throw new Error(read.error.kind)
  const shards = read.value.shards.map((shard, at) => ({ ...shard, vectors: listed(names[at] ?? '') }))
  const manifest: Manifest = { ...read.value, shards, basis: listed('basis-1.bin') }
  for (const name of [...names, 'basis-1.bin']) files.set(name, name)
  return { manifest, files: files.set('manifest.json', JSON.stringify(manifest)) }
}

const monday = withVectors('monday', [['Alpha', 'Beta'], ['Gamma']], ['v-1.bin', 'v-2.bin'])
const tuesday = withVectors('tuesday', [['Delta'], ['Alpha', 'Beta'], ['Gamma']], ['v-3.bin', 'v-1.bin', 'v-2.bin'])

let caches: MemoryCaches
let files: ReadonlyMap<string, string> | null
let asked: string[]
const environment: Environment = {
  fetch: (input) => {
    const file = String(input instanceof Request ? input.url : input).replace(place.url, '')
    asked.push(file)
    const text = files?.get(file)
    if (!files) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text))
  },
  get caches() {
    return caches.storage()
  },
  locks: undefined,
  sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  stall: 50,
  limits: LIMITS,
  thrifty: false,
}
const load = async (manifest = monday.manifest) => {
  const read = await loadVectorFiles(place, manifest, environment)
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  if (!read.ok) return read.error
  return (
    read.value && [text(read.value.basis), ...read.value.shards.map((s) => `${text(s.vectors)} ${String(s.papers)}`)]
  )
}
const visit = async (): Promise<void> => {
  const opened = await openCorpus(place, () => undefined, environment)
  if (opened.ok) await opened.value.kept
}

beforeEach(() => {
  caches = new MemoryCaches()
  files = monday.files
  asked = []
})

describe('vectors', () => {
  it('come with their number of papers, and lie on the device from then on', async () => {
    expect(await load()).toEqual(['basis-1.bin', 'v-1.bin 2', 'v-2.bin 1'])
    files = null
    expect(await load()).toEqual(['basis-1.bin', 'v-1.bin 2', 'v-2.bin 1'])
  })
  it('are none where the corpus has none', async () => {
    expect(await load({ ...monday.manifest, basis: undefined })).toBeNull()
    const [first, ...rest] = monday.manifest.shards
    if (!first) throw new Error('no shard')
    expect(await load({ ...monday.manifest, shards: [{ ...first, vectors: undefined }, ...rest] })).toBeNull()
    expect(asked).toEqual([])
  })
  it.each([
    ['missing', null, { kind: 'http-status', file: 'v-2.bin', status: 404 }],
    ['altered', 'v-9.bin', { kind: 'not-ours', file: 'v-2.bin' }],
    ['cut short', 'v', { kind: 'not-ours', file: 'v-2.bin' }],
    ['a page of a portal', '<!doctype html>'.repeat(9), { kind: 'not-ours', file: 'v-2.bin' }],
  ])('are refused where a file is %s, and the papers are there all the same', async (_, text, problem) => {
    const broken = new Map(monday.files)
    if (text === null) broken.delete('v-2.bin')
    else broken.set('v-2.bin', text)
    files = broken
    await visit()
    expect(await load()).toMatchObject(problem)
    files = monday.files
    expect(await load()).toHaveLength(3)
    files = null
    expect(await openCorpus(place, () => undefined, environment)).toMatchObject({ ok: true, value: { from: 'cache' } })
  })
  it('are refused without what they are measured in', async () => {
    files = new Map([...monday.files].filter(([name]) => name !== 'basis-1.bin'))
    expect(await load()).toEqual({ kind: 'http-status', file: 'basis-1.bin', status: 404 })
  })
  it('are fetched again where what lies on the device is damaged', async () => {
    await load()
    caches.entries(place.cache).set(`${place.url}v-1.bin`, new Uint8Array(7))
    asked = []
    expect(await load()).toHaveLength(3)
    expect(asked).toEqual(['v-1.bin'])
  })
  it('stay when a newer corpus needs them, and go when none does', async () => {
    await visit()
    await load()
    files = tuesday.files
    const newer = await refreshCorpus(place, null, environment)
    if (newer.ok) await newer.value?.kept
    asked = []
    await load(tuesday.manifest)
    expect(asked).toEqual(['v-3.bin'])
    files = smallCorpus('wednesday', [['Epsilon']])
    const last = await refreshCorpus(place, null, environment)
    if (last.ok) await last.value?.kept
    expect([...caches.entries(place.cache).keys()].filter((url) => url.endsWith('.bin'))).toEqual([])
  })
  it('do without being kept where there is no room', async () => {
    caches.room = 4
    expect(await load()).toHaveLength(3)
  })
})

describe('the table of words', () => {
  const words = listed('words-1.bin')
  const loadWords = async () => {
    const read = await loadWordsFile(place, { words }, environment)
    return read.ok ? read.value && new TextDecoder().decode(read.value) : read.error.kind
  }
  const hosts = (text: string): void => void (files = new Map([['words-1.bin', text]]))
  it('is fetched once, verified and kept', async () => {
    hosts('words-1.bin')
    expect(await loadWords()).toBe('words-1.bin')
    files = null
    expect(await loadWords()).toBe('words-1.bin')
    expect(asked.filter((file) => file === 'words-1.bin')).toHaveLength(1)
  })
  it('is refused cut off or altered, and asked for again', async () => {
    for (const text of ['words-1', 'words-2.bin']) {
      hosts(text)
      expect(await loadWords()).toMatch(/damaged|cut|not-ours|incomplete/)
    }
    hosts('words-1.bin')
    expect(await loadWords()).toBe('words-1.bin')
  })
  it('is none where the corpus has none', async () => {
    expect(await loadWordsFile(place, monday.manifest, environment)).toEqual({ ok: true, value: null })
  })
})
