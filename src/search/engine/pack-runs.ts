/** Which of the papers that come to a shelf come in packs. */
import type { Paper } from '../../corpus/paper.ts'
import type { Pack } from '../packed/pack.ts'
import type { PackedPapers } from './index-papers.ts'

/** Papers for rows one after another; null without a pack of them. */
interface Run {
  readonly row: number
  readonly papers: readonly Paper[]
  readonly pack: Pack | null
}

/** Cuts papers, for rows from the first on, into runs: whole packs, and what lies between. */
export function packRuns(papers: readonly Paper[], firstRow: number, packs: readonly PackedPapers[]): readonly Run[] {
  const packOf = new Map(packs.map((packed) => [packed.papers[0], packed]))
  const runs: Run[] = []
  let open = 0
  const close = (end: number): void => {
    if (end > open) runs.push({ row: firstRow + open, papers: papers.slice(open, end), pack: null })
  }
  for (let at = 0; at < papers.length;) {
    const packed = packOf.get(papers[at])
    if (!packed?.papers.every((paper, behind) => papers[at + behind] === paper)) {
      at += 1
      continue
    }
    close(at)
    runs.push({ row: firstRow + at, ...packed })
    at += packed.papers.length
    open = at
  }
  close(papers.length)
  return runs
}
