/** Which papers are here, for whoever asks again when others are. */
import type { CorpusInfo } from '../../search/protocol.ts'

/** A name for them, the same as long as they are; null while more of them come. */
export function standingOf({ generation, papers, extent: { coming } }: CorpusInfo): string | null {
  return coming === null || coming.kind === 'stopped' ? `${generation} ${String(papers)}` : null
}
