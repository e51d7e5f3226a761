/** The one form of everything the reader keeps: small records, one a thing, each with a version of its own. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { DayForm, EditionForm, PastEditionForm } from './edition-form.ts'
import { PaperCopy } from './paper-copy.ts'

/** No record is named `__proto__`, and a colon is free to join two ids. */
const ID = /^[A-Za-z0-9][\w.-]{0,63}$/
const Id = v.pipe(v.string(), v.regex(ID))
/** `LIST:PAPER`. */
const EntryId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]{0,63}:[A-Za-z0-9][\w.-]{0,63}$/))

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const Name = v.pipe(text(200), v.minLength(1))
const Title = text(2_000)
/** Milliseconds since 1970. */
const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Where a thing stands among its like; between two others there is always a number. */
const Order = v.pipe(v.number(), v.finite())
const HttpsLink = v.pipe(text(2_000), v.regex(/^https:\/\/[^\s]+$/))
/** What the reader did with a paper; its title is kept for the day the corpus no longer has it. */
const Mark = v.object({ at: Time, title: Title })

/**
 * Every kind of record: the version this build writes, the form of its id, the form of its data.
 * A change that old records do not fit raises `v` and reads the old form too; the database's own version stays 1.
 */
const KINDS = {
  list: { v: 1, id: Id, data: v.object({ name: Name, order: Order }) },
  /** A paper in a list. */
  entry: { v: 1, id: EntryId, data: v.object({ added: Time, title: Title }) },
  /** The paper itself, kept whole while it is in a list or has a note. */
  paper: { v: 1, id: Id, data: PaperCopy },
  note: { v: 1, id: Id, data: v.object({ text: v.pipe(text(100_000), v.minLength(1)), title: Title }) },
  /** A place to read the paper that the reader knows. */
  link: { v: 1, id: Id, data: v.object({ url: HttpsLink, title: Title }) },
  done: { v: 1, id: Id, data: Mark },
  opened: { v: 1, id: Id, data: Mark },
  'not-for-me': { v: 1, id: Id, data: Mark },
  /** Its whole abstract was opened in the digest. */
  unfolded: { v: 1, id: Id, data: Mark },
  /** A state of Browse: canonical query text, and the order of its results where that is not by relevance. */
  search: {
    v: 1,
    id: Id,
    data: v.object({ name: Name, query: text(4_000), sort: v.optional(text(20)), order: Order }),
  },
  /** When a saved search was last opened, and the ids it had found: "n new" counts from there. */
  'search-opened': {
    v: 1,
    id: Id,
    data: v.object({ generation: text(64), day: text(10), found: v.optional(v.pipe(v.array(Id), v.maxLength(2_000))) }),
  },
  /** By day. */
  edition: { v: 1, id: DayForm, data: EditionForm },
  /** By day, in place of an edition that is more than a month old. */
  'past-edition': { v: 1, id: DayForm, data: PastEditionForm },
  /** When the reader came to the end of that day's edition, and how many minutes they had been with it. */
  finished: {
    v: 1,
    id: DayForm,
    data: v.object({ at: Time, minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  },
  /** A paper that an edition has shown, and the last day one did. */
  shown: { v: 1, id: Id, data: v.object({ day: DayForm }) },
  /** A paper that the reader brought, by its own id: whole, since no corpus need have it. */
  mine: { v: 1, id: Id, data: v.object({ at: Time, paper: PaperCopy }) },
  /** A link to a paper that was not here when it came; `title` is empty where none came with it. */
  waiting: { v: 1, id: Id, data: v.object({ at: Time, url: HttpsLink, title: Title }) },
  setting: { v: 1, id: Id, data: v.union([text(20_000), v.number(), v.boolean()]) },
} as const

export type RecordKind = keyof typeof KINDS
/** What a record of each kind holds. */
export type RecordData = { [Kind in RecordKind]: v.InferOutput<(typeof KINDS)[Kind]['data']> }

/** What is to be so: the new data of a record, or null where the thing is to be gone. */
export type Put = {
  [Kind in RecordKind]: { readonly kind: Kind; readonly id: string; readonly data: Readonly<RecordData[Kind]> | null }
}[RecordKind]
/** What one action of the reader changes, kept whole or not at all. */
export type Change = readonly Put[]

const Envelope = v.object({
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,31}$/)),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.:-]{0,128}$/)),
  v: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** When it was last changed, in milliseconds since 1970; never before the change it followed. */
  changed: Time,
  /** Null where the thing is gone: so that a merge knows it was deleted, not that it was never there. */
  data: v.unknown(),
})
/** A record as it lies on disk and in the library file; its data may be of a build later than this one. */
export type Envelope = Readonly<v.InferOutput<typeof Envelope>>

/** Null where the value is no envelope at all. */
export function readEnvelope(input: unknown): Envelope | null {
  const read = v.safeParse(Envelope, input)
  return read.success && read.output.data !== undefined ? read.output : null
}

/** The record in an envelope; null where this build cannot show it: a later kind or form, or damage. */
export function readRecord(envelope: Envelope): Put | null {
  if (!isKind(envelope.kind) || !v.is(KINDS[envelope.kind].id, envelope.id)) return null
  const data = v.safeParse(v.nullable(KINDS[envelope.kind].data), envelope.data)
  if (!data.success) return null
  const record = { kind: envelope.kind, id: envelope.id, data: data.output }
  // Kind and data come out of one row of the table, which the type of a union of rows cannot say.
  return record as Put
}

/** A change that fits the form of its records, free of whatever proxies it came in; the first misfit is named. */
export function checkChange(change: Change): Result<Change, { readonly kind: 'invalid'; readonly detail: string }> {
  const checked: Put[] = []
  for (const { kind, id, data } of change) {
    const put = readRecord({ kind, id, data, v: versionOf(kind), changed: 0 })
    if (!put) return err({ kind: 'invalid', detail: `${kind} ${id}` })
    checked.push(put)
  }
  return ok(checked)
}

/** Whether a later build wrote it: such a record is never rewritten by this one. */
export function isLater(envelope: Envelope): boolean {
  return !isKind(envelope.kind) || envelope.v > KINDS[envelope.kind].v
}

/** The version this build writes. */
export function versionOf(kind: RecordKind): number {
  return KINDS[kind].v
}

/** One text for one record, in a Map. */
export function keyOf(record: { readonly kind: string; readonly id: string }): string {
  return `${record.kind} ${record.id}`
}

function isKind(kind: string): kind is RecordKind {
  return Object.hasOwn(KINDS, kind)
}
