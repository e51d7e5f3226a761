/** What composing an edition takes, with two saved searches, at 198 papers and at 10,000. */
import type { Paper } from '../../src/corpus/paper.ts'
import { composeEdition } from '../../src/digest/compose.ts'
import { factsOfNewReader } from '../../src/digest/facts.ts'
import { seedPapers } from '../support/papers.ts'
import { kept, quantile, type Part } from './part.ts'

const RUNS = 5
const SEARCHES = ['diffusion video -survey', '"mixture of experts" OR title:pipeline'].map((query, at) => ({
  id: `s${at}`,
  name: query,
  query,
}))

export const compose: Part = {
  name: 'compose',
  run: () =>
    Promise.resolve([
      {
        title: 'Composing an edition',
        columns: ['papers', 'runs', 'median ms', 'worst ms', 'at most', 'kept'],
        rows: [
          [198, 20],
          [10_000, 100],
        ].map(([papers = 0, allowed = 0]) => {
          const times = timeCompose(papers)
          const median = quantile(times, 0.5)
          return [papers, RUNS, median, Math.max(...times), allowed, kept(median <= allowed)]
        }),
        note: 'in Node; two saved searches, papers whose words were never read before in every run; the real papers over and over',
      },
    ]),
}

function timeCompose(count: number): readonly number[] {
  const facts = { ...factsOfNewReader('2026-11-22'), searches: SEARCHES }
  return Array.from({ length: RUNS }, () => {
    const page = { generation: 'bench', papers: manyPapers(count), topics: [], meaning: null }
    const start = performance.now()
    composeEdition(page, facts)
    return performance.now() - start
  })
}

/** Fresh objects, so that nothing kept of them before can help. */
function manyPapers(count: number): readonly Paper[] {
  const real = seedPapers()
  return Array.from({ length: count }, (_, rank) => {
    const paper = real[rank % real.length] ?? real[0]
    if (!paper) throw new Error('no papers')
    return { ...paper, id: `p${rank}`, rank }
  })
}
