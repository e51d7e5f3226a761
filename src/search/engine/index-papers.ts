/** Indexes papers by themselves, in packs that an engine takes in at once. */
import type { Paper } from '../../corpus/paper.ts'
import { wordsOf } from '../../text/tokenize.ts'
import { PackBuilder, type Indexed, type Pack } from '../packed/pack.ts'
import { keysOf } from './paper-keys.ts'

/** Papers in their order, and their pack. */
export interface PackedPapers {
  readonly papers: readonly Paper[]
  readonly pack: Pack
}

/** What is indexed of a paper. */
function indexed(paper: Paper): Indexed {
  return { title: wordsOf(paper.title), abstract: wordsOf(paper.abstract), keys: keysOf(paper) }
}

/** Indexes papers at once. */
export function indexPapers(papers: readonly Paper[]): Pack {
  const builder = new PackBuilder()
  for (const paper of papers) builder.add(indexed(paper))
  return builder.pack()
}

/** The same, in pieces: after each paper it may `pause` to let others do theirs. */
export async function indexInPieces(papers: readonly Paper[], pause: () => Promise<void> | null): Promise<Pack> {
  const builder = new PackBuilder()
  for (const paper of papers) {
    builder.add(indexed(paper))
    const paused = pause()
    if (paused) await paused
  }
  return builder.pack()
}
