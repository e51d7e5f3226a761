/** The table of contents of a corpus: which shards make it, where they came from, and what topics are called. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'

/** The version of manifest, shard and state files that this build writes and reads. */
export const FORMAT = 1

/** A day of the calendar, as files state it. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** A plain file name beside the manifest: no path, so a manifest cannot point elsewhere. */
const FileName = v.pipe(v.string(), v.regex(/^[\w-]+(\.[\w-]+)*$/))
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const CorpusFile = v.object({ file: FileName, bytes: Count, sha256: Sha256 })

const Manifest = v.object({
  format: v.literal(FORMAT),
  /** Names this corpus: the day taken and a hash of all that is in it. */
  generation: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** The day the newest source was retrieved. */
  taken: Day,
  papers: Count,
  /** What changes daily, apart from the shards. */
  state: CorpusFile,
  /** Newest first. `first` and `last` are listing days, null where the source states none. */
  shards: v.pipe(
    v.array(
      v.object({
        ...CorpusFile.entries,
        papers: Count,
        first: v.nullable(Day),
        last: v.nullable(Day),
        /** Where its papers lie in the basis. */
        vectors: v.optional(CorpusFile),
      }),
    ),
    v.minLength(1),
  ),
  /** What the vectors are measured in; papers are shown and found without either. */
  basis: v.optional(CorpusFile),
  /** Where words lie, for search by meaning. */
  words: v.optional(CorpusFile),
  topics: v.array(v.object({ id: v.string(), label: v.string() })),
  sources: v.array(
    v.object({
      name: v.string(),
      taken: Day,
      papers: Count,
      /** Whether the source states a day, and a trend or votes, for its papers. */
      dated: v.boolean(),
      ranked: v.boolean(),
      /** Whether its papers come day by day: each of its files holds those of a day, or of a few. */
      daily: v.optional(v.literal(true)),
    }),
  ),
})
export type Manifest = v.InferOutput<typeof Manifest>
/** A file of papers as the manifest lists it. */
export type Shard = Manifest['shards'][number]
export type CorpusFile = v.InferOutput<typeof CorpusFile>

/** Why a manifest cannot be used. */
export type ManifestFault =
  { readonly kind: 'future-format'; readonly found: number } | { readonly kind: 'invalid'; readonly detail: string }

/** Reads a parsed manifest; an unknown later format is told apart from damage. */
export function readManifest(input: unknown): Result<Manifest, ManifestFault> {
  const read = v.safeParse(Manifest, input)
  if (read.success) return ok(read.output)
  const format = v.safeParse(v.object({ format: v.number() }), input)
  if (format.success && format.output.format > FORMAT)
    return err({ kind: 'future-format', found: format.output.format })
  const issue = read.issues[0]
  return err({ kind: 'invalid', detail: `${v.getDotPath(issue) ?? 'manifest'}: ${issue.message}` })
}
