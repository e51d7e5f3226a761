/** Brings new papers into the folder of sources: a failed, broken or smaller answer never replaces what is there. */
import type { Day } from '../base/days.ts'
import { err, type Result } from '../base/result.ts'
import { faultText, type Reading, type SourceFault } from '../sources/raw-paper.ts'
import { readSource } from '../sources/read-source.ts'
import { countPapers } from '../text/english.ts'
import { daysUpTo, type PaperHost } from './hosts.ts'
import type { Ask } from './polite.ts'
import type { SourceFolder } from './source-folder.ts'

export interface RefreshOptions {
  readonly host: PaperHost
  readonly folder: SourceFolder
  readonly ask: Ask
  readonly today: Day
  /** How many days, today's the last. */
  readonly days: number
}

/** What became of one day. */
export interface DayReport {
  readonly file: string
  readonly kind: 'new' | 'newer' | 'same' | 'quiet' | 'kept'
  readonly says: string
}

/** One day after the other, the newest first; each is settled by itself. */
export async function refresh({ host, folder, ask, today, days }: RefreshOptions): Promise<readonly DayReport[]> {
  const reports: DayReport[] = []
  for (const day of daysUpTo(today, days)) reports.push(await refreshDay(host, folder, ask, today, day))
  return reports
}

async function refreshDay(host: PaperHost, folder: SourceFolder, ask: Ask, today: Day, day: Day): Promise<DayReport> {
  const file = host.file(day)
  const before = folder.read(file)
  const report = (kind: DayReport['kind'], says: string): DayReport => ({ file, kind, says })
  const kept = (why: string): DayReport =>
    report('kept', before ? `${why}; what is there stays` : `${why}; nothing new`)

  const bytes = await ask(new URL(host.path(day), host.base).href, host.accept)
  if (!bytes.ok) return kept(bytes.error)
  const read = await readAnswer(bytes.value, host)
  if (!read.ok) return kept(read.error)
  const count = read.value.papers.length
  const held = before ? await countOf(before) : 0
  if (count < held) return kept(`${countPapers(count)} came where there are ${String(held)}`)
  if (count === 0) return report('quiet', 'no papers on that day')
  if (before && Buffer.compare(before, bytes.value) === 0) return report('same', `${countPapers(count)}, as before`)
  folder.put({ file, name: host.name, what: host.what(day), taken: today }, bytes.value)
  return before
    ? report(
        'newer',
        `${countPapers(count)}, ${count > held ? `${String(count - held)} more than before` : 'changed since'}`,
      )
    : report('new', countPapers(count))
}

/** The papers of an answer that is of the host's kind and has no fault in any record. */
export async function readAnswer(bytes: Uint8Array, { begins, name }: PaperHost): Promise<Result<Reading, string>> {
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart()
  if (!start.startsWith(begins)) return err(`what came is no answer of ${name}: ${start.slice(0, 40)}`)
  const read = await readSource(bytes)
  const inAnswer = (fault: SourceFault) => err(`line ${String(fault.line)} of the answer: ${faultText(fault)}`)
  if (!read.ok) return inAnswer(read.error)
  const [fault] = read.value.faults
  return fault ? inAnswer(fault) : read
}

/** Papers of a file that is there; one that cannot be read is worth nothing. */
async function countOf(bytes: Uint8Array): Promise<number> {
  const read = await readSource(bytes)
  return read.ok ? read.value.papers.length : 0
}
