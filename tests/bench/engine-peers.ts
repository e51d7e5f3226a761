/** The engines that are measured side by side, each behind the same face, in Node and in a browser's worker alike. */
import { create, insertMultiple, load, save, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import type { Paper, Topic } from '../../src/corpus/paper.ts'
import { NO_FILTERS } from '../../src/query/filters.ts'
import { createAnswerer } from '../../src/search/answer.ts'

/** What is asked with every query: counts of topics, kinds and code over all that fits, or papers of one topic alone too. */
export type How = 'facets' | 'filter'

/** An engine that holds its papers; `ask` gives ten results, and says how many there are. */
export interface Held {
  readonly ask: (text: string, how: How) => number
  /** The index as it would be stored; absent where the engine has no way. */
  readonly store?: () => string
}

export interface Engine {
  readonly build: (papers: readonly Paper[], topics: readonly Topic[]) => Held
  /** From what was stored. */
  readonly open?: (stored: string) => Held
}

export const OURS = 'Offprint'
export const MINI_SEARCH = 'MiniSearch, prefix, fuzzy .2'
export const ORAMA = 'Orama as it comes'
/** The only topic that is asked for. */
const TOPIC = 't3'
const TEN = 10
const FACETS = ['topics', 'kind', 'code'] as const

const offprint: Engine = {
  build: (papers, topics) => {
    const answer = createAnswerer(papers, topics)
    const filtered = { ...NO_FILTERS, topic: [TOPIC] }
    const ask: Held['ask'] = (text, how) =>
      answer({ text, filters: how === 'filter' ? filtered : NO_FILTERS, sort: 'relevance', offset: 0, limit: TEN })
        .total
    return { ask }
  },
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
  open: (stored) => heldByMini(MiniSearch.loadJSON<Paper>(stored, MINI)),
}

function heldByMini(index: MiniSearch<Paper>): Held {
  const isOfTopic = (topics: unknown): boolean => Array.isArray(topics) && topics.includes(TOPIC)
  return {
    ask: (text, how) => {
      const found = index.search(text, how === 'filter' ? { filter: ({ topics }) => isOfTopic(topics) } : {})
      const counts = new Map<unknown, number>()
      for (const one of found)
        for (const facet of FACETS)
          for (const value of [one[facet] as unknown].flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
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
    load(index, JSON.parse(stored) as Parameters<typeof load>[1])
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

export const ENGINES: Readonly<Record<string, Engine>> = {
  [OURS]: offprint,
  [MINI_SEARCH]: miniSearch,
  [ORAMA]: orama,
}
