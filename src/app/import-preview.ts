/** What an import would do, in the reader's words: counts by kind of thing, and the names of what differs. */
import type { Effect, MergePlan } from '../library/merge.ts'
import { readRecord, type RecordKind } from '../library/record.ts'

/** One kind of thing; `older` are those of which the library has a later word. */
export interface PreviewRow {
  readonly label: string
  readonly counts: Readonly<Record<Effect, number>>
}

export interface Preview {
  readonly rows: readonly PreviewRow[]
  /** What would not be as it was before: names with what becomes of them, the first few. */
  readonly changes: readonly { readonly effect: 'changed' | 'removed'; readonly what: string }[]
  /** How many more of those there are. */
  readonly more: number
  /** Nothing would be written. */
  readonly idle: boolean
}

/** What goes along with other things and has no row: copies of papers, and what is remembered of editions. */
const WITHOUT_ROW = ['paper', 'search-opened', 'shown', 'unfolded', 'finished'] as const satisfies readonly RecordKind[]
const LABELS: Readonly<Record<Exclude<RecordKind, (typeof WITHOUT_ROW)[number]>, string>> = {
  list: 'Lists',
  entry: 'Papers in lists',
  note: 'Notes',
  done: 'Done',
  'not-for-me': 'Not for me',
  opened: 'Recently opened',
  link: 'Links you added',
  mine: 'Papers you brought',
  waiting: 'Links kept for later',
  search: 'Saved searches',
  edition: 'Editions',
  'past-edition': 'Editions',
  setting: 'Choices in Settings',
}
const OF_LATER_VERSIONS = 'From a newer version'
const SHOWN = 12

/** The plan of a merge or a replacement in words. */
export function previewOf({ puts, differences }: MergePlan): Preview {
  const rows = new Map<string, Record<Effect, number>>()
  // By their words: a paper that leaves two lists is named once.
  const named = new Map<string, Preview['changes'][number]>()
  for (const { effect, before, after } of differences) {
    const label = labelOf(after.kind)
    if (label === null) continue
    const counts = rows.get(label) ?? { new: 0, changed: 0, removed: 0, older: 0, same: 0 }
    counts[effect]++
    rows.set(label, counts)
    const what = nameOf(before) ?? nameOf(after)
    if ((effect === 'changed' || effect === 'removed') && what !== null)
      named.set(`${effect} ${label} ${what}`, { effect, what: `${label}: ${what}` })
  }
  const changes = [...named.values()]
  const order = [...new Set(Object.values(LABELS)), OF_LATER_VERSIONS]
  return {
    rows: order.flatMap((label) => {
      const counts = rows.get(label)
      return counts ? [{ label, counts }] : []
    }),
    changes: changes.slice(0, SHOWN),
    more: Math.max(0, changes.length - SHOWN),
    idle: puts.length === 0,
  }
}

/** How much of a plan has an effect, over all kinds. */
export function total(preview: Preview, effect: Effect): number {
  return preview.rows.reduce((sum, { counts }) => sum + counts[effect], 0)
}

function labelOf(kind: string): string | null {
  if (WITHOUT_ROW.some((one) => one === kind)) return null
  return Object.entries(LABELS).find(([known]) => known === kind)?.[1] ?? OF_LATER_VERSIONS
}

function nameOf(envelope: MergePlan['differences'][number]['before']): string | null {
  const record = envelope && readRecord(envelope)
  if (record?.kind === 'setting') return record.id
  const data = record?.data
  if (typeof data !== 'object' || data === null) return null
  if ('paper' in data) return data.paper.title
  if ('url' in data && data.title === '') return data.url
  if ('title' in data) return data.title
  return 'name' in data ? data.name : null
}
