/** Compiles a folder of sources once, and says what that took. */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { readFrozenBasis } from '../../src/compiler/frozen-basis.ts'
import { gather, type Gathered } from '../../src/compiler/gather.ts'
import { listSources } from '../../src/compiler/source-list.ts'
import { corpusFiles, type CorpusFiles } from '../../src/compiler/write.ts'
import { readTopicRules, type TopicRules } from '../../src/enrich/topic-rules.ts'
import { compileTopics } from '../../src/enrich/topics.ts'
import type { Paper } from '../../src/corpus/paper.ts'
import { encodeVectors } from '../../src/meaning/vectors.ts'

/** `megabytes`: the most memory that the process ever had, before it made vectors. */
export const Figures = v.object({ seconds: v.number(), vectorSeconds: v.number(), megabytes: v.number() })
export type Compiled = v.InferOutput<typeof Figures>

/** What compiling a folder takes, in a process that does nothing else. */
export async function measureCompiling(folder: string): Promise<Compiled> {
  const start = performance.now()
  const { papers } = await compile(folder)
  const seconds = (performance.now() - start) / 1_000
  const megabytes = process.resourceUsage().maxRSS / 1_024
  return { seconds, megabytes, vectorSeconds: timeVectors(papers) }
}

/** The files of a corpus without its newest papers, so many of them, and of the whole. */
export async function twoDays(
  folder: string,
  newest: number,
): Promise<{ readonly before: CorpusFiles['files']; readonly after: CorpusFiles['files'] }> {
  const { rules, files, ...gathered } = await compile(folder)
  const papers = gathered.papers.slice(newest).map((paper, rank) => ({ ...paper, rank }))
  const days = gathered.days.slice(newest)
  return { before: corpusFiles({ ...gathered, papers, days }, rules, null).files, after: files }
}

async function compile(
  folder: string,
): Promise<Gathered & { readonly rules: TopicRules; readonly files: CorpusFiles['files'] }> {
  const rules = readTopicRules(JSON.parse(readFileSync('data/topics.json', 'utf8')))
  if (!rules.ok) throw new Error(rules.error)
  const listed = listSources([folder])
  const gathered = listed.ok ? await gather(listed.value, compileTopics(rules.value), false) : listed
  if (!gathered.ok) throw new Error(gathered.error)
  return { ...gathered.value, rules: rules.value, files: corpusFiles(gathered.value, rules.value, null).files }
}

function timeVectors(papers: readonly Paper[]): number {
  const frozen = readFrozenBasis('.')
  if (!frozen.ok) throw new Error(frozen.error)
  const start = performance.now()
  encodeVectors(papers, frozen.value.basis)
  return (performance.now() - start) / 1_000
}
