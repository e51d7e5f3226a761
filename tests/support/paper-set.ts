/** Papers to measure engines on: the real ones, then made ones, with kinds, code and topics dealt out in turn. */
import { CODE_STATES, KINDS, type Paper, type Topic } from '../../src/corpus/paper.ts'
import { madePapers } from './made-papers.ts'
import { paper, seedPapers } from './papers.ts'

/** As many topics as the compiler's table has, about. */
export const TOPICS: readonly Topic[] = Array.from({ length: 24 }, (_, n) => ({ id: `t${n}`, label: `Topic ${n}` }))

/** So many papers, the same ones each time, in page order. */
export function paperSet(count: number): readonly Paper[] {
  const real = seedPapers().slice(0, count)
  const made = madePapers(count - real.length).map((one, n) =>
    paper({ ...one, id: `made-${n}`, rank: real.length + n }),
  )
  return [...real, ...made].map((one, n) => ({
    ...one,
    kind: KINDS[n % KINDS.length] ?? 'method',
    code: CODE_STATES[n % CODE_STATES.length] ?? 'none',
    topics: [...new Set([n, n * 7 + 3])].map((at) => TOPICS[at % TOPICS.length]?.id ?? ''),
  }))
}
