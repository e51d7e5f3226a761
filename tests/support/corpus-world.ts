/** A device and a host of small corpora, whose network and storage fail as a test wants. */
import { createHash } from 'node:crypto'
import { ok, type Result } from '../../src/base/result.ts'
import type { Environment } from '../../src/corpus/environment.ts'
import { openCorpus as open, refreshCorpus as refresh, type LoadedCorpus } from '../../src/corpus/load.ts'
import { corpusPlace } from '../../src/corpus/place.ts'
import type { Problem } from '../../src/corpus/problem.ts'
import { LIMITS } from '../../src/corpus/reach.ts'
import { MemoryCaches } from './cache-storage.ts'
import { smallCorpus, type CorpusFiles } from './small-corpus.ts'

/** Where the app lies. */
export const place = corpusPlace('https://reader.example/x/')
/** A corpus, and the next, which brings a shard and keeps the others. */
export const monday = smallCorpus('monday', [['Alpha', 'Beta'], ['Gamma']])
export const tuesday = smallCorpus('tuesday', [['Delta'], ['Alpha', 'Beta'], ['Gamma']])
/** Progress that nobody follows. */
export const nothing = (): void => undefined

/** What loading gives, with the promise to keep it come true. */
async function settled(loading: Promise<Result<LoadedCorpus | null, Problem>>) {
  const loaded = await loading
  if (!loaded.ok) return loaded
  return ok(loaded.value === null ? null : { ...loaded.value, kept: await loaded.value.kept })
}
/** The loader, waited for until what it loaded is kept, or not. */
export const refreshCorpus = (...given: Parameters<typeof refresh>) => settled(refresh(...given))
export const openCorpus = async (...given: Parameters<typeof open>) => {
  const opened = await settled(open(...given))
  if (!opened.ok) return opened
  if (opened.value === null) throw new Error('A corpus that is opened is not null.')
  return ok(opened.value)
}

/** A device and a host; `files` is what the host serves now, null for no connection. */
export class World {
  readonly caches = new MemoryCaches()
  readonly asked: string[] = []
  files: CorpusFiles | null = monday
  answer: (file: string) => Response | Promise<Response> = (file) => {
    const text = this.files?.get(file)
    return text === undefined ? new Response('', { status: 404 }) : new Response(text)
  }

  /** The world as the loader knows it. */
  environment(over: Partial<Environment> = {}): Environment {
    return {
      fetch: async (input, init) => {
        const file = String(input instanceof Request ? input.url : input).replace(place.url, '')
        this.asked.push(file)
        if (!this.files) throw new TypeError('Failed to fetch')
        const aborted = new Promise<never>((_, reject) => {
          init?.signal?.addEventListener('abort', () => {
            reject(new DOMException('aborted', 'AbortError'))
          })
        })
        return Promise.race([this.answer(file), aborted])
      },
      caches: this.caches.storage(),
      locks: undefined,
      sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
      stall: 50,
      limits: LIMITS,
      thrifty: false,
      ...over,
    }
  }

  /** The corpus as a worker holds it, once it is kept or not. */
  async visit(): Promise<LoadedCorpus> {
    const opened = await open(place, nothing, this.environment())
    if (!opened.ok) throw new Error(JSON.stringify(opened.error))
    await opened.value.kept
    return opened.value
  }

  /** The files on the device. */
  kept(): string[] {
    return [...this.caches.entries(place.cache).keys()].map((url) => url.replace(place.url, '')).sort()
  }

  /** The titles a start without a connection shows; null where it shows none. */
  async offline(): Promise<string[] | null> {
    const { files } = this
    this.files = null
    const opened = await openCorpus(place, nothing, this.environment())
    this.files = files
    return opened.ok ? opened.value.papers.map((paper) => paper.title) : null
  }
}

/** The name of a shard, from the newest at 0. */
export const shardOf = (files: CorpusFiles, at: number): string =>
  [...files.keys()].filter((f) => f.startsWith('shard'))[at] ?? ''
