/** The lists in which a source counts votes: which is the newest, and how its papers moved since the one before. */
import { lastOf, type Day } from '../base/days.ts'
import type { Movement } from '../corpus/movement.ts'
import type { SourceRecord } from '../enrich/same-paper.ts'
import type { SourceFile } from './source-list.ts'

export interface FileRecord extends SourceRecord {
  readonly file: SourceFile
}

/** A paper and all that the sources say of it. */
export interface Found {
  readonly id: string
  readonly records: readonly FileRecord[]
}

/** The newest file that states votes; undefined where none does. */
export function newestTrend(records: readonly FileRecord[]): SourceFile | undefined {
  return records
    .filter(({ raw }) => raw.votes !== undefined)
    .reduce<FileRecord | null>((best, one) => (best === null || dayOf(one) > dayOf(best) ? one : best), null)?.file
}

/**
 * Of all papers of the newest list so many must stand in the one before, that the two are one list at two times. A
 * list of what is new each day has no movement: everything in it is new.
 */
const LEAST_IN_COMMON = 1 / 4

/** How the papers of the newest list moved since the list of the same source before; null where none can be told. */
export function movementOf(found: readonly Found[], newest: SourceFile | undefined): Movement | null {
  const lists = listsOf(found, newest?.name)
  const now = lists.find(({ file }) => file === newest)
  const [before, ...earlier] = lists.filter((list) => now && list.day < now.day)
  if (!now || !before) return null
  const was = (id: string): number => before.ids.indexOf(id)
  if (now.ids.filter((id) => was(id) >= 0).length < now.ids.length * LEAST_IN_COMMON) return null
  const absent = now.ids.filter((id) => was(id) < 0)
  const isKnown = (id: string): boolean => earlier.some(({ ids }) => ids.includes(id))
  return {
    since: before.day,
    new: absent.filter((id) => !isKnown(id)),
    up: now.ids.filter((id, place) => was(id) > place),
    back: absent.filter(isKnown),
  }
}

interface List {
  readonly file: SourceFile
  readonly day: Day
  /** Those with most votes first. */
  readonly ids: readonly string[]
}

/** The lists of one source, the last first. */
function listsOf(found: readonly Found[], name: string | undefined): readonly List[] {
  const rows = new Map<SourceFile, { readonly id: string; readonly one: FileRecord }[]>()
  for (const { id, records } of found)
    for (const one of records) {
      if (one.file.name !== name || one.raw.votes === undefined) continue
      const list = rows.get(one.file)
      if (list) list.push({ id, one })
      else rows.set(one.file, [{ id, one }])
    }
  const lists = [...rows].map(([file, list]): List => {
    const inOrder = list.toSorted((a, b) => votes(b.one) - votes(a.one) || a.one.raw.record - b.one.raw.record)
    return { file, day: lastOf(list.map(({ one }) => dayOf(one))), ids: [...new Set(inOrder.map(({ id }) => id))] }
  })
  return lists.sort((a, b) => (a.day < b.day ? 1 : -1))
}

function votes({ raw }: FileRecord): number {
  return raw.votes ?? -1
}

/** The day of a record's list: a page of several days may be retrieved on one. */
function dayOf({ raw, taken }: FileRecord): Day {
  return raw.listed ?? taken
}
