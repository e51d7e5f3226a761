/** A loaded corpus as the window and the editions see it. */
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Page } from '../digest/facts.ts'
import type { CorpusInfo } from './protocol.ts'

/** What the window is told of a corpus just opened; `arrived` of its papers were not here before. */
export function describeCorpus({ manifest, papers, from }: LoadedCorpus, arrived: number): CorpusInfo {
  const { generation, taken, topics, sources, state, shards } = manifest
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, state.bytes)
  return { generation, taken, papers: papers.length, arrived, topics, sources, bytes, from, kept: null }
}

/** What an edition is made from. */
export function pageOf({ manifest: { generation, topics }, papers }: LoadedCorpus, meaning: Page['meaning']): Page {
  return { generation, topics, papers, meaning }
}
