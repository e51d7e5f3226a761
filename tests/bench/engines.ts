/** Offprint's search beside MiniSearch and Orama as it comes, with `--all` beside SQLite and FlexSearch too: build, load, queries and memory at growing numbers of papers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paperSet, TOPICS } from '../support/paper-set.ts'
import { buildWorker, measureInBrowser } from './engine-browser.ts'
import { at, BUILD_LIMIT, cell, exponent, NOT_REACHED, QUERY_LIMIT, ratio, type Figures } from './engine-figures.ts'
import { measureInNode } from './engine-node.ts'
import { engineNames, MINI_SEARCH, ORAMA, OURS } from './engine-peers.ts'
import type { Job } from './engine-run.ts'
import { kept, type Cell, type Part, type Table } from './part.ts'
import { prefixes, readQueries } from './queries.ts'

const SIZES = [198, 1_000, 10_000, 100_000]
/** From so many papers on, every tenth prefix is asked: the peers take a second for some. */
const LARGE = 5_000
const SPREAD = 10

const GROWTH = 0.9
const JOB = 'job.json'
const NOTE = [
  `build: until the first answer; load: from what was stored, likewise; – where that is longer than any text can be, or not done at once`,
  `queries: every prefix of the judged queries, from ${LARGE} papers on every ${SPREAD}th, the same for each engine; counts of topics, kinds and code over all that fits; filtered: by a topic as well, every fifth; ten results, ours marked`,
  `a query’s time is the median of five rounds, or of as many as began within 10 s; MB: what the index adds to a thread that holds the papers`,
  `> limit: more than ${BUILD_LIMIT / 1000} s to build, or ${QUERY_LIMIT / 1000} s for the queries; then there is no ratio`,
].join('; ')

type OfEach = ReadonlyMap<string, Figures>
/** By the number of papers, then by engine. */
type Measured = ReadonlyMap<number, OfEach>

export const engines: Part = {
  name: 'engines',
  run: async ({ sizes, all }) => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'))
    try {
      await writeFile(join(folder, 'index.html'), '<!doctype html><title>Bench</title>')
      await buildWorker(folder)
      const [browser, node] = [new Map<number, OfEach>(), new Map<number, OfEach>()]
      for (const papers of sizes ?? SIZES) {
        await writeFile(join(folder, JOB), JSON.stringify(jobOf(papers)))
        browser.set(papers, await ofEach(all, (engine) => measureInBrowser(folder, JOB, engine)))
        node.set(papers, await ofEach(all, (engine) => measureInNode(join(folder, JOB), engine)))
      }
      return [asked(browser), table('a worker of Chromium', browser), table('Node', node)]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function jobOf(papers: number): Job {
  const all = readQueries().flatMap(({ query }) => prefixes(query))
  return {
    ...{ papers: paperSet(papers), topics: TOPICS, limit: QUERY_LIMIT },
    queries: papers < LARGE ? all : all.filter((_, n) => n % SPREAD === 0),
  }
}

async function ofEach(all: boolean, measure: (engine: string) => Promise<Figures>): Promise<OfEach> {
  const figures = new Map<string, Figures>()
  for (const engine of engineNames(all)) figures.set(engine, await measure(engine))
  return figures
}

function table(where: string, measured: Measured): Table {
  const row = (papers: number, engine: string, figures: Figures, ours: Figures): readonly Cell[] => {
    const { build, facets, filter, load, memory } = figures
    const p95 = at(facets, 0.95)
    const none = build === null ? '> limit' : '–'
    return [
      ...[papers, engine, cell(at(build, 0.5)), cell(at(load, 0.5), none)],
      ...[0.5, 0.95, 0.99].map((share) => cell(at(facets, share))),
      ...[cell(at(filter, 0.95)), cell(memory, '–')],
      ...[cell(ratio(p95, at(ours.facets, 0.95))), cell(ratio(at(ours.build, 0.5), at(build, 0.5)))],
    ]
  }
  return {
    title: `Engines in ${where}`,
    columns: [
      'papers',
      'engine',
      'build ms',
      'load ms',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'filtered p95',
      'MB',
      'p95 ÷ ours',
      'our build ÷ its',
    ],
    rows: [...measured].flatMap(([papers, figures]) =>
      [...figures].map(([engine, one]) => row(papers, engine, one, figures.get(OURS) ?? one)),
    ),
    note: NOTE,
  }
}

/** What is promised, by the number of papers. */
const ASKED: readonly {
  readonly what: string
  readonly by: 'at most' | 'at least'
  readonly limits: Readonly<Record<number, number>>
  readonly of: (ours: Figures, peer: (engine: string) => Figures) => number | null
}[] = [
  {
    what: 'p95 ms, facets on',
    by: 'at most',
    limits: { 198: 0.2, 10_000: 1.8, 100_000: 15 },
    of: ({ facets }) => at(facets, 0.95),
  },
  {
    ...{ what: 'p95 of Orama as it comes ÷ ours', by: 'at least', limits: { 198: 5, 10_000: 30, 100_000: 100 } },
    of: ({ facets }, peer) => ratio(at(peer(ORAMA).facets, 0.95), at(facets, 0.95)),
  },
  { what: 'MB above the papers', by: 'at most', limits: { 10_000: 15, 100_000: 80 }, of: ({ memory }) => memory },
  { what: 'load ms', by: 'at most', limits: { 198: 5, 10_000: 40, 100_000: 250 }, of: ({ load }) => at(load, 0.5) },
  {
    ...{ what: 'build ÷ that of MiniSearch', by: 'at most', limits: { 198: 1, 10_000: 0.5, 100_000: 0.5 } },
    of: ({ build }, peer) => ratio(at(build, 0.5), at(peer(MINI_SEARCH).build, 0.5)),
  },
]

function asked(measured: Measured): Table {
  const rows = ASKED.flatMap(({ what, by, limits, of }) =>
    Object.entries(limits).flatMap(([papers, limit]): readonly (readonly Cell[])[] => {
      const figures = measured.get(Number(papers))
      if (!figures) return []
      const value = of(figures.get(OURS) ?? NOT_REACHED, (engine) => figures.get(engine) ?? NOT_REACHED)
      if (value === null) return [[what, Number(papers), '> limit', by, limit, '–']]
      return [[what, Number(papers), value, by, limit, kept(by === 'at most' ? value <= limit : value >= limit)]]
    }),
  )
  const growth = exponent(
    [...measured].flatMap(([papers, figures]) => {
      const p50 = at(figures.get(OURS)?.facets ?? null, 0.5)
      return p50 === null || papers < 1_000 ? [] : [[papers, p50] as const]
    }),
  )
  const grown =
    growth === null
      ? []
      : [['growth of p50, exponent', '1,000 and more', growth, 'at most', GROWTH, kept(growth <= GROWTH)]]
  return {
    title: 'What is asked of the search, in a worker of Chromium',
    columns: ['what', 'papers', 'measured', '', 'asked', 'kept'],
    rows: [...rows, ...grown],
    note: 'the figures stand in the tables below',
  }
}
