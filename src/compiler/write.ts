/** Writes a corpus beside its place and swaps it in, so that a reader finds the old one or the new one whole. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lastOf } from '../base/days.ts'
import { err, ok, type Result } from '../base/result.ts'
import { messageOf } from '../base/thrown.ts'
import { FORMAT, type CorpusFile, type Manifest } from '../corpus/manifest.ts'
import { dayOfPaper, type Paper, type Topic } from '../corpus/paper.ts'
import { encodeShard } from '../corpus/encode-shard.ts'
import { encodeVectors } from '../meaning/vectors.ts'
import { arrange, SHARD_PAPERS } from './arrange.ts'
import { feedFiles } from './feeds.ts'
import type { FrozenBasis } from './frozen-basis.ts'
import type { Gathered } from './gather.ts'
import { papersPage, PAPERS_STYLE } from './papers-page.ts'

/** Pages and feeds that are read without the app hold no more papers than that. */
const PLAIN_PAPERS = SHARD_PAPERS

/** The files of a corpus by name, and its generation; the same papers give the same bytes. */
export interface CorpusFiles {
  readonly generation: string
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

/** Arranges papers into shards, state, manifest, and what is read without the app: a page and the feeds; vectors where there is a basis. */
export function corpusFiles(
  { papers, sources, days, aliases, movement }: Gathered,
  topics: readonly Topic[],
  frozen: (FrozenBasis & { readonly words: Uint8Array | null }) | null,
): CorpusFiles {
  const files = new Map<string, string | Uint8Array>()
  const add = (name: string, content: string | Uint8Array): CorpusFile => {
    const sha256 = createHash('sha256').update(content).digest('hex')
    const file = `${name}-${sha256.slice(0, 12)}.${typeof content === 'string' ? 'json' : 'bin'}`
    files.set(file, content)
    return { file, bytes: Buffer.byteLength(content), sha256 }
  }
  const shards = arrange(papers).map((part) => ({
    ...add('papers', encodeShard(part)),
    papers: part.length,
    ...firstAndLast(part),
    ...(frozen && { vectors: add('vectors', encodeVectors(part, frozen.basis)) }),
  }))
  const about = {
    taken: lastOf(sources.map(({ taken }) => taken)),
    papers: papers.length,
    state: add(
      'state',
      JSON.stringify({
        format: FORMAT,
        ...(Object.keys(aliases).length > 0 && { aliases }),
        ...(movement && { movement }),
      }),
    ),
    shards,
    ...(frozen && { basis: add('basis', frozen.bytes) }),
    ...(frozen?.words && { words: add('words', frozen.words) }),
    topics: topics.map(({ id, label }) => ({ id, label })),
    sources,
  }
  const hash = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 12)
  const manifest: Manifest = { format: FORMAT, generation: `${about.taken}-${hash}`, ...about }
  files.set('manifest.json', JSON.stringify(manifest))
  const plain = papers.slice(0, PLAIN_PAPERS)
  files.set('papers.html', papersPage(plain, manifest))
  files.set('papers.css', PAPERS_STYLE)
  for (const [name, text] of feedFiles(plain, manifest, days)) files.set(name, text)
  return { generation: manifest.generation, files }
}

/** Puts the files in place of the directory `out`, which must be absent, empty or a corpus; or says why not. */
export function writeCorpus(out: string, { files }: CorpusFiles): Result<null, string> {
  if (existsSync(out) && !existsSync(join(out, 'manifest.json')) && readdirSync(out).length > 0)
    return err(`${out}:1: it holds other things than a corpus; name an empty directory`)
  const beside = (word: string): string => join(dirname(out), `.${basename(out)}.${word}`)
  const [fresh, old] = [beside('new'), beside('old')]
  try {
    rmSync(fresh, { recursive: true, force: true })
    for (const [name, content] of files) {
      mkdirSync(dirname(join(fresh, name)), { recursive: true })
      writeFileSync(join(fresh, name), content)
    }
    rmSync(old, { recursive: true, force: true })
    if (existsSync(out)) renameSync(out, old)
    renameSync(fresh, out)
  } catch (cause) {
    if (existsSync(old) && !existsSync(out)) renameSync(old, out)
    rmSync(fresh, { recursive: true, force: true })
    return err(`${out}:1: cannot be written: ${messageOf(cause)}`)
  }
  rmSync(old, { recursive: true, force: true })
  return ok(null)
}

/** The days between which its papers were listed; null where no source states any. */
function firstAndLast(papers: readonly Paper[]): { readonly first: string | null; readonly last: string | null } {
  const days = papers.flatMap((paper) => dayOfPaper(paper) ?? []).sort()
  return { first: days[0] ?? null, last: days.at(-1) ?? null }
}
