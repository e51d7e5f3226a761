/** The judged queries of tests/golden/relevance, and how well a ranking of the 198 papers serves them. */
import { readQueries, type Query } from '../bench/queries.ts'

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
  const groups = new Map<string, Scores[]>()
  for (const judged of readQueries()) {
    const scores = scoreQuery(judged, rank(judged.query))
    for (const key of [judged.type, 'ALL']) groups.set(key, [...(groups.get(key) ?? []), scores])
  }
  return new Map([...groups].sort().map(([key, all]) => [key, meanOf(all)]))
}

/** The same measures as score.mjs beside the queries. */
function scoreQuery({ relevant }: Query, ranking: readonly number[]): Scores {
  const grades = ranking.map((paper) => relevant[String(paper)] ?? 0)
  const ideal = Object.values(relevant).sort((a, b) => b - a)
  const exact = Math.max(1, ideal[0] ?? 0)
  const found = grades.findIndex((grade) => grade > 0)
  return {
    queries: 1,
    first: Number((grades[0] ?? 0) >= exact),
    five: Number(grades.slice(0, 5).some((grade) => grade >= exact)),
    mrr: found < 0 ? 0 : 1 / (found + 1),
    ndcg: gain(grades) / gain(ideal),
  }
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
}

function meanOf(all: readonly Scores[]): Scores {
  const mean = (key: keyof Scores): number => all.reduce((sum, scores) => sum + scores[key], 0) / all.length
  return { queries: all.length, first: mean('first'), five: mean('five'), mrr: mean('mrr'), ndcg: mean('ndcg') }
}
