/** Reads sources and makes papers of them: each paper once, in the order of the pages. */
import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../base/result.ts'
import type { Manifest } from '../corpus/manifest.ts'
import type { Paper } from '../corpus/paper.ts'
import { enrich } from '../enrich/enrich.ts'
import { titleKey } from '../enrich/identity.ts'
import type { CompiledTopics } from '../enrich/topics.ts'
import { readSource } from '../sources/read-source.ts'
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
  readonly sources: Manifest['sources']
}

/** All papers of the sources, or the first thing that is wrong in them. */
export function gather(files: readonly SourceFile[], topics: CompiledTopics): Result<Gathered, string> {
  const papers: Paper[] = []
  const merged: Merged[] = []
  const sources: Manifest['sources'] = []
  const keys = new Set<string>()
  const ids = new Set<string>()
  for (const { path, name, taken } of files) {
    const raw = readSource(readFileSync(path))
    if (!raw.ok) return err(at(path, raw.error.line, raw.error.what))
    const before = papers.length
    for (const one of raw.value) {
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
  return ok({ papers, merged, sources })
}

/** Tells two titles apart that hash alike: from the abstract, so that it does not depend on the company. */
function suffix(abstract: string): string {
  return createHash('sha256').update(abstract).digest('hex').slice(0, 4)
}
