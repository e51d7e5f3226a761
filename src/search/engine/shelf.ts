/** Which paper stands in which row of the index: a paper whose words are the same keeps its row when the corpus changes. */
import type { Paper } from '../../corpus/paper.ts'
import type { Hit } from './word-index.ts'

interface Change {
  readonly gone: readonly number[]
  readonly come: readonly (readonly [row: number, paper: Paper])[]
}

export interface Shelf {
  /** By row; undefined where the paper is gone. */
  readonly papers: readonly (Paper | undefined)[]
  /** Rows in page order. */
  readonly rows: readonly number[]
  /**
   * Makes these the papers; says which rows are empty from now on, and which are new. Null, and all as it was, where
   * more than `most` rows would be empty in all.
   */
  readonly put: (papers: readonly Paper[], most: number) => Change | null
  /** Rows of hits that come best first, then by row: equals are put into page order. */
  readonly inOrder: (hits: readonly Hit[]) => readonly number[]
}

export function createShelf(): Shelf {
  const papers: (Paper | undefined)[] = []
  const rowOf = new Map<string, number>()
  let rows: readonly number[] = []
  /** Whether rows count up along the page, as they do until papers come in front of others. */
  let isPageOrder = true

  /** The row of each paper, where it has one; most follow each other as before, and are not looked up. */
  const rowsFor = (next: readonly Paper[]): readonly (number | undefined)[] => {
    let after = 0
    return next.map((paper) => {
      const expected = rows[after]
      const follows = expected !== undefined && papers[expected]?.id === paper.id
      if (follows) after += 1
      const row = follows ? expected : rowOf.get(paper.id)
      if (!follows && row !== undefined && row === rows[after + 1]) after += 2 // one that is gone
      return row !== undefined && isSameText(papers[row], paper) ? row : undefined
    })
  }

  const put: Shelf['put'] = (next, most) => {
    const found = rowsFor(next)
    if (papers.length - found.filter((row) => row !== undefined).length > most) return null
    const come: [number, Paper][] = []
    rows = next.map((paper, at) => {
      const row = found[at] ?? papers.length
      if (row === papers.length) come.push([row, paper])
      papers[row] = paper
      return row
    })
    const kept = new Uint8Array(papers.length)
    for (const row of rows) kept[row] = 1
    const gone: number[] = []
    papers.forEach((paper, row) => {
      if (!paper || kept[row] === 1) return
      gone.push(row)
      papers[row] = undefined
      rowOf.delete(paper.id)
    })
    for (const [row, { id }] of come) rowOf.set(id, row)
    isPageOrder = rows.every((row, at) => at === 0 || row > (rows[at - 1] ?? 0))
    return { gone, come }
  }

  return {
    papers,
    get rows() {
      return rows
    },
    put,
    inOrder: (hits) => (isPageOrder ? hits.map(({ row }) => row) : withEqualsInOrder(hits, papers)),
  }
}

/** The name counts, too: it is looked up by row. */
function isSameText(before: Paper | undefined, { title, abstract, system }: Paper): boolean {
  return before?.title === title && before.abstract === abstract && before.system === system
}

/** Rows of hits, best first: only runs of equals may be out of order, and most have one hit. */
function withEqualsInOrder(hits: readonly Hit[], papers: readonly (Paper | undefined)[]): readonly number[] {
  const rows = hits.map(({ row }) => row)
  const rank = (row: number): number => papers[row]?.rank ?? 0
  for (let from = 0, to = 0; from < hits.length; from = to) {
    while (to < hits.length && hits[to]?.score === hits[from]?.score) to++
    if (to - from === 1) continue
    const run = rows.slice(from, to).sort((a, b) => rank(a) - rank(b))
    run.forEach((row, at) => (rows[from + at] = row))
  }
  return rows
}
