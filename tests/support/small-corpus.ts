/** Small corpora for tests of the loader, encoded as the compiler encodes them. */
import { createHash } from 'node:crypto'
import { FORMAT, type Manifest } from '../../src/corpus/manifest.ts'
import type { Paper } from '../../src/corpus/paper.ts'
import { encodeShard } from '../../src/corpus/encode-shard.ts'

/** Files by name, as they would lie in `corpus/`. */
export type CorpusFiles = Map<string, string>

/** A title, and the day of its listing where it has one; also with its abstract and an id that is not made of the title. */
type Bare =
  string | { readonly title: string; readonly listed: string; readonly abstract?: string; readonly id?: string }

/** A corpus with one shard for each list of titles, whose papers say nothing but their titles, or that and a day. */
export function smallCorpus(generation: string, shards: readonly (readonly Bare[])[]): CorpusFiles {
  const files: CorpusFiles = new Map()
  const add = (name: string, text: string): { file: string; bytes: number; sha256: string } => {
    const sha256 = createHash('sha256').update(text).digest('hex')
    const file = `${name}-${sha256.slice(0, 8)}.json`
    files.set(file, text)
    return { file, bytes: Buffer.byteLength(text), sha256 }
  }
  const manifest: Manifest = {
    format: FORMAT,
    generation,
    taken: '2026-11-22',
    papers: shards.flat().length,
    state: add('state', JSON.stringify({ format: FORMAT })),
    shards: shards.map((titles) => {
      const days = titles.flatMap((bare) => (typeof bare === 'string' ? [] : [bare.listed])).sort()
      return {
        ...add('shard', encodeShard(titles.map(paper))),
        papers: titles.length,
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
      }
    }),
    topics: [],
    sources: [],
  }
  return files.set('manifest.json', JSON.stringify(manifest))
}

function paper(bare: Bare, rank: number): Paper {
  const { title, ...stated } = typeof bare === 'string' ? { title: bare } : bare
  const id = title.toLowerCase().replace(/[^\w.-]+/g, '-')
  const nothing = { codeLinks: [], projectLink: null, system: null, does: null, result: null }
  return { id, title, abstract: '', rank, topics: [], kind: 'method', code: 'none', ...nothing, ...stated }
}
