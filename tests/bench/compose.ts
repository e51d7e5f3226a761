/** What composing an edition takes for a reader who saved papers and searches, at 198 papers and at 10,000. */
import { readFileSync } from 'node:fs'
import type { Paper } from '../../src/corpus/paper.ts'
import { statementsOf } from '../../src/corpus/statements.ts'
import { composeEdition } from '../../src/digest/compose.ts'
import { factsOfNewReader, type EditionFacts, type Page } from '../../src/digest/facts.ts'
import { decodeBasis } from '../../src/meaning/basis.ts'
import { openMeaning } from '../../src/meaning/meaning.ts'
import { encodeVectors } from '../../src/meaning/vectors.ts'
import { pullsOf } from '../../src/search/pulls.ts'
import { seedPapers } from '../support/papers.ts'
import { kept, quantile, type Part } from './part.ts'

const RUNS = 9
const SAVED = 20
const SEARCHES = ['diffusion video -survey', '"mixture of experts" OR title:pipeline'].map((query, at) => ({
  id: `s${at}`,
  name: query,
  query,
}))
/** How often the real page stands in the corpus, and the milliseconds that an edition of it may take. */
const SIZES = [
  { pages: 1, allowed: 20 },
  { pages: 51, allowed: 100 },
] as const

export const compose: Part = {
  name: 'compose',
  run: () =>
    Promise.resolve([
      {
        title: 'Composing an edition',
        columns: ['papers', 'saved papers', 'saved searches', 'median ms', 'worst ms', 'at most', 'kept'],
        rows: SIZES.flatMap(({ pages, allowed }) =>
          [[], SEARCHES].map((searches) => {
            const { papers, times } = timeCompose(pages, searches)
            const median = quantile(times, 0.5)
            return [papers, SAVED, searches.length, median, Math.max(...times), allowed, kept(median <= allowed)]
          }),
        ),
        note: `in Node, ${RUNS} runs, each over papers whose words were never read before; the real papers and their vectors over and over`,
      },
    ]),
}

function timeCompose(
  pages: number,
  searches: EditionFacts['searches'],
): { readonly papers: number; readonly times: readonly number[] } {
  const real = seedPapers()
  const saved = real.slice(0, SAVED).map(({ id, title }) => ({ id: `0 ${id}`, title, day: '2026-11-21' }))
  const facts = { ...factsOfNewReader('2026-11-22'), saved, searches }
  const times = Array.from({ length: RUNS }, () => {
    const page = pageOf(pages, real)
    const start = performance.now()
    composeEdition(page, facts)
    return performance.now() - start
  })
  return { papers: pages * real.length, times }
}

/** Fresh objects, so that nothing kept of them before can help. */
function pageOf(pages: number, real: readonly Paper[]): Page {
  const papers = Array.from({ length: pages }, (_, page) =>
    real.map((paper, at) => ({ ...paper, id: `${page} ${paper.id}`, rank: page * real.length + at })),
  ).flat()
  const basis = new Uint8Array(readFileSync('data/basis.bin'))
  const read = decodeBasis(basis)
  if (!read.ok) throw new Error(read.error)
  const shard = { vectors: encodeVectors(real, read.value), papers: real.length }
  const opened = openMeaning(papers, { basis, shards: Array.from({ length: pages }, () => shard) })
  if (!opened.ok) throw new Error(opened.error)
  return {
    generation: 'bench',
    papers,
    topics: [],
    stated: statementsOf(papers),
    dated: false,
    trending: false,
    meaning: pullsOf(papers, opened.value),
  }
}
