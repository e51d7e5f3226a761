/** How well the app's ranking serves the judged queries, beside MiniSearch with its best settings and stock Orama. */
import { create, insertMultiple, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import { NO_FILTERS } from '../../src/query/filters.ts'
import { createAnswerer } from '../../src/search/answer.ts'
import { meantBy } from '../support/meant.ts'
import { scoreRelevance, type Scores } from '../support/relevance.ts'
import { seedPapers } from '../support/seed.ts'
import { quantile, type Part, type Table } from './part.ts'
import { prefixes, readQueries } from './queries.ts'

type Ask = (query: string) => readonly number[]

export const relevance: Part = {
  name: 'relevance',
  run: () => {
    const engines = {
      Offprint: offprint(true),
      'Offprint, by words alone': offprint(false),
      'MiniSearch, prefix, fuzzy .2, title ×3': miniSearch(),
      'Orama as it comes': stockOrama(),
    }
    return Promise.resolve([scores(engines), latency(engines)])
  },
}

function offprint(meaning: boolean): Ask {
  const papers = seedPapers()
  const answer = createAnswerer(papers, [])
  if (meaning) answer.understand(meantBy(papers))
  return (text) =>
    answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 }).cards.map(({ paper }) => paper.rank)
}

function miniSearch(): Ask {
  const peer = new MiniSearch({ fields: ['title', 'abstract'], idField: 'rank' })
  peer.addAll(seedPapers())
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 3 } }
  return (text) => peer.search(text, options).map(({ id }) => Number(id))
}

function stockOrama(): Ask {
  const peer = create({ schema: { title: 'string', abstract: 'string' } as const })
  const rows = new Map<string, number>()
  void insertMultiple(
    peer,
    seedPapers().map(({ id, title, abstract, rank }) => {
      rows.set(id, rank)
      return { id, title, abstract }
    }),
    1_000, // one batch: it is then synchronous
  )
  return (term) => {
    const found = search(peer, { term })
    if (found instanceof Promise) throw new Error('Orama answers at once where no hook waits.')
    return found.hits.map(({ id }) => rows.get(id) ?? -1)
  }
}

function scores(engines: Readonly<Record<string, Ask>>): Table {
  const row = (engine: string, kind: string, { queries, first, five, mrr, ndcg }: Scores) =>
    [engine, kind, queries, first, five, mrr, ndcg] as const
  return {
    title: 'Judged queries',
    columns: ['engine', 'kind', 'queries', 'first', 'in five', 'MRR', 'nDCG@10'],
    rows: Object.entries(engines).flatMap(([engine, ask]) =>
      [...scoreRelevance(ask)].map(([kind, mean]) => row(engine, kind, mean)),
    ),
    note: 'score.mjs of tests/golden/relevance, its development part; first, in five: an exactly fitting paper',
  }
}

/** Each query asked after every key, in one thread: what the worker takes, without the way there and back. */
function latency(engines: Readonly<Record<string, Ask>>): Table {
  const typed = readQueries().flatMap(({ query }) => prefixes(query))
  return {
    title: 'Time of an answer',
    columns: ['engine', 'queries', 'median ms', 'p95 ms'],
    rows: Object.entries(engines).map(([engine, ask]) => {
      typed.forEach(ask) // warm, as after the first words typed
      const times = typed.map((query) => {
        const start = performance.now()
        ask(query)
        return performance.now() - start
      })
      return [engine, times.length, quantile(times, 0.5), quantile(times, 0.95)]
    }),
    note: 'the judged queries typed key by key, in Node; ten results, for Offprint with facets and marks',
  }
}
