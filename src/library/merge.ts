/** How two libraries become one: record by record, by a rule under which order and repetition make no difference. */
import { isLater, keyOf, type Envelope } from './record.ts'

/** What a merge does to one thing; `older` and `same` leave the present as it is. */
export type Effect = 'new' | 'changed' | 'removed' | 'older' | 'same'

export interface Difference {
  readonly effect: Effect
  readonly before: Envelope | null
  readonly after: Envelope
}

/** What to write, and what that means for the reader. */
export interface MergePlan {
  readonly puts: readonly Envelope[]
  readonly differences: readonly Difference[]
}

/**
 * Whether `a` takes the place of `b`: the later version of form wins, then the later change, then what is there over
 * what is gone, then the greater text. A total order, so merging is commutative, associative and idempotent.
 */
export function wins(a: Envelope, b: Envelope): boolean {
  if (a.v !== b.v) return a.v > b.v
  if (a.changed !== b.changed) return a.changed > b.changed
  if ((a.data === null) !== (b.data === null)) return b.data === null
  return canonical(a.data) > canonical(b.data)
}

/** Takes into the present what wins over it. */
export function planMerge(present: ReadonlyMap<string, Envelope>, incoming: Iterable<Envelope>): MergePlan {
  const differences = winners(incoming).map((after): Difference => {
    const before = present.get(keyOf(after)) ?? null
    return { before, after, effect: effectOf(before, after) }
  })
  const puts = differences.filter(({ before, after }) => !before || wins(after, before)).map(({ after }) => after)
  return { puts, differences }
}

/**
 * Makes the present what is incoming: what the incoming does not have is marked as gone, what it has is put on top.
 * Records of a later build stay: this one does not know what it would take away.
 */
export function planReplace(
  present: ReadonlyMap<string, Envelope>,
  incoming: Iterable<Envelope>,
  now: number,
): MergePlan {
  const after = new Map(winners(incoming).map((envelope) => [keyOf(envelope), envelope]))
  const puts: Envelope[] = []
  const differences: Difference[] = []
  for (const [key, before] of present) {
    const gone: Envelope = { ...before, data: null }
    const wanted = after.get(key) ?? gone
    after.delete(key)
    const kept = isLater(before) || sameData(before, wanted)
    const changed = wanted.changed > before.changed ? wanted.changed : nextStamp(now, before.changed)
    const put = kept ? before : { ...wanted, changed }
    if (!kept) puts.push(put)
    differences.push({ before, after: put, effect: kept ? 'same' : put.data === null ? 'removed' : 'changed' })
  }
  for (const envelope of after.values()) {
    puts.push(envelope)
    differences.push({ before: null, after: envelope, effect: effectOf(null, envelope) })
  }
  return { puts, differences }
}

/** A stamp that is later than what it follows, whatever became of the clock. */
export function nextStamp(now: number, before: number): number {
  return Math.min(Math.max(now, before + 1), Number.MAX_SAFE_INTEGER)
}

/** Whether two records say the same, whenever they were written. */
export function sameData(a: { readonly data: unknown }, b: { readonly data: unknown }): boolean {
  return canonical(a.data) === canonical(b.data)
}

function effectOf(before: Envelope | null, after: Envelope): Effect {
  if (!before) return after.data === null ? 'same' : 'new'
  if (sameData(before, after)) return 'same'
  if (!wins(after, before)) return 'older'
  if (after.data === null) return 'removed'
  return before.data === null ? 'new' : 'changed'
}

/** One record a thing, also where a file tells of it twice. */
function winners(incoming: Iterable<Envelope>): readonly Envelope[] {
  const best = new Map<string, Envelope>()
  for (const envelope of incoming) {
    const rival = best.get(keyOf(envelope))
    if (!rival || wins(envelope, rival)) best.set(keyOf(envelope), envelope)
  }
  return [...best.values()]
}

/** JSON with sorted keys: the same data give the same text. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
