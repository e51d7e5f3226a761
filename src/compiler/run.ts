/** Compiles sources into a corpus directory: read, enrich, arrange into shards, swap in. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { err, ok, type Result } from '../base/result.ts'
import { FORMAT, type CorpusFile, type Manifest } from '../corpus/manifest.ts'
import type { Paper } from '../corpus/paper.ts'
import { encodeShard } from '../corpus/shard.ts'
import { enrich } from '../enrich/enrich.ts'
import { readTopicRules } from '../enrich/topic-rules.ts'
import { compileTopics } from '../enrich/topics.ts'
import { readSource } from '../sources/read-source.ts'

export interface CompileOptions {
  /** The directory that becomes the corpus. */
  readonly out: string
  /** Files, or directories that hold a sources.json; none means data/sources. */
  readonly sources: readonly string[]
  /** The project's root. */
  readonly root: string
}

export interface CompileReport {
  readonly papers: readonly Paper[]
  readonly merged: number
  readonly generation: string
}

/** Writes the corpus, or leaves `out` as it was and says `file:line: what is wrong`. */
export function compileCorpus(options: CompileOptions): Result<CompileReport, string> {
  const rules = readTopicRules(JSON.parse(readFileSync(join(options.root, 'data/topics.json'), 'utf8')))
  if (!rules.success) return err(`data/topics.json:1: ${rules.issues[0].message}`)
  const topics = compileTopics(rules.output)
  const papers: Paper[] = []
  const seen = new Set<string>()
  const sources: Manifest['sources'][number][] = []
  let merged = 0
  const given = options.sources.length > 0 ? options.sources : [join(options.root, 'data/sources')]
  for (const entry of given.flatMap(listSource)) {
    if (!existsSync(entry.path)) return err(`${entry.path}:1: there is no such file`)
    const raw = readSource(readFileSync(entry.path))
    if (!raw.ok) return err(`${entry.path}:${String(raw.error.line)}: ${raw.error.what}`)
    for (const one of raw.value) {
      const paper = enrich(one, topics, papers.length)
      if (seen.has(paper.id)) merged++
      else papers.push(paper)
      seen.add(paper.id)
    }
    sources.push({ name: entry.name, taken: entry.taken, papers: raw.value.length, dated: false, ranked: false })
  }
  const taken =
    sources
      .map((source) => source.taken)
      .sort()
      .at(-1) ?? '1970-01-01'
  const labels = rules.output.map(({ id, label }) => ({ id, label }))
  const generation = write(resolve(options.out), papers, { taken, sources, topics: labels })
  return ok({ papers, merged, generation })
}

function listSource(path: string): { path: string; name: string; taken: string }[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    const listed = existsSync(join(dirname(path), 'sources.json')) ? listSource(dirname(path)) : []
    const known = listed.find((entry) => basename(entry.path) === basename(path))
    const day = existsSync(path) ? statSync(path).mtime.toISOString().slice(0, 10) : '1970-01-01'
    return [known ?? { path, name: basename(path), taken: day }]
  }
  const list = JSON.parse(readFileSync(join(path, 'sources.json'), 'utf8')) as {
    file: string
    name: string
    taken: string
  }[]
  return list.map(({ file, name, taken }) => ({ path: join(path, file), name, taken }))
}

function write(out: string, papers: readonly Paper[], about: Pick<Manifest, 'taken' | 'sources' | 'topics'>): string {
  const fresh = `${out}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  const put = (name: string, text: string): CorpusFile => {
    const sha256 = createHash('sha256').update(text).digest('hex')
    const file = `${name}-${sha256.slice(0, 12)}.json`
    writeFileSync(join(fresh, file), text)
    return { file, bytes: Buffer.byteLength(text), sha256 }
  }
  const shard = { ...put('papers', encodeShard(papers)), papers: papers.length, first: null, last: null }
  const state = put('state', JSON.stringify({ format: FORMAT }))
  const generation = `${about.taken}-${shard.sha256.slice(0, 12)}`
  const manifest: Manifest = {
    format: FORMAT,
    generation,
    taken: about.taken,
    papers: papers.length,
    state,
    shards: [shard],
    topics: about.topics,
    sources: about.sources,
  }
  writeFileSync(join(fresh, 'manifest.json'), JSON.stringify(manifest))
  const old = `${out}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(out)) renameSync(out, old)
  renameSync(fresh, out)
  rmSync(old, { recursive: true, force: true })
  return generation
}
