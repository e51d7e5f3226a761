/** Reads sources and makes papers of them: each paper once, in the order of the pages. */
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../base/result.ts'
import type { Manifest } from '../corpus/manifest.ts'
import type { Paper } from '../corpus/paper.ts'
import { enrich } from '../enrich/enrich.ts'
import { titleKey } from '../enrich/identity.ts'
import type { CompiledTopics } from '../enrich/topics.ts'
import { faultText } from '../sources/raw-paper.ts'
import { readSource } from '../sources/read-source.ts'
import { besideFile, readBytes } from './file-bytes.ts'
import { at } from './place.ts'
import type { SourceFile } from './source-list.ts'

/** A paper that stood twice: where it was left out, and its title. */
export interface Merged {
  readonly file: string
  readonly line: number
  readonly title: string
}

export interface Gathered {
  /** In page order: `papers[n].rank === n`. */
  readonly papers: readonly Paper[]
  readonly merged: readonly Merged[]
  /** What is wrong with the records that were left out, a sentence each. */
  readonly leftOut: readonly string[]
  readonly sources: Manifest['sources']
}

/** All papers of the sources, or the first thing that is wrong in them; `keepGoing` leaves broken records out. */
export async function gather(
  files: readonly SourceFile[],
  topics: CompiledTopics,
  keepGoing: boolean,
): Promise<Result<Gathered, string>> {
  const papers: Paper[] = []
  const merged: Merged[] = []
  const leftOut: string[] = []
  const sources: Manifest['sources'] = []
  const keys = new Set<string>()
  const ids = new Set<string>()
  for (const { path, name, taken } of files) {
    const bytes = readBytes(path)
    if (!bytes.ok) return bytes
    const raw = await readSource(bytes.value, besideFile(path))
    if (!raw.ok) return err(at(path, raw.error.line, faultText(raw.error)))
    const faults = raw.value.faults.map((fault) => at(path, fault.line, faultText(fault)))
    if (faults[0] !== undefined && !keepGoing) return err(faults[0])
    leftOut.push(...faults)
    const before = papers.length
    for (const one of raw.value.papers) {
      const key = titleKey(one.title)
      if (keys.has(key)) {
        merged.push({ file: path, line: one.line, title: one.title })
        continue
      }
      keys.add(key)
      const paper = enrich(one, topics, papers.length)
      const id = ids.has(paper.id) ? `${paper.id}-${suffix(paper.abstract)}` : paper.id
      ids.add(id)
      papers.push({ ...paper, id })
    }
    sources.push({ name, taken, papers: papers.length - before, dated: false, ranked: false })
  }
  if (papers.length === 0) return err(at(files[0]?.path ?? 'sources', 1, 'no papers in any source'))
  return ok({ papers, merged, leftOut, sources })
}

/** Tells two titles apart that hash alike: from the abstract, so that it does not depend on the company. */
function suffix(abstract: string): string {
  return createHash('sha256').update(abstract).digest('hex').slice(0, 4)
}
