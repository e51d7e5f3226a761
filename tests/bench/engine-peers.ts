/** The engines that are measured side by side, in Node and in a browser's worker alike; two more stand in `engine-more.ts`. */
import { create, insertMultiple, load, save, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import type { Paper, Topic } from '../../src/corpus/paper.ts'
import { NOTHING_STATED } from '../../src/corpus/statements.ts'
import { NO_FILTERS } from '../../src/query/filters.ts'
import { createAnswerer } from '../../src/search/answer.ts'
import { indexPapers, type PackedPapers } from '../../src/search/engine/index-papers.ts'
import { decodePack, encodePack } from '../../src/search/packed/pack-file.ts'
import { countFacets, FACETS, MORE, TEN, TOPIC, type Engine, type Held } from './engine.ts'

export const OURS = 'Offprint'
export const MINI_SEARCH = 'MiniSearch, prefix, fuzzy .2'
export const ORAMA = 'Orama as it comes'

/** Papers of a shard. */
const SHARD = 2_000
const MAKER = 'bench'

/** A pack for each shard, as in the search worker. */
const offprint: Engine = {
  build: (papers, topics) =>
    heldByOurs(
      papers,
      topics,
      shardsOf(papers).map((shard) => ({ papers: shard, pack: indexPapers(shard) })),
    ),
  open: (stored, papers, topics) =>
    heldByOurs(
      papers,
      topics,
      shardsOf(papers).flatMap((shard, at) => {
        const file = stored[at]
        const pack = typeof file === 'object' ? decodePack(file, MAKER) : null
        return pack ? [{ papers: shard, pack }] : []
      }),
    ),
}

function shardsOf(papers: readonly Paper[]): readonly (readonly Paper[])[] {
  return Array.from({ length: Math.ceil(papers.length / SHARD) }, (_, at) => papers.slice(at * SHARD, (at + 1) * SHARD))
}

function heldByOurs(papers: readonly Paper[], topics: readonly Topic[], packs: readonly PackedPapers[]): Held {
  const answer = createAnswerer([], topics)
  answer.update(papers, { topics, stated: NOTHING_STATED }, packs)
  const filtered = { ...NO_FILTERS, topic: [TOPIC] }
  const asked = { sort: 'relevance', offset: 0, limit: TEN } as const
  return {
    ask: (text, how) => answer({ text, filters: how === 'filter' ? filtered : NO_FILTERS, ...asked }).total,
    store: () => packs.map(({ pack }) => encodePack(pack, MAKER)),
  }
}

/** With its best settings of the relevance part; it has no facets, so they are counted over its results. */
const MINI = {
  ...{ idField: 'id', fields: ['title', 'abstract'], storeFields: [...FACETS] },
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
}
const miniSearch: Engine = {
  build: (papers) => {
    const index = new MiniSearch<Paper>(MINI)
    index.addAll(papers)
    return heldByMini(index)
  },
  open: (stored) => heldByMini(MiniSearch.loadJSON<Paper>(String(stored), MINI)),
}

function heldByMini(index: MiniSearch<Paper>): Held {
  const isOfTopic = (topics: unknown): boolean => Array.isArray(topics) && topics.includes(TOPIC)
  return {
    ask: (text, how) => {
      const found = index.search(text, how === 'filter' ? { filter: ({ topics }) => isOfTopic(topics) } : {})
      countFacets(found)
      return found.slice(0, TEN).length && found.length
    },
    store: () => JSON.stringify(index),
  }
}

const SCHEMA = { title: 'string', abstract: 'string', topics: 'enum[]', kind: 'enum', code: 'enum' } as const
const createOrama = () => create({ schema: SCHEMA })

/** As it comes. */
const orama: Engine = {
  build: (papers) => {
    const index = createOrama()
    // One batch: it is then synchronous.
    void insertMultiple(
      index,
      papers.map(({ id, title, abstract, topics, kind, code }) => ({
        id,
        title,
        abstract,
        topics: [...topics],
        kind,
        code,
      })),
      papers.length,
    )
    return heldByOrama(index)
  },
  open: (stored) => {
    const index = createOrama()
    load(index, JSON.parse(String(stored)) as Parameters<typeof load>[1])
    return heldByOrama(index)
  },
}

function heldByOrama(index: ReturnType<typeof createOrama>): Held {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, {}]))
  return {
    ask: (term, how) => {
      const where = how === 'filter' ? { where: { topics: { containsAll: [TOPIC] } } } : {}
      const found = search(index, { term, facets, limit: TEN, ...where })
      if (found instanceof Promise) throw new Error('Orama answers at once where no hook waits.')
      return found.count
    },
    store: () => JSON.stringify(save(index)),
  }
}

const ENGINES: Readonly<Record<string, Engine>> = {
  [OURS]: offprint,
  [MINI_SEARCH]: miniSearch,
  [ORAMA]: orama,
}

/** The names of the engines that are measured; the others where `all` is asked for. */
export function engineNames(all: boolean): readonly string[] {
  return [...Object.keys(ENGINES), ...(all ? MORE : [])]
}

/** An engine by its name. */
export async function openEngine(name: string): Promise<Engine> {
  const engine = ENGINES[name] ?? (await (await import('./engine-more.ts')).openMore(name))
  if (!engine) throw new Error(`There is no engine ${name}.`)
  return engine
}
