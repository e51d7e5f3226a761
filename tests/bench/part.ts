/** What a part of the bench gives: a table of figures, printed and kept alike. */

/** A cell; numbers are printed with at most three digits after the point. */
export type Cell = string | number

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What is promised of these figures, and how they were taken. */
  readonly note: string
}

export interface Options {
  /** Numbers of papers to measure at, where a part has a choice; null for its own. */
  readonly sizes: readonly number[] | null
  /** Whether to measure peers too that take long. */
  readonly all: boolean
}

export interface Part {
  /** The word that runs this part alone: `npm run bench -- NAME`. */
  readonly name: string
  readonly run: (options: Options) => Promise<readonly Table[]>
}

/** The value below which `share` (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** `yes` or `no`, as a table says whether a promise is kept. */
export function kept(promise: boolean): string {
  return promise ? 'yes' : 'no'
}
