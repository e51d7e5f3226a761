/** The compact form of papers in a file, column by column; the only module that knows its short keys. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { FORMAT } from './manifest.ts'
import { CODE_STATES, KINDS, type Paper, type Span } from './paper.ts'

const Text = v.array(v.string())
const Link = v.pipe(v.string(), v.regex(/^https?:\/\//))
/** Two offsets a row: start and length; length 0 says there is no such sentence. */
const Spans = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)))

/** Titles, then abstracts, each run together: brotli packs like text beside like text best. */
const Shard = v.object({
  format: v.literal(FORMAT),
  titles: Text,
  abstracts: Text,
  ids: Text,
  /** The topic ids used in this shard; `topicRows` holds indexes into it. */
  topics: Text,
  topicRows: v.array(v.array(v.number())),
  /** One digit a row: index into KINDS, into CODE_STATES. */
  kinds: v.pipe(v.string(), v.regex(/^\d*$/)),
  codes: v.pipe(v.string(), v.regex(/^\d*$/)),
  /** Only rows that have one, by row number. */
  codeLinks: v.record(v.string(), v.array(Link)),
  projectLinks: v.record(v.string(), Link),
  systems: v.record(v.string(), v.string()),
  does: Spans,
  results: Spans,
})

/** A shard as JSON text; the same papers give the same bytes. */
export function encodeShard(papers: readonly Paper[]): string {
  const topics = [...new Set(papers.flatMap((paper) => paper.topics))].sort()
  const rows = <Value>(pick: (paper: Paper) => Value | null): Record<string, Value> =>
    Object.fromEntries(papers.flatMap((paper, row) => (pick(paper) === null ? [] : [[row, pick(paper) as Value]])))
  const spans = (pick: (paper: Paper) => Span | null): number[] =>
    papers.flatMap((paper) => [pick(paper)?.start ?? 0, (pick(paper)?.end ?? 0) - (pick(paper)?.start ?? 0)])
  const shard: v.InferOutput<typeof Shard> = {
    format: FORMAT,
    titles: papers.map((paper) => paper.title),
    abstracts: papers.map((paper) => paper.abstract),
    ids: papers.map((paper) => paper.id),
    topics,
    topicRows: papers.map((paper) => paper.topics.map((topic) => topics.indexOf(topic))),
    kinds: papers.map((paper) => KINDS.indexOf(paper.kind)).join(''),
    codes: papers.map((paper) => CODE_STATES.indexOf(paper.code)).join(''),
    codeLinks: rows((paper) => (paper.codeLinks.length > 0 ? [...paper.codeLinks] : null)),
    projectLinks: rows((paper) => paper.projectLink),
    systems: rows((paper) => paper.system),
    does: spans((paper) => paper.does),
    results: spans((paper) => paper.result),
  }
  return JSON.stringify(shard)
}

/** Papers of a parsed shard, ranked from `firstRank` on; an error names the column or row that is wrong. */
export function decodeShard(input: unknown, firstRank: number): Result<readonly Paper[], string> {
  const read = v.safeParse(Shard, input)
  if (!read.success) return err(`${v.getDotPath(read.issues[0]) ?? 'shard'}: ${read.issues[0].message}`)
  const shard = read.output
  const count = shard.titles.length
  const columns = [shard.abstracts, shard.ids, shard.topicRows, shard.kinds, shard.codes]
  if (
    columns.some((column) => column.length !== count) ||
    [shard.does, shard.results].some((c) => c.length !== 2 * count)
  )
    return err(`columns differ in length from ${String(count)} titles`)
  const papers: Paper[] = []
  for (let row = 0; row < count; row++) {
    const paper = decodeRow(shard, row, firstRank + row)
    if (!paper) return err(`row ${String(row)}: an index points outside its table`)
    papers.push(paper)
  }
  return ok(papers)
}

function decodeRow(shard: v.InferOutput<typeof Shard>, row: number, rank: number): Paper | null {
  const kind = KINDS[Number(shard.kinds[row])]
  const code = CODE_STATES[Number(shard.codes[row])]
  const topics = (shard.topicRows[row] ?? []).map((index) => shard.topics[index])
  const abstract = shard.abstracts[row] ?? ''
  const does = span(shard.does, row)
  const result = span(shard.results, row)
  if (!kind || !code || !topics.every((topic) => topic !== undefined)) return null
  if ((does?.end ?? 0) > abstract.length || (result?.end ?? 0) > abstract.length) return null
  return {
    id: shard.ids[row] ?? '',
    title: shard.titles[row] ?? '',
    abstract,
    rank,
    topics,
    kind,
    code,
    codeLinks: shard.codeLinks[row] ?? [],
    projectLink: shard.projectLinks[row] ?? null,
    system: shard.systems[row] ?? null,
    does,
    result,
  }
}

function span(column: readonly number[], row: number): Span | null {
  const start = column[2 * row] ?? 0
  const length = column[2 * row + 1] ?? 0
  return length === 0 ? null : { start, end: start + length }
}
