/** Records in a file whose first line says what follows it, so that damage to it can be told. */
import * as v from 'valibot'
import { sha256 } from '../corpus/sha256.ts'
import { readLibraryFile, writeLibraryFile } from './library-file.ts'
import type { Envelope } from './record.ts'

/** The first line; the rest is a library file. */
const Head = v.object({
  /** Grows by one with each copy; 0 of an entry of the journal. */
  sequence: v.pipe(v.number(), v.safeInteger()),
  records: v.number(),
  /** The latest change in it. */
  newest: v.number(),
  sha256: v.string(),
  /** Of when it is, in milliseconds since 1970: all that was on disk then is in a copy. Those of the first build do not say. */
  made: v.optional(v.number()),
})
export type Head = v.InferOutput<typeof Head>
const MOST_HEAD = 300

export async function seal(records: readonly Envelope[], sequence: number, made: number): Promise<Blob> {
  const body = new TextEncoder().encode(writeLibraryFile(records, made))
  const head: Head = { sequence, records: records.length, newest: newestOf(records), sha256: await sha256(body), made }
  return new Blob([`${JSON.stringify(head)}\n`, body])
}

/** Null where the file is absent, or its first line cannot be read. */
export async function headOf(file: Blob | null): Promise<Head | null> {
  const start = await file?.slice(0, MOST_HEAD).text()
  return readHead(start?.split('\n', 1)[0])
}

/** Null where the file is absent, or not what its first line says. */
export async function unseal(file: Blob | null): Promise<readonly Envelope[] | null> {
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer())
  const end = bytes.indexOf(0x0a)
  const body = bytes.slice(end + 1)
  const head = readHead(new TextDecoder().decode(bytes.slice(0, end)))
  if (head?.sha256 !== (await sha256(body))) return null
  const read = await readLibraryFile(new Blob([body]), Infinity)
  return read.ok ? read.value.records : null
}

/** The stamp of the latest change; 0 of none. */
export function newestOf(records: readonly Envelope[]): number {
  return records.reduce((newest, { changed }) => Math.max(newest, changed), 0)
}

function readHead(line: string | undefined): Head | null {
  try {
    const read = v.safeParse(Head, JSON.parse(line ?? ''))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
