/** Reads sources and makes papers of them: each paper once, in the order of the newest trend, then of their days. */
import { createHash } from 'node:crypto'
import { daysBetween, lastOf, type Day } from '../base/days.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Manifest } from '../corpus/manifest.ts'
import type { Movement } from '../corpus/movement.ts'
import { dayOfPaper, type Paper } from '../corpus/paper.ts'
import { enrich } from '../enrich/enrich.ts'
import { samePapers, type Sameness, type SamePaper } from '../enrich/same-paper.ts'
import type { CompiledTopics } from '../enrich/topics.ts'
import { faultText } from '../sources/raw-paper.ts'
import { readSource } from '../sources/read-source.ts'
import { besideFile, readBytes } from './file-bytes.ts'
import { at } from './place.ts'
import type { SourceFile } from './source-list.ts'
import { movementOf, newestTrend, type FileRecord } from './trend.ts'

/** A record of a paper that another record had named before: where it stands, and by what the two were known as one. */
export interface Merged {
  readonly file: string
  readonly line: number
  readonly title: string
  readonly by: Sameness
}

export interface Gathered {
  /** In the order of the corpus: `papers[n].rank === n`. */
  readonly papers: readonly Paper[]
  /** The day on which the source that named each paper first was retrieved, in the same order. */
  readonly days: readonly Day[]
  /** Ids of merged records, and the id under which their paper stands. */
  readonly aliases: Readonly<Record<string, string>>
  readonly merged: readonly Merged[]
  /** What is wrong with the records that were left out, a sentence each. */
  readonly leftOut: readonly string[]
  /** Null where no source states a trend that could be held against an earlier one. */
  readonly movement: Movement | null
  readonly sources: Manifest['sources']
}

/** All papers of the sources, or the first thing that is wrong in them; `keepGoing` leaves broken records out. */
export async function gather(
  files: readonly SourceFile[],
  topics: CompiledTopics,
  keepGoing: boolean,
): Promise<Result<Gathered, string>> {
  const read = await readAll(files, keepGoing)
  if (!read.ok) return read
  const { records, leftOut } = read.value
  const newest = newestTrend(records)
  const found = inOrder(samePapers(records), newest)
  if (found.length === 0) return err(at(files[0]?.path ?? 'sources', 1, 'no papers in any source'))
  const ids = new Set<string>()
  const papers = found.map(({ raw, id: named }, rank) => {
    const paper = enrich(raw, topics, rank)
    const id = ids.has(named) ? `${named}-${suffix(paper.abstract)}` : named
    ids.add(id)
    return { ...paper, id }
  })
  return ok({
    papers,
    days: found.map(({ records: [first] }) => first.taken),
    aliases: Object.fromEntries(
      found.flatMap(({ aliases }, row) =>
        aliases.filter((one) => !ids.has(one)).map((one) => [one, papers[row]?.id ?? '']),
      ),
    ),
    merged: found.flatMap(({ by }) =>
      [...by].map(([{ file, raw }, how]) => ({ file: file.path, line: raw.line, title: raw.title, by: how })),
    ),
    leftOut,
    movement: movementOf(
      found.map((one, row) => ({ id: papers[row]?.id ?? '', records: one.records })),
      newest,
    ),
    sources: describeSources(files, found, records),
  })
}

async function readAll(
  files: readonly SourceFile[],
  keepGoing: boolean,
): Promise<Result<{ readonly records: readonly FileRecord[]; readonly leftOut: readonly string[] }, string>> {
  const records: FileRecord[] = []
  const leftOut: string[] = []
  for (const file of files) {
    const bytes = readBytes(file.path)
    if (!bytes.ok) return bytes
    const read = await readSource(bytes.value, besideFile(file.path))
    if (!read.ok) return err(at(file.path, read.error.line, faultText(read.error)))
    const faults = read.value.faults.map((fault) => at(file.path, fault.line, faultText(fault)))
    if (faults[0] !== undefined && !keepGoing) return err(faults[0])
    for (const fault of faults) leftOut.push(fault)
    for (const raw of read.value.papers) records.push({ raw, taken: file.taken, file })
  }
  return ok({ records, leftOut })
}

/** What the corpus says of where its papers come from: the files of one name, a day each, are one source. */
function describeSources(
  files: readonly SourceFile[],
  found: readonly SamePaper<FileRecord>[],
  records: readonly FileRecord[],
): Manifest['sources'] {
  return [...new Set(files.map(({ name }) => name))].map((name) => {
    const own = records.filter(({ file }) => file.name === name)
    const first = found.flatMap(({ records: [one] }) => (one.file.name === name ? [one] : []))
    return {
      name,
      taken: lastOf(files.flatMap((file) => (file.name === name ? file.taken : []))),
      papers: first.length,
      dated: own.length > 0 && own.every(({ raw }) => dayOfPaper(raw) !== null),
      ranked: own.some(({ raw }) => raw.votes !== undefined),
      ...(isDaily(first) && { daily: true }),
    }
  })
}

/** Days that papers of one file may lie apart for it to be a day's list: a weekend, and a day to be announced. */
const MOST_APART = 7

/** Whether files bring papers day by day: most have one, and those of a file are near to each other. */
function isDaily(records: readonly FileRecord[]): boolean {
  const spans = new Map<SourceFile, readonly [first: Day, last: Day]>()
  let known = 0
  for (const { file, raw } of records) {
    const day = dayOfPaper(raw)
    if (day === null) continue
    known += 1
    const [first, last] = spans.get(file) ?? [day, day]
    spans.set(file, [day < first ? day : first, day > last ? day : last])
  }
  return (
    known * 2 > records.length && [...spans.values()].every(([one, other]) => daysBetween(one, other) <= MOST_APART)
  )
}

/**
 * First the papers of the newest source that states votes, those with most first; then the others by their days, each
 * day's likewise, so that it stays in its order when a newer one comes.
 */
function inOrder(
  found: readonly SamePaper<FileRecord>[],
  newest: SourceFile | undefined,
): readonly SamePaper<FileRecord>[] {
  const votes = ({ records: all }: SamePaper<FileRecord>): number =>
    all.find(({ file }) => newest !== undefined && file === newest)?.raw.votes ?? -1
  const day = ({ raw }: SamePaper<FileRecord>): string => dayOfPaper(raw) ?? ''
  const keyed = found.map((one) => ({ one, first: votes(one), day: day(one), votes: one.raw.votes ?? -1 }))
  keyed.sort((a, b) => b.first - a.first || (a.day < b.day ? 1 : a.day > b.day ? -1 : b.votes - a.votes))
  return keyed.map(({ one }) => one)
}

/** Tells two titles apart that hash alike: from the abstract, so that it does not depend on the company. */
function suffix(abstract: string): string {
  return createHash('sha256').update(abstract).digest('hex').slice(0, 4)
}
