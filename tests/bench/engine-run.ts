/** Measures one engine, step by step, on whatever thread it runs. */
import type { Paper, Topic } from '../../src/corpus/paper.ts'
import { quantile } from './part.ts'
import type { Engine, Held, How } from './engine.ts'

export interface Job {
  readonly papers: readonly Paper[]
  readonly topics: readonly Topic[]
  readonly queries: readonly string[]
  /** Milliseconds that the queries may take in all. */
  readonly limit: number
}

export const STEPS = ['build', 'facets', 'filter', 'load'] as const
export type Step = (typeof STEPS)[number]
/** Milliseconds, one a query or one in all; null beyond the limit, or where the engine has no such step. */
export type Times = readonly number[] | null

/** Builds of a small index, of which the median counts. */
const BUILDS = 5
const SMALL = 1_000
/** Asked first, so that the code is warm. */
const WARM = 100
/** All queries are asked again until so many milliseconds went by, five times at most: a time is the median. */
const ENOUGH = 10_000
const ROUNDS = 5
/** With a filter every fifth query will do. */
const SPREAD = 5

/** Runs the steps in their order; what is built stays for the next. */
export function createRun(peer: Engine, { papers, topics, queries: all, limit }: Job): (step: Step) => Times {
  let held: Held | null = null
  /** Until it has answered. */
  const timed = (make: () => Held): number => {
    const start = performance.now()
    held = make()
    held.ask('a', 'facets')
    return performance.now() - start
  }
  const ask = (how: How): Times => {
    const queries = how === 'filter' ? all.filter((_, n) => n % SPREAD === 0) : all
    if (papers.length <= SMALL) for (const query of queries.slice(0, WARM)) held?.ask(query, how)
    const first = performance.now()
    const times: number[][] = queries.map(() => [])
    for (let round = 0; round === 0 || (round < ROUNDS && performance.now() - first < ENOUGH); round++)
      for (const [at, query] of queries.entries()) {
        const start = performance.now()
        held?.ask(query, how)
        const end = performance.now()
        if (end - first > limit) return null
        times[at]?.push(end - start)
      }
    return times.map((rounds) => quantile(rounds, 0.5))
  }
  const open = (): Times => {
    const stored = attempt(() => held?.store())
    return stored === undefined ? null : [timed(() => peer.open(stored, papers, topics))]
  }
  return (step) => {
    if (step === 'load') return open()
    if (step !== 'build') return ask(step)
    const builds = papers.length <= SMALL ? BUILDS : 1
    return Array.from({ length: builds }, () => timed(() => peer.build(papers, topics)))
  }
}

/** Text of more than 512 MB cannot be made. */
function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
