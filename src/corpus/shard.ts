/** The compact form of papers in a file, column by column; this module reads it, and encode-shard.ts writes it. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { Day, FORMAT } from './manifest.ts'
import { CODE_STATES, KINDS, PAPER_ID, type Paper, type Span, type Stated } from './paper.ts'

const Text = v.array(v.string())
const Whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const Link = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s"<>]+$/, 'not a web address'))
/** Offset and length for each row, one after the other; length 0 says that there is no such sentence. */
const Spans = v.array(Whole)
const Digits = v.pipe(v.string(), v.regex(/^\d*$/))

/** Columns that are absent where no paper of the shard has such a thing; "", [] and null say that one has none. */
const STATED = {
  authors: v.optional(v.array(Text)),
  listed: v.optional(v.array(v.union([v.literal(''), Day]))),
  published: v.optional(v.array(v.pipe(v.string(), v.regex(/^(?:\d{4}(?:-\d\d){0,2})?$/)))),
  votes: v.optional(v.array(v.nullable(Whole))),
  arxiv: v.optional(v.array(v.pipe(v.string(), v.regex(/^[\w.-]*(?:\/\d+)?$/)))),
  dois: v.optional(v.array(v.pipe(v.string(), v.regex(/^(?:10\.[^\s"<>]+)?$/)))),
  pages: v.optional(v.array(v.union([v.literal(''), Link]))),
}

/** Titles, then abstracts, each run together: brotli packs like text beside like text best (0.4 % under rows). */
const Shard = v.object({
  format: v.literal(FORMAT),
  titles: Text,
  abstracts: Text,
  /** Ids with a space between: as a list, their quotes cost 200 bytes for 198 papers in brotli 11. */
  ids: v.string(),
  /** The topic ids used in this shard; `topicRows` holds indexes into it. */
  topics: Text,
  topicRows: v.array(v.pipe(v.array(Whole), v.maxLength(4))),
  /** One digit a row: index into KINDS, into CODE_STATES. */
  kinds: Digits,
  codes: Digits,
  /** Only rows that have one, in order, each led by its row number. */
  codeLinks: v.array(v.tupleWithRest([Whole, Link], Link)),
  projectLinks: v.array(v.tuple([Whole, Link])),
  /** A number says how much of the title's beginning is the name. */
  systems: v.array(v.tuple([Whole, v.union([Whole, v.string()])])),
  does: Spans,
  results: Spans,
  ...STATED,
})
/** The columns of a file. */
export type Shard = v.InferOutput<typeof Shard>

/** Papers of a parsed shard, ranked from `firstRank` on; an error names the column or row that is wrong. */
export function decodeShard(input: unknown, firstRank: number): Result<readonly Paper[], string> {
  const read = v.safeParse(Shard, input)
  if (!read.success) return err(`${v.getDotPath(read.issues[0]) ?? 'shard'}: ${read.issues[0].message}`)
  const shard = read.output
  const ids = shard.ids === '' ? [] : shard.ids.split(' ')
  const fault = columnFault(shard, ids)
  if (fault !== null) return err(fault)
  const sparse = {
    codeLinks: new Map(shard.codeLinks.map(([row, ...links]) => [row, links])),
    projectLinks: new Map(shard.projectLinks),
    systems: new Map(shard.systems),
  }
  const papers: Paper[] = []
  for (const [row, id] of ids.entries()) {
    const paper = decodeRow(shard, sparse, row)
    if (typeof paper === 'string') return err(`row ${String(row)}: ${paper}`)
    if (!PAPER_ID.test(id)) return err(`row ${String(row)}: an id with other signs than letters, digits and . _ -`)
    papers.push({ id, rank: firstRank + row, ...paper })
  }
  return ok(papers)
}

/** Columns that differ in length, and row numbers that are out of turn or past the end. */
function columnFault(shard: Shard, ids: readonly string[]): string | null {
  const count = shard.titles.length
  const { abstracts, topicRows, kinds, codes } = shard
  const lengths = { ids, abstracts, topicRows, kinds, codes }
  for (const [name, column] of Object.entries(lengths))
    if (column.length !== count) return `${name}: ${String(column.length)} for ${String(count)} titles`
  const { authors, listed, published, votes, arxiv, dois, pages } = shard
  for (const [name, column] of Object.entries({ authors, listed, published, votes, arxiv, dois, pages }))
    if (column && column.length !== count) return `${name}: ${String(column.length)} for ${String(count)} titles`
  const { does, results, codeLinks, projectLinks, systems } = shard
  for (const [name, column] of Object.entries({ does, results }))
    if (column.length !== 2 * count) return `${name}: ${String(column.length)} numbers for ${String(count)} titles`
  for (const [name, rows] of Object.entries({ codeLinks, projectLinks, systems }))
    if (rows.some(([row], index) => row >= count || row <= (rows[index - 1]?.[0] ?? -1)))
      return `${name}: a row number out of turn`
  return null
}

interface Sparse {
  readonly codeLinks: ReadonlyMap<number, readonly string[]>
  readonly projectLinks: ReadonlyMap<number, string>
  readonly systems: ReadonlyMap<number, number | string>
}

/** All but id and rank of a row, or what is wrong with it. */
function decodeRow(shard: Shard, sparse: Sparse, row: number): Omit<Paper, 'id' | 'rank'> | string {
  /* v8 ignore start -- every column has this row, see columnFault */
  const title = shard.titles[row] ?? ''
  const abstract = shard.abstracts[row] ?? ''
  const topicRow = shard.topicRows[row] ?? []
  /* v8 ignore stop */
  const kind = KINDS[Number(shard.kinds[row])]
  const code = CODE_STATES[Number(shard.codes[row])]
  const topics = topicRow.flatMap((index) => shard.topics[index] ?? [])
  const does = unpackSpan(shard.does, row)
  const result = unpackSpan(shard.results, row)
  if (!kind || !code) return 'a kind or code state that is not known'
  if (topics.length !== topicRow.length) return 'a topic outside the table'
  if ((does?.end ?? 0) > abstract.length || (result?.end ?? 0) > abstract.length) return 'a sentence past the end'
  const name = sparse.systems.get(row) ?? null
  return {
    title,
    abstract,
    topics,
    kind,
    code,
    codeLinks: sparse.codeLinks.get(row) ?? [],
    projectLink: sparse.projectLinks.get(row) ?? null,
    system: typeof name === 'number' ? title.slice(0, name) : name,
    does,
    result,
    ...statedIn(shard, row),
  }
}

/** What the columns that may be absent say of a row. */
function statedIn({ authors, listed, published, votes, arxiv, dois, pages }: Shard, row: number): Stated {
  const [names, count] = [authors?.[row] ?? [], votes?.[row] ?? null]
  const text = (column: readonly string[] | undefined): string => column?.[row] ?? ''
  return {
    ...(names.length > 0 && { authors: names }),
    ...(text(listed) !== '' && { listed: text(listed) }),
    ...(text(published) !== '' && { published: text(published) }),
    ...(count !== null && { votes: count }),
    ...(text(arxiv) !== '' && { arxiv: text(arxiv) }),
    ...(text(dois) !== '' && { doi: text(dois) }),
    ...(text(pages) !== '' && { page: text(pages) }),
  }
}

function unpackSpan(column: readonly number[], row: number): Span | null {
  /* v8 ignore start -- as above */
  const start = column[2 * row] ?? 0
  const length = column[2 * row + 1] ?? 0
  /* v8 ignore stop */
  return length === 0 ? null : { start, end: start + length }
}
