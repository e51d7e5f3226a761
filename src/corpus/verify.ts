/** Whether files are what the manifest says, and the papers in them. */
import * as v from 'valibot'
import { parseJson } from '../base/json.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Environment } from './environment.ts'
import { FORMAT, type CorpusFile, type Manifest } from './manifest.ts'
import { MovementForm, type Movement } from './movement.ts'
import type { Paper } from './paper.ts'
import type { Problem } from './problem.ts'
import { decodeShard } from './shard.ts'

/** The bytes of a corpus by file name. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** What is wrong with the bytes of a file; null where length and SHA-256 are those of the manifest. */
export async function verifyFile(
  file: CorpusFile,
  bytes: Uint8Array<ArrayBuffer>,
  environment: Environment,
): Promise<Problem | null> {
  if (bytes.length !== file.bytes) {
    const detail = `${String(bytes.length)} of ${String(file.bytes)} bytes`
    return { kind: 'not-ours', file: file.file, detail }
  }
  if ((await environment.sha256(bytes)) !== file.sha256)
    return { kind: 'not-ours', file: file.file, detail: 'its checksum differs' }
  return null
}

/** The papers of all shards, in part read before, ranked through; an error names the file that contradicts the manifest. */
export function readFiles(
  manifest: Manifest,
  files: Files,
  read: ReadonlyMap<string, readonly Paper[]> = new Map(),
): Result<readonly Paper[], Problem> {
  const papers: Paper[] = []
  /** Ids of papers that were not read before; those that were differ from each other. */
  const fresh = new Set<string>()
  for (const { file, papers: count } of manifest.shards) {
    const before = read.get(file)
    const shard = before ? ok(ranked(before, papers.length)) : decodeShard(parseJson(files.get(file)), papers.length)
    if (!shard.ok) return notOurs(file, shard.error)
    if (shard.value.length !== count) return notOurs(file, `${String(shard.value.length)} of ${String(count)} papers`)
    for (const paper of shard.value) papers.push(paper)
    if (before) continue
    for (const { id } of shard.value) {
      if (id === '' || fresh.has(id)) return notOurs(file, `the id "${id}" is not unique`)
      fresh.add(id)
    }
  }
  for (const { file } of manifest.shards) {
    const twice = read.get(file)?.find(({ id }) => fresh.has(id))
    if (twice) return notOurs(file, `the id "${twice.id}" is not unique`)
  }
  if (papers.length === manifest.papers) return ok(papers)
  return notOurs('manifest.json', `${String(papers.length)} of ${String(manifest.papers)} papers`)
}

function ranked(papers: readonly Paper[], from: number): readonly Paper[] {
  return papers[0]?.rank === from ? papers : papers.map((paper, row) => ({ ...paper, rank: from + row }))
}

const State = v.object({
  format: v.literal(FORMAT),
  aliases: v.optional(v.record(v.string(), v.string()), {}),
  movement: v.optional(MovementForm),
})

/** What changes daily, apart from the papers. */
export interface CorpusNow {
  /** Earlier ids of papers, and the ids under which they stand now: bookmarks hold both. */
  readonly aliases: ReadonlyMap<string, string>
  /** Null where no source states a trend. */
  readonly movement: Movement | null
}

/** What the state file says. */
export function readState({ state }: Manifest, files: Files): Result<CorpusNow, Problem> {
  const read = v.safeParse(State, parseJson(files.get(state.file)))
  if (!read.success) return notOurs(state.file, read.issues[0].message)
  const { aliases, movement } = read.output
  return ok({ aliases: new Map(Object.entries(aliases)), movement: movement ?? null })
}

function notOurs(file: string, detail: string): Result<never, Problem> {
  return err({ kind: 'not-ours', file, detail })
}
