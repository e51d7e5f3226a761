/** The project's own sources, compiled: the 198 papers as a reader gets them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileCorpus } from '../../src/compiler/run.ts'
import type { Paper } from '../../src/corpus/paper.ts'

const root = join(import.meta.dirname, '../..')

/** In page order. */
export function realPapers(): readonly Paper[] {
  const out = mkdtempSync(join(tmpdir(), 'offprint-papers-'))
  try {
    const compiled = compileCorpus({ out: join(out, 'corpus'), sources: [], root })
    if (!compiled.ok) throw new Error(compiled.error)
    return compiled.value.papers
  } finally {
    rmSync(out, { recursive: true })
  }
}
