/** The 198 papers of data/sources, read and enriched as the compiler does it. */
import { readFileSync } from 'node:fs'
import type { Paper } from '../../src/corpus/paper.ts'
import { enrich } from '../../src/enrich/enrich.ts'
import { readTopicRules } from '../../src/enrich/topic-rules.ts'
import { compileTopics } from '../../src/enrich/topics.ts'
import type { RawPaper } from '../../src/sources/raw-paper.ts'
import { readHfPage } from '../../src/sources/hf-page.ts'

export const SEED = 'data/sources/2026-11-22-trending-page.txt'

/** The papers as their source has them. */
export function seedRaw(): readonly RawPaper[] {
  const read = readHfPage(readFileSync(SEED, 'utf8'))
  if (!read.ok || read.value.faults.length > 0) throw new Error(`${SEED} cannot be read`)
  return read.value.papers
}

/** The papers as the app gets them. */
export function seedPapers(): readonly Paper[] {
  const rules = readTopicRules(JSON.parse(readFileSync('data/topics.json', 'utf8')))
  if (!rules.ok) throw new Error(rules.error)
  const topics = compileTopics(rules.value)
  return seedRaw().map((raw, rank) => enrich(raw, topics, rank))
}
