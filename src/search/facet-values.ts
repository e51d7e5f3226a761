/** The values that papers have in one group, as numbers by row. */

export interface Values {
  /** What the numbers stand for. */
  readonly names: readonly string[]
  /** By row, where its numbers begin; they end where those of the next row begin. */
  readonly starts: Uint32Array
  readonly numbers: Uint16Array
}

/** Those of rows from 0 on in several groups: each row is looked at once, as most of the time goes into finding it. */
export function listValues<Row>(
  rows: readonly Row[],
  groups: readonly ((row: Row) => readonly string[])[],
): readonly Values[] {
  const lists = groups.map((valuesOf) => {
    return {
      valuesOf,
      numberOf: new Map<string, number>(),
      starts: new Uint32Array(rows.length + 1),
      numbers: new Array<number>(),
    }
  })
  rows.forEach((row, at) => {
    for (const { valuesOf, numberOf, starts, numbers } of lists) {
      for (const value of valuesOf(row)) {
        const known = numberOf.get(value) ?? numberOf.size
        if (known === numberOf.size) numberOf.set(value, known)
        numbers.push(known)
      }
      starts[at + 1] = numbers.length
    }
  })
  return lists.map(({ numberOf, starts, numbers }) => {
    return { names: [...numberOf.keys()], starts, numbers: new Uint16Array(numbers) }
  })
}

/** `each` tells every row's values, in any order, twice the same. */
export function createValues(rows: number, each: (tell: (row: number, value: string) => void) => void): Values {
  const numberOf = new Map<string, number>()
  const starts = new Uint32Array(rows + 1)
  each((row, value) => {
    if (!numberOf.has(value)) numberOf.set(value, numberOf.size)
    starts[row + 1] = (starts[row + 1] ?? 0) + 1
  })
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
  const numbers = new Uint16Array(starts[rows] ?? 0)
  const next = starts.slice()
  each((row, value) => {
    const at = next[row] ?? 0
    numbers[at] = numberOf.get(value) ?? 0
    next[row] = at + 1
  })
  return { names: [...numberOf.keys()], starts, numbers }
}
