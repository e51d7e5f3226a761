/** The papers that exports are held against: the project's own sources, compiled. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { compileCorpus } from '../../../src/compiler/run.ts'
import type { Topic } from '../../../src/corpus/paper.ts'
import type { ExportEntry, ExportOptions } from '../../../src/formats/export-entry.ts'

const root = join(import.meta.dirname, '../../..')
const Topics = v.array(v.object({ id: v.string(), label: v.string() }))

/** All 198 papers as entries without notes. */
export function realEntries(): readonly ExportEntry[] {
  const out = mkdtempSync(join(tmpdir(), 'offprint-formats-'))
  try {
    const compiled = compileCorpus({ out: join(out, 'corpus'), sources: [], root })
    if (!compiled.ok) throw new Error(compiled.error)
    return compiled.value.papers.map((paper) => ({ paper }))
  } finally {
    rmSync(out, { recursive: true })
  }
}

/** What an export of everything is called, with the labels of the project's topics. */
export function realOptions(): ExportOptions {
  const topics: readonly Topic[] = v.parse(Topics, JSON.parse(readFileSync(join(root, 'data/topics.json'), 'utf8')))
  return { title: 'To read', date: '2026-11-22', topics }
}
