/** Picks from a row of papers so that one kind or topic does not crowd out the rest. */
import type { Paper } from '../corpus/paper.ts'

/** What counts against a place in the row: half place, half likeness to what stands already. */
const PLACE = 0.5
/** Of a likeness, the part of the topics; the rest is the kind's. */
const TOPICS = 0.75
/** How far down the row it looks, in editions: further down, a paper waits for a later day. */
const REACH = 4
/** So many in a row may be of one kind, or of one first topic, while the row has others within reach. */
const LONGEST_RUN = 3

/**
 * The next `count` of a row, the best first, for an edition of `size` in which `before` stands already: by maximal
 * marginal relevance, where relevance falls evenly with the place in the row, and likeness is shared topics and kind.
 */
export function mix<One extends { readonly paper: Paper }>(
  row: readonly One[],
  count: number,
  size: number,
  before: readonly Paper[],
): readonly One[] {
  const picked: One[] = []
  const stand = [...before]
  const reach = Math.max(REACH * size, count)
  const left = row.slice(0, reach).map((one, place) => ({
    one,
    worth: PLACE * (1 - place / reach),
    likeness: Math.max(0, ...before.map((other) => likeness(one.paper, other))),
  }))
  while (picked.length < count && left.length > 0) {
    const others = left.filter(({ one }) => !lengthensRun(stand, one.paper))
    const next = best(others.length > 0 ? others : left)
    left.splice(left.indexOf(next), 1)
    picked.push(next.one)
    stand.push(next.one.paper)
    for (const one of left) one.likeness = Math.max(one.likeness, likeness(one.one.paper, next.one.paper))
  }
  return picked
}

interface Candidate {
  readonly worth: number
  likeness: number
}

/** The first of the best, so that ties follow the row. */
function best<One extends Candidate>(candidates: readonly One[]): One {
  const value = ({ worth, likeness: like }: Candidate): number => worth - (1 - PLACE) * like
  return candidates.reduce((first, next) => (value(next) > value(first) ? next : first))
}

/** From 0, nothing in common, to 1. */
function likeness(a: Paper, b: Paper): number {
  const shared = a.topics.filter((topic) => b.topics.includes(topic)).length
  const all = a.topics.length + b.topics.length - shared
  return TOPICS * (all === 0 ? 0 : shared / all) + (a.kind === b.kind ? 1 - TOPICS : 0)
}

function lengthensRun(stand: readonly Paper[], next: Paper): boolean {
  const run = stand.slice(-LONGEST_RUN)
  if (run.length < LONGEST_RUN) return false
  return run.every(({ kind }) => kind === next.kind) || run.every(({ topics: [first] }) => first === next.topics[0])
}
