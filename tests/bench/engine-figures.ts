/** What is measured of an engine, and how it becomes cells: a step beyond its limit has no figure, and no ratio. */
import type { Times } from './engine-run.ts'
import { quantile, type Cell } from './part.ts'

/** Milliseconds that an index may take to be built, and all queries to be answered. */
export const BUILD_LIMIT = 120_000
export const QUERY_LIMIT = 180_000

export interface Figures {
  readonly build: Times
  readonly facets: Times
  readonly filter: Times
  readonly load: Times
  /** Megabytes that the index adds to a thread that holds the papers; null where that was not reached. */
  readonly memory: number | null
}

export const NOT_REACHED: Figures = { build: null, facets: null, filter: null, load: null, memory: null }

/** Null for what was not reached. */
export function at(times: Times, share: number): number | null {
  return times === null || times.length === 0 ? null : quantile(times, share)
}

/** How many times as much; null where one of the two was not reached. */
export function ratio(much: number | null, little: number | null): number | null {
  return much === null || little === null ? null : much / little
}

/** A figure, or the words for none. */
export function cell(value: number | null, none = '> limit'): Cell {
  return value ?? none
}

/** The exponent e of time ~ papers^e, by least squares over logarithms; null for fewer than two sizes. */
export function exponent(points: readonly (readonly [papers: number, ms: number])[]): number | null {
  if (points.length < 2) return null
  const logs = points.map(([papers, ms]) => [Math.log(papers), Math.log(ms)] as const)
  const mean = (of: 0 | 1): number => logs.reduce((sum, point) => sum + point[of], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const slope = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  return slope / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}
