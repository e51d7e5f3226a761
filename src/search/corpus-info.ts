/** A loaded corpus as the window and the editions see it. */
import { lastOf } from '../base/days.ts'
import type { LoadedCorpus } from '../corpus/load.ts'
import type { Paper } from '../corpus/paper.ts'
import type { Reach } from '../corpus/reach.ts'
import { isTrending, statementsOf } from '../corpus/statements.ts'
import type { Page } from '../digest/facts.ts'
import type { Coming, CorpusInfo, Extent } from './protocol.ts'

/** What the window is told of a corpus just opened; `arrived` of its papers were not here before, `own` are the reader's. */
export function describeCorpus(corpus: LoadedCorpus, arrived: number, own: readonly Paper[]): CorpusInfo {
  const { manifest, papers, aliases, movement, from } = corpus
  const { generation, taken, topics, sources, state, shards } = manifest
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, state.bytes)
  const stated = statementsOf(papers, own)
  return {
    ...{ generation, taken, papers: papers.length, arrived, topics, stated, sources, bytes, from, kept: null },
    extent: extentOf(corpus),
    ...(aliases.size > 0 && { aliases }),
    ...(movement && { movement }),
    ...(manifest.words && { meaning: { bytes: manifest.words.bytes, here: false } }),
  }
}

function extentOf({ whole, wanted, reach, offers, unread, papers }: LoadedCorpus): Extent {
  const coming: Coming | null = unread ? { kind: 'reading' } : papers.length < wanted ? { kind: 'fetching' } : null
  return { of: whole.papers, wanted, coming, reach, offers }
}

/** The same once the reader has chosen, before anything has come or gone. */
export function chosenExtent({ papers, extent }: CorpusInfo, reach: Reach): Extent {
  const wanted = extent.offers.find((offer) => offer.reach === reach)?.papers ?? extent.wanted
  const coming =
    extent.coming?.kind === 'reading' ? extent.coming : papers < wanted ? ({ kind: 'fetching' } as const) : null
  return { ...extent, reach, wanted, coming }
}

/** What an edition is made from. */
export function pageOf({ manifest, papers }: LoadedCorpus, meaning: Page['meaning']): Page {
  const { generation, topics, sources } = manifest
  // The newest that brought papers of its own: others only say more of papers that are there.
  const bringing = sources.filter((source) => source.papers > 0)
  const newest = lastOf(bringing.map(({ taken }) => taken))
  const dated = bringing.some(({ taken, daily }) => taken === newest && daily === true)
  return { generation, topics, stated: statementsOf(papers), papers, dated, trending: isTrending(sources), meaning }
}
