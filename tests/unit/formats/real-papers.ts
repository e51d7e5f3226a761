/** The papers that exports are held against: the project's own sources, compiled. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Topic } from '../../../src/corpus/paper.ts'
import type { ExportEntry, ExportOptions } from '../../../src/formats/export-entry.ts'
import { seedPapers } from '../../support/seed.ts'

const root = join(import.meta.dirname, '../../..')
const Topics = v.array(v.object({ id: v.string(), label: v.string() }))

/** All 198 papers as entries without notes. */
export function realEntries(): readonly ExportEntry[] {
  return seedPapers().map((paper) => ({ paper }))
}

/** What an export of everything is called, with the labels of the project's topics. */
export function realOptions(): ExportOptions {
  const topics: readonly Topic[] = v.parse(Topics, JSON.parse(readFileSync(join(root, 'data/topics.json'), 'utf8')))
  return { title: 'To read', date: '2026-11-22', topics }
}
