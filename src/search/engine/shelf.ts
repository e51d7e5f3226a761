/** Which paper stands in which row of the index: a paper whose words are the same keeps its row when the corpus changes. */
import type { Paper } from '../../corpus/paper.ts'

interface Change {
  readonly gone: readonly number[]
  /** New papers, and the row of the first; the others follow it. */
  readonly come: readonly Paper[]
  readonly firstRow: number
}

export interface Shelf {
  /** By row; undefined where the paper is gone, as its row is not used again. */
  readonly papers: readonly (Paper | undefined)[]
  /** By row, its place on the page. */
  readonly places: Uint32Array
  readonly rowOf: (id: string) => number | undefined
  readonly paperOf: (id: string) => Paper | undefined
  /**
   * Makes these the papers; says which rows are empty from now on, and which are new. Null, and all as it was, where
   * more than `most` rows would be empty in all.
   */
  readonly put: (papers: readonly Paper[], most: number) => Change | null
}

export function createShelf(): Shelf {
  const papers: (Paper | undefined)[] = []
  const rowOf = new Map<string, number>()
  /** In page order. */
  let rows: readonly number[] = []
  let places = new Uint32Array(0)

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
    const firstRow = papers.length
    rows = next.map((paper, at) => {
      const row = found[at] ?? papers.length
      if (row === papers.length) rowOf.set(paper.id, row)
      papers[row] = paper
      return row
    })
    const kept = new Uint8Array(papers.length)
    for (const row of rows) kept[row] = 1
    const gone: number[] = []
    for (let row = 0; row < firstRow; row++) {
      const paper = papers[row]
      if (!paper || kept[row] === 1) continue
      gone.push(row)
      papers[row] = undefined
      // Another may have come by its name.
      if (rowOf.get(paper.id) === row) rowOf.delete(paper.id)
    }
    places = new Uint32Array(papers.length)
    rows.forEach((row, place) => (places[row] = place))
    return { gone, come: next.filter((_, at) => found[at] === undefined), firstRow }
  }

  return {
    papers,
    get places() {
      return places
    },
    rowOf: (id) => rowOf.get(id),
    paperOf: (id) => papers[rowOf.get(id) ?? -1],
    put,
  }
}

/** The name counts, too: it is looked up by row. */
function isSameText(before: Paper | undefined, { title, abstract, system }: Paper): boolean {
  return before?.title === title && before.abstract === abstract && before.system === system
}
