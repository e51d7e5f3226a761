/** How two libraries become one: record by record, by a rule under which order and repetition make no difference. */
import { ok, type Result } from '../base/result.ts'
import type { Work } from './database.ts'
import type { Library } from './library.ts'
import type { LibraryProblem } from './problem.ts'
import { isLater, keyOf, type Envelope } from './record.ts'
import { canonical, nextStamp, sameData } from './stamp.ts'
import { eachBatch } from './write.ts'

/** Whether two libraries are united, or the file takes the place of what is here. */
export type How = 'merge' | 'replace'

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

/** What taking the records in would do; nothing is written. */
export async function previewMerge(
  library: Library,
  incoming: readonly Envelope[],
  how: How,
): Promise<Result<MergePlan, LibraryProblem>> {
  const present = await library.records()
  if (!present.ok) return present
  const known = new Map(present.value.map((envelope) => [keyOf(envelope), envelope]))
  return ok(how === 'merge' ? planMerge(known, incoming) : planReplace(known, incoming, library.now()))
}

/** Takes validated records in, all in one transaction. */
export function mergeInto(
  library: Library,
  incoming: readonly Envelope[],
  how: How,
): Promise<Result<MergePlan, LibraryProblem>> {
  return library.apply(merging(incoming, how, library.now()), (plan) => plan.puts)
}

/**
 * Whether `a` takes the place of `b`: the later version of form wins, then the later change, then what is there over
 * what is gone, then the greater text. Of `shown`, what is there wins over what is gone in any case: what one of two
 * editions took back, the other has shown. A total order, so merging is commutative, associative and idempotent.
 */
function wins(a: Envelope, b: Envelope): boolean {
  if (a.v !== b.v) return a.v > b.v
  if (a.kind === 'shown' && (a.data === null) !== (b.data === null)) return b.data === null
  if (a.changed !== b.changed) return a.changed > b.changed
  if ((a.data === null) !== (b.data === null)) return b.data === null
  return canonical(a.data) > canonical(b.data)
}

/** As `wins`, but for editions: the one of a day that is here stays, since the reader may be in the middle of it. */
function takesPlace(after: Envelope, before: Envelope): boolean {
  return !(before.kind === 'edition' && before.data !== null) && wins(after, before)
}

/** Takes into the present what wins over it. */
export function planMerge(present: ReadonlyMap<string, Envelope>, incoming: Iterable<Envelope>): MergePlan {
  const differences = winners(incoming).map((after): Difference => {
    const before = present.get(keyOf(after)) ?? null
    return { before, after, effect: effectOf(before, after) }
  })
  const puts = differences.filter(({ before, after }) => !before || takesPlace(after, before)).map(({ after }) => after)
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

function effectOf(before: Envelope | null, after: Envelope): Effect {
  if (!before) return after.data === null ? 'same' : 'new'
  if (sameData(before, after)) return 'same'
  if (!takesPlace(after, before)) return 'older'
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

function merging(incoming: readonly Envelope[], how: How, now: number): Work<MergePlan> {
  return (transaction) => {
    const present = new Map<string, Envelope>()
    let plan: MergePlan = { puts: [], differences: [] }
    eachBatch(
      transaction,
      (batch) => batch.forEach((envelope) => present.set(keyOf(envelope), envelope)),
      () => {
        plan = how === 'merge' ? planMerge(present, incoming) : planReplace(present, incoming, now)
        for (const envelope of plan.puts) transaction.ask(transaction.store.put(envelope), () => undefined)
      },
    )
    return () => plan
  }
}
