/** Which paper stands in which row of the index: a paper whose words are the same keeps its row when the corpus changes. */
import type { Paper } from '../../corpus/paper.ts'
import type { Hit } from './word-index.ts'

type Placed = readonly (readonly [row: number, paper: Paper])[]

export interface Shelf {
  /** By row; undefined where the paper is gone. */
  readonly papers: readonly (Paper | undefined)[]
  /** Rows in page order. */
  readonly rows: readonly number[]
  /** Makes these the papers; says which rows are empty from now on, and which are new. */
  readonly put: (papers: readonly Paper[]) => { readonly gone: Placed; readonly come: Placed }
  /** How many rows it would empty to make these the papers. */
  readonly lost: (papers: readonly Paper[]) => number
  /** Rows of hits that come best first, then by row: equals are put into page order. */
  readonly inOrder: (hits: readonly Hit[]) => readonly number[]
}

export function createShelf(): Shelf {
  const papers: (Paper | undefined)[] = []
  const rowOf = new Map<string, number>()
  let rows: readonly number[] = []
  /** Whether rows count up along the page, as they do until papers come in front of others. */
  let isPageOrder = true

  const rowFor = (paper: Paper): number | undefined => {
    const row = rowOf.get(paper.id)
    return row !== undefined && isSameText(papers[row], paper) ? row : undefined
  }

  const put = (next: readonly Paper[]): ReturnType<Shelf['put']> => {
    const come: [number, Paper][] = []
    const kept = new Set<number>()
    rows = next.map((paper) => {
      const row = rowFor(paper) ?? papers.length
      if (row === papers.length) come.push([row, paper])
      papers[row] = paper
      kept.add(row)
      return row
    })
    const gone: [number, Paper][] = []
    papers.forEach((paper, row) => {
      if (!paper || kept.has(row)) return
      gone.push([row, paper])
      papers[row] = undefined
      rowOf.delete(paper.id)
    })
    for (const [row, { id }] of come) rowOf.set(id, row)
    isPageOrder = rows.every((row, at) => at === 0 || row > (rows[at - 1] ?? 0))
    return { gone, come }
  }

  const inOrder = (hits: readonly Hit[]): readonly number[] => {
    const rank = ({ row }: Hit): number => papers[row]?.rank ?? 0
    const ordered = isPageOrder ? hits : [...hits].sort((a, b) => b.score - a.score || rank(a) - rank(b))
    return ordered.map(({ row }) => row)
  }

  return {
    papers,
    get rows() {
      return rows
    },
    put,
    lost: (next) => rows.length - next.filter((paper) => rowFor(paper) !== undefined).length,
    inOrder,
  }
}

/** The name counts, too: it is looked up by row. */
function isSameText(before: Paper | undefined, { title, abstract, system }: Paper): boolean {
  return before?.title === title && before.abstract === abstract && before.system === system
}
