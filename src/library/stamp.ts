/** What the writing and the merging of records share: when they changed, and whether they say the same. */

/** A stamp that is later than what it follows, whatever became of the clock. */
export function nextStamp(now: number, before: number): number {
  return Math.min(Math.max(now, before + 1), Number.MAX_SAFE_INTEGER)
}

/** Whether two records say the same, whenever they were written. */
export function sameData(a: { readonly data: unknown }, b: { readonly data: unknown }): boolean {
  return canonical(a.data) === canonical(b.data)
}

/** JSON with sorted keys: the same data give the same text. */
export function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
