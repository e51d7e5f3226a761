/** What the reader kept under an earlier id of a paper, put under the id by which the paper stands now. */
import type { Edition } from '../digest/edition.ts'
import type { Library } from './library.ts'
import { withPapers } from './past-editions.ts'
import {
  isLater,
  keyOf,
  readRecord,
  type Change,
  type Envelope,
  type Put,
  type RecordData,
  type RecordKind,
} from './record.ts'
import { rewrite } from './rewrite.ts'

/** Earlier ids of papers, and those under which they stand now. */
export type Aliases = ReadonlyMap<string, string>

/** Puts all of it under the standing ids; call when idle. */
export function moveToStanding(library: Library, aliases: Aliases): Promise<void> {
  return rewrite(library, (all) => followAliases(all, aliases))
}

/** The kinds of records that are about one paper, by its id: what two records of it say, as one; null where they cannot be one. */
const JOIN: { readonly [Kind in KindOfOnePaper]: (stands: Data<Kind>, other: Data<Kind>) => Data<Kind> | null } = {
  paper: (stands) => stands,
  mine: (stands) => stands,
  entry: (stands, other) => ({ ...stands, added: Math.min(stands.added, other.added) }),
  note: (stands, other) => {
    const text = bothTexts(stands.text, other.text)
    return text === null ? null : { ...stands, text }
  },
  link: (stands, other) => (other.url === stands.url ? stands : null),
  shown: (stands, other) => (other.day > stands.day ? other : stands),
  // The list of what was opened goes by the last time, all else by the day on which it began.
  opened: (stands, other) => ({ ...stands, at: Math.max(stands.at, other.at) }),
  done: first,
  'not-for-me': first,
  unfolded: first,
}
type Data<Kind extends RecordKind> = Readonly<RecordData[Kind]>
type KindOfOnePaper = Exclude<
  RecordKind,
  'list' | 'search' | 'search-opened' | 'edition' | 'past-edition' | 'finished' | 'waiting' | 'setting'
>
/** One that is there. */
type OfOnePaper = {
  [Kind in KindOfOnePaper]: { readonly kind: Kind; readonly id: string; readonly data: Data<Kind> }
}[KindOfOnePaper]
/** More than this is no note, see the form of the record. */
const MOST_TEXT = 100_000

/** The change that leaves nothing under an earlier id; the same records, in whatever order, give the same. */
export function followAliases(all: Iterable<Envelope>, aliases: Aliases): Change {
  const records = new Map([...all].map((envelope) => [keyOf(envelope), envelope]))
  const moving = new Map<string, OfOnePaper[]>()
  const change: Put[] = []
  for (const envelope of records.values()) {
    const record = isLater(envelope) ? null : readRecord(envelope)
    if (!record?.data) continue
    change.push(...inside(record, aliases))
    if (!isOfOnePaper(record)) continue
    const key = `${record.kind} ${standingId(record.id, aliases)}`
    if (key !== keyOf(record)) moving.set(key, [...(moving.get(key) ?? []), record])
  }
  for (const [key, olds] of moving) {
    const there = records.get(key)
    if (!there || !isLater(there)) change.push(...move(key, there ? readRecord(there) : null, olds))
  }
  return change
}

function isOfOnePaper(put: Put): put is OfOnePaper {
  return put.data !== null && Object.hasOwn(JOIN, put.kind)
}

/** The id of a record, which may begin with that of a list, under the id by which its paper stands. */
function standingId(id: string, aliases: Aliases): string {
  const paper = id.slice(id.indexOf(':') + 1)
  return id.slice(0, id.length - paper.length) + (aliases.get(paper) ?? paper)
}

/** One record in the place of those of its paper's ids; those that do not fit into one stay. */
function move(key: string, there: Put | null, olds: readonly OfOnePaper[]): Change {
  const id = key.slice(key.indexOf(' ') + 1)
  let stands = there && isOfOnePaper(there) ? there : null
  const gone: Put[] = []
  for (const old of olds.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const joined = stands ? join(stands, old) : { ...old, id }
    if (joined === null) continue
    stands = joined
    gone.push({ ...old, data: null })
  }
  if (stands === null || gone.length === 0) return []
  return [named(stands), ...gone]
}

/** Copies of papers name the paper a second time. */
function named(put: OfOnePaper): Put {
  const { id } = put
  if (put.kind === 'paper') return { ...put, data: { ...put.data, id } }
  if (put.kind === 'mine') return { ...put, data: { ...put.data, paper: { ...put.data.paper, id } } }
  return put
}

/** Both are of one kind. */
function join(stands: OfOnePaper, other: OfOnePaper): OfOnePaper | null {
  // Kind and data come out of one row of the table, which the type of a union of rows cannot say.
  const joined = (JOIN[stands.kind] as (stands: unknown, other: unknown) => unknown)(stands.data, other.data)
  const record = { ...stands, data: joined }
  return joined === null ? null : (record as OfOnePaper)
}

function first<Mark extends { readonly at: number }>(stands: Mark, other: Mark): Mark {
  return { ...stands, at: Math.min(stands.at, other.at) }
}

function bothTexts(stands: string, other: string): string | null {
  if (stands.includes(other)) return stands
  const both = `${stands}\n\n${other}`
  return both.length > MOST_TEXT ? null : both
}

/** Ids inside of records that are about several papers: of editions, and of what a saved search had found. */
function inside(record: Put, aliases: Aliases): Change {
  const { kind, data } = record
  if (kind === 'search-opened' && data?.found?.some((id) => aliases.has(id)))
    return [{ ...record, data: { ...data, found: [...new Set(data.found.map((id) => aliases.get(id) ?? id))] } }]
  const edition = kind === 'edition' && data ? withIds(data, aliases) : null
  if (edition) return [{ kind: 'edition', id: record.id, data: edition }]
  const past = kind === 'past-edition' && data ? withIds(data, aliases) : null
  if (past) return [{ kind: 'past-edition', id: record.id, data: past }]
  return []
}

/** Null where nothing changes; a paper that stands in it under both ids stays twice. */
function withIds<Of extends { readonly id: string }>(edition: Edition<Of>, aliases: Aliases): Edition<Of> | null {
  const taken = new Set<string>()
  withPapers(edition, ({ id }) => taken.add(id))
  let moved = 0
  const renamed = withPapers(edition, (paper) => {
    const id = aliases.get(paper.id)
    if (id === undefined || taken.has(id)) return paper
    taken.add(id)
    moved += 1
    return { ...paper, id }
  })
  return moved > 0 ? renamed : null
}
