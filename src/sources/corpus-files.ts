/** Reads a corpus that was compiled before: its manifest with the shards beside it, or one shard alone. */
import { parseJson, parseJsonText } from '../base/json.ts'
import { err, ok, type Result } from '../base/result.ts'
import { readManifest } from '../corpus/manifest.ts'
import type { Paper } from '../corpus/paper.ts'
import { decodeShard } from '../corpus/shard.ts'
import { known } from '../base/known.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'

/** The bytes of a file beside the one that is read; undefined where it is not at hand. */
export type Beside = (file: string) => Uint8Array | undefined

/** The papers of all shards that a manifest names, in their order. */
export function readCorpusManifest(text: string, beside: Beside): Result<Reading, SourceFault> {
  const manifest = readManifest(parseJsonText(text))
  if (!manifest.ok) {
    const { error } = manifest
    return err(fault(error.kind === 'invalid' ? error.detail : `of format ${String(error.found)}, which is later`))
  }
  const papers: RawPaper[] = []
  for (const { file } of manifest.value.shards) {
    const bytes = beside(file)
    if (!bytes) return err(fault(`${file}, which it names, is not beside it`))
    const shard = decodeShard(parseJson(bytes), papers.length)
    if (!shard.ok) return err(fault(`${file}: ${shard.error}`))
    papers.push(...shard.value.map(rawOf))
  }
  return ok({ papers, faults: [] })
}

/** The papers of one shard. */
export function readCorpusShard(text: string): Result<Reading, SourceFault> {
  const shard = decodeShard(parseJsonText(text), 0)
  return shard.ok ? ok({ papers: shard.value.map(rawOf), faults: [] }) : err(fault(shard.error))
}

function fault(what: string): SourceFault {
  return { line: 1, what: `a corpus that cannot be read: ${what}` }
}

/** A paper as the source that it is for others. */
export function rawOf(paper: Paper): RawPaper {
  const { id, title, abstract, projectLink, codeLinks, rank } = paper
  const { authors, listed, published, votes, arxiv, doi, page } = paper
  return {
    title,
    abstract,
    line: 1,
    record: rank + 1,
    ...known({
      ids: [id],
      ...{ authors, listed, published, votes, arxiv, doi, page },
      project: projectLink ?? undefined,
      code: codeLinks.length > 0 ? codeLinks : undefined,
    }),
  }
}
