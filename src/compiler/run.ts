/** Compiles sources into a corpus directory: list, read, enrich, arrange, swap in. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lineOf } from '../base/lines.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Paper } from '../corpus/paper.ts'
import { readTopicRules, type TopicRules } from '../enrich/topic-rules.ts'
import { compileTopics } from '../enrich/topics.ts'
import { makeBasis } from '../meaning/make-basis.ts'
import { explain } from './explain.ts'
import { BASIS_FILE, readFrozenBasis } from './frozen-basis.ts'
import { readFrozenWords, writeFrozenWords } from './frozen-words.ts'
import { gather, type Gathered, type Merged } from './gather.ts'
import { at, readJson } from './place.ts'
import { listSources } from './source-list.ts'
import { checkSynonyms } from './synonym-table.ts'
import { corpusFiles, writeCorpus } from './write.ts'

export interface CompileOptions {
  /** The project's root, for data/topics.json and data/sources. */
  readonly root: string
  /** The directory that becomes the corpus. */
  readonly out: string
  /** Files, or directories that hold a sources.json; none means data/sources. */
  readonly sources: readonly string[]
  /** Leaves out records that cannot be read, instead of stopping at the first. */
  readonly keepGoing?: boolean
}

export interface CompileReport {
  readonly papers: readonly Paper[]
  /** Papers that stood twice, and stand once now. */
  readonly merged: readonly Merged[]
  /** What is wrong with the records that were left out, a sentence each. */
  readonly leftOut: readonly string[]
  readonly generation: string
}

/** Writes the corpus, or leaves `out` as it was and says `file:line: what is wrong`. */
export async function compileCorpus(options: CompileOptions): Promise<Result<CompileReport, string>> {
  const read = await readAll(options)
  if (!read.ok) return read
  const { gathered, rules } = read.value
  const basis = readFrozenBasis(options.root)
  if (!basis.ok) return basis
  const words = readFrozenWords(options.root)
  if (!words.ok) return words
  const synonyms = checkSynonyms(options.root)
  if (!synonyms.ok) return synonyms
  const files = corpusFiles(gathered, rules, { ...basis.value, words: words.value })
  const written = writeCorpus(resolve(options.out), files)
  if (!written.ok) return written
  const { papers, merged, leftOut } = gathered
  return ok({ papers, merged, leftOut, generation: files.generation })
}

/** What the rules found in each paper and why, as text to read through; writes nothing. */
export async function explainCorpus(options: Omit<CompileOptions, 'out'>): Promise<Result<string, string>> {
  const read = await readAll(options)
  if (!read.ok) return read
  return ok(explain(read.value.gathered.papers, read.value.rules))
}

/** Makes the basis anew from the sources and puts it into data/; every vector changes with it. Says what it made. */
export async function compileBasis(options: Omit<CompileOptions, 'out'>): Promise<Result<string, string>> {
  const read = await readAll(options)
  if (!read.ok) return read
  const bytes = makeBasis(read.value.gathered.papers)
  writeFileSync(join(options.root, BASIS_FILE), bytes)
  return ok(`${BASIS_FILE}: ${String(bytes.length)} bytes, from ${String(read.value.gathered.papers.length)} papers`)
}

/** Makes the table of words anew from a file of word vectors and the sources, and puts it into data/. Says what it made. */
export async function compileWords(
  options: Omit<CompileOptions, 'out'> & { readonly vectors: string },
): Promise<Result<string, string>> {
  const read = await readAll(options)
  return read.ok ? writeFrozenWords(options.root, options.vectors, read.value.gathered.papers) : read
}

async function readAll({
  root,
  sources,
  keepGoing = false,
}: Omit<CompileOptions, 'out'>): Promise<Result<{ readonly gathered: Gathered; readonly rules: TopicRules }, string>> {
  const rules = readRules(join(root, 'data/topics.json'))
  if (!rules.ok) return rules
  const listed = listSources(sources.length > 0 ? sources : [join(root, 'data/sources')])
  if (!listed.ok) return listed
  const gathered = await gather(listed.value, compileTopics(rules.value), keepGoing)
  return gathered.ok ? ok({ gathered: gathered.value, rules: rules.value }) : gathered
}

function readRules(file: string): Result<TopicRules, string> {
  const json = readJson(file)
  if (!json.ok) return json
  const rules = readTopicRules(json.value.value)
  if (rules.ok) return rules
  const topic = /^(\d+)\./.exec(rules.error)?.[1]
  const offset = topic === undefined ? 0 : startOfTopic(json.value.text, Number(topic))
  return err(at(file, lineOf(json.value.text, offset), rules.error))
}

/** Where the nth topic begins in the text: the nth `{` that opens at the first level of the list. */
function startOfTopic(text: string, topic: number): number {
  let depth = 0
  let seen = 0
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (sign === '{' && depth++ === 0 && seen++ === topic) return index
    if (sign === '}') depth--
  }
  return 0
}
