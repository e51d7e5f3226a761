/** A device that holds a corpus, and takes the one of the day after. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Environment } from '../../src/corpus/environment.ts'
import { adjustCorpus, openCorpus, refreshCorpus } from '../../src/corpus/load.ts'
import { LIMITS, type Reach } from '../../src/corpus/reach.ts'
import { corpusPlace } from '../../src/corpus/place.ts'
import { ok } from '../../src/base/result.ts'
import { readManifest } from '../../src/corpus/manifest.ts'
import { decodeShard } from '../../src/corpus/shard.ts'
import { composeEdition, composePostscript } from '../../src/digest/compose.ts'
import { NO_FILTERS } from '../../src/query/filters.ts'
import type { FromWorker } from '../../src/search/protocol.ts'
import { Session } from '../../src/search/session.ts'
import { MemoryCaches } from '../support/cache-storage.ts'

type Files = ReadonlyMap<string, string | Uint8Array>

export interface DayCost {
  /** Milliseconds from opening the kept corpus to the first search answered. */
  readonly start: number
  /** The same from asking for a newer one. */
  readonly ms: number
  /** What came over the network for it, packed. */
  readonly bytes: number
}

const place = corpusPlace('https://reader.example/')

/** What a worker needs for one more day. */
export async function timeDay(before: Files, after: Files): Promise<DayCost> {
  let files = before
  let bytes = 0
  const environment: Environment = {
    fetch: (input) => {
      const content = files.get(String(input instanceof Request ? input.url : input).replace(place.url, '')) ?? ''
      bytes += gzipSync(content).length
      return Promise.resolve(new Response(typeof content === 'string' ? content : new Uint8Array(content)))
    },
    caches: new MemoryCaches().storage(),
    locks: undefined,
    sha256: (given) => Promise.resolve(createHash('sha256').update(given).digest('hex')),
    stall: 60_000,
    limits: LIMITS,
    thrifty: false,
  }
  const first = await openCorpus(place, () => undefined, environment)
  if (!first.ok) throw new Error(first.error.kind)
  await first.value.kept
  for (let held = first.value, chosen: Reach | null = 'everything'; ; chosen = null) {
    const next = await adjustCorpus(place, held, chosen, environment)
    if (!next.ok || !next.value) break
    held = next.value
    await held.kept
  }

  const worker = startWorker(environment)
  const start = await worker.untilFound({ kind: 'open', corpus: place.url, cache: place.cache }, titleIn(before))
  await worker.quiet()
  files = after
  bytes = 0
  const ms = await worker.untilFound({ kind: 'refresh' }, titleIn(after))
  return { start, ms, bytes }
}

/** The title of the newest paper, by which it is searched. */
function titleIn(files: Files): string {
  const manifest = readManifest(JSON.parse(String(files.get('manifest.json'))))
  const newest = manifest.ok ? manifest.value.shards[0]?.file : undefined
  const shard = decodeShard(JSON.parse(String(files.get(newest ?? ''))), 0)
  const title = shard.ok ? shard.value[0]?.title : undefined
  if (title === undefined) throw new Error('a corpus without papers')
  return title
}

function startWorker(environment: Environment) {
  let hear: (message: FromWorker) => void = () => undefined
  let asked = 0
  const session = new Session({
    post: (message) => hear(message),
    open: (at, progress) => openCorpus(at, progress, environment),
    refresh: (at, held) => refreshCorpus(at, held, environment),
    adjust: (at, held, chosen) => adjustCorpus(at, held, chosen, environment),
    compose: composeEdition,
    composePostscript,
    measure: () => Promise.resolve(ok(null)),
    bring: () => Promise.reject(new Error('nothing is brought here')),
    check: () => Promise.reject(new Error('nothing is checked here')),
    packs: { read: () => Promise.resolve(null), keep: () => Promise.resolve(), maker: 'bench' },
    requests: () => [],
    now: () => performance.now(),
  })
  return {
    /** Sends a message, and asks for a title with each corpus that is ready until it is found first. */
    untilFound: (message: unknown, title: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const start = performance.now()
        hear = (said) => {
          if (said.kind === 'corpus' && said.state.kind === 'failed')
            reject(new Error(JSON.stringify(said.state.problem)))
          if (said.kind === 'corpus' && said.state.kind === 'ready' && said.state.info.extent.coming === null) {
            const request = { text: title, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 } as const
            session.receive({ kind: 'ask', id: ++asked, question: { kind: 'search', request } })
          }
          if (said.kind !== 'answer' || said.answer.kind !== 'search') return
          if (said.answer.value.cards[0]?.paper.title === title) resolve(performance.now() - start)
        }
        session.receive(message)
      }),
    /** Waits for what the worker does when nobody waits for it. */
    quiet: () => new Promise((resolve) => setTimeout(resolve, 5_000)),
  }
}
