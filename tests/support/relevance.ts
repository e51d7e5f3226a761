/** How well a ranking of the 198 papers serves the judged queries, by the collection's own score.mjs. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readQueries } from '../bench/queries.ts'

/** Means over queries: a grade-2 paper first, among the first five; reciprocal rank of the first relevant; nDCG@10. */
export interface Scores {
  readonly queries: number
  readonly first: number
  readonly five: number
  readonly mrr: number
  readonly ndcg: number
}

/** Scores by kind of query, and over all of them as `ALL`; `rank` gives paper numbers, best first. */
export function scoreRelevance(rank: (query: string) => readonly number[]): ReadonlyMap<string, Scores> {
  const run = Object.fromEntries(readQueries().map(({ id, query }) => [id, rank(query)]))
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'))
  try {
    const file = join(folder, 'run.json')
    writeFileSync(file, JSON.stringify(run))
    const table = execFileSync(process.execPath, ['tests/golden/relevance/score.mjs', file], { encoding: 'utf8' })
    return new Map(table.trim().split('\n').slice(1).map(readRow))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `need             9  0.444  0.667  0.548  0.502 0` */
function readRow(line: string): readonly [string, Scores] {
  const [kind = '', ...cells] = line.trim().split(/\s+/)
  const [queries = NaN, first = NaN, five = NaN, mrr = NaN, ndcg = NaN] = cells.map(Number)
  return [kind, { queries, first, five, mrr, ndcg }]
}
