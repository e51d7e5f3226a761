/** The library as one file: what Export writes, and what Import takes in once all of it has been checked. */
import * as v from 'valibot'
import { pause } from '../base/pause.ts'
import { err, ok, type Result } from '../base/result.ts'
import { isLater, readEnvelope, readRecord, type Envelope } from './record.ts'

/** The version of library files that this build writes; it reads this and all before. */
const VERSION = 1
const MOST_BYTES = 20 * 2 ** 20
const MOST_RECORDS = 200_000
/** A paper copy in the records of the file is five deep. */
const MOST_DEPTH = 12
/** Values looked at before the window gets its turn: a few milliseconds. */
const SLICE = 20_000

/** Why a file was not taken in; nothing has changed then. */
export type ImportProblem =
  | { readonly kind: 'too-large'; readonly limit: number }
  /** Not JSON in UTF-8: cut off, or of another kind. */
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-library' }
  /** Written by a later build than this one. */
  | { readonly kind: 'later-version'; readonly found: number }
  | { readonly kind: 'too-many-records'; readonly limit: number }
  /** Made to break what reads it: nested without end, or with the names of JavaScript's own. */
  | { readonly kind: 'hostile'; readonly detail: string }
  /** One record is not what its kind may hold; counted from 1. */
  | { readonly kind: 'damaged'; readonly record: number }

const LibraryFile = v.object({
  kind: v.literal('offprint-library'),
  version: v.literal(VERSION),
  /** When it was written, as ISO 8601. */
  exported: v.pipe(v.string(), v.maxLength(40)),
  records: v.array(v.unknown()),
})

/** A library file that has been checked to the last record. */
export interface LibraryFile {
  readonly exported: string
  readonly records: readonly Envelope[]
}

/** The text of a library file, a record a line; the same records give the same text, and Import reads all of it. */
export function writeLibraryFile(records: readonly Envelope[], now: number): string {
  return [...libraryFilePieces(records, now)].join('')
}

/** The same text, a record a piece, so that whoever asks can pause in between. */
export function* libraryFilePieces(records: readonly Envelope[], now: number): Iterable<string> {
  const head = { kind: 'offprint-library', version: VERSION, exported: new Date(now).toISOString() }
  yield `${JSON.stringify(head).slice(0, -1)},"records":[`
  let before = '\n'
  for (const record of records)
    if (isSound(record)) {
      yield before + JSON.stringify(record)
      before = ',\n'
    }
  yield '\n]}\n'
}

/** Reads a file or pasted text; either every record of it is good, or nothing is taken. */
export async function readLibraryFile(
  source: Blob | string,
  limit = MOST_BYTES,
): Promise<Result<LibraryFile, ImportProblem>> {
  const size = typeof source === 'string' ? source.length : source.size
  if (size > limit) return err({ kind: 'too-large', limit })
  const parsed = parse(typeof source === 'string' ? source : await source.arrayBuffer())
  if (parsed === undefined) return err({ kind: 'not-json' })
  const fault = await findHostile(parsed)
  if (fault) return err(fault)
  const file = v.safeParse(LibraryFile, parsed)
  if (!file.success) return err(notThisVersion(parsed))
  if (file.output.records.length > MOST_RECORDS) return err({ kind: 'too-many-records', limit: MOST_RECORDS })
  const records = await readRecords(file.output.records)
  return records.ok ? ok({ exported: file.output.exported, records: records.value }) : records
}

/** Undefined, which JSON cannot say, where it is not JSON. */
function parse(source: ArrayBuffer | string): unknown {
  try {
    const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source)
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function notThisVersion(parsed: unknown): ImportProblem {
  const other = v.safeParse(v.object({ kind: v.literal('offprint-library'), version: v.number() }), parsed)
  if (other.success && other.output.version > VERSION) return { kind: 'later-version', found: other.output.version }
  return { kind: 'not-a-library' }
}

/** Walks the whole value without recursion, so that depth cannot exhaust the stack. */
async function findHostile(root: unknown): Promise<ImportProblem | null> {
  const waiting: { readonly value: object; readonly depth: number }[] = []
  const enter = (value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null) waiting.push({ value, depth })
  }
  enter(root, 1)
  for (let next = waiting.pop(), seen = 1; next; next = waiting.pop(), seen++) {
    if (next.depth > MOST_DEPTH) return { kind: 'hostile', detail: 'nested too deep' }
    if (Array.isArray(next.value)) for (const value of next.value) enter(value, next.depth + 1)
    else
      for (const [name, value] of Object.entries(next.value)) {
        if (name === '__proto__' || name === 'constructor' || name === 'prototype')
          return { kind: 'hostile', detail: `a field named ${name}` }
        enter(value, next.depth + 1)
      }
    // The window paints and answers in between.
    if (seen % SLICE === 0) await pause()
  }
  return null
}

async function readRecords(inputs: readonly unknown[]): Promise<Result<readonly Envelope[], ImportProblem>> {
  const records: Envelope[] = []
  for (const [index, input] of inputs.entries()) {
    const envelope = readEnvelope(input)
    if (!envelope || !isSound(envelope)) return err({ kind: 'damaged', record: index + 1 })
    records.push(envelope)
    if (index % 2_000 === 1_999) await pause()
  }
  return ok(records)
}

/** Whether this build can read it, or knows that only a later one can. */
function isSound(envelope: Envelope): boolean {
  return isLater(envelope) || readRecord(envelope) !== null
}
