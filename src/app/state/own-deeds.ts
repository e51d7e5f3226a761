/** What a reader can do with papers of their own and with links that wait for theirs. */
import type { Paper } from '../../corpus/paper.ts'
import type { Titled } from '../../corpus/title-only.ts'
import * as mine from '../../library/mine.ts'
import { countPapers, thousands } from '../../text/english.ts'
import type { Deed, Scene } from './deed.ts'

function bringPapers({ now }: Scene, papers: readonly Paper[]): Deed {
  return { change: mine.bringPapers(papers, now), words: `${countPapers(papers.length)} added to your own` }
}

function deleteMine(_scene: Scene, papers: readonly Titled[]): Deed {
  const change = mine.deleteMine(papers.map(({ id }) => id))
  return { change, words: papers.length === 1 ? 'Deleted from your papers' : `${countPapers(papers.length)} deleted` }
}

function waitFor({ snapshot, now }: Scene, links: readonly mine.WaitingLink[]): Deed {
  return { change: mine.waitFor(snapshot, links, now), words: `${countLinks(links.length)} kept for later` }
}

function stopWaiting(_scene: Scene, ids: readonly string[]): Deed {
  return { change: mine.stopWaiting(ids), words: `${countLinks(ids.length)} deleted` }
}

/** The papers of links that waited have come. */
function resolveWaiting(
  { snapshot, now }: Scene,
  come: readonly { readonly id: string; readonly paper: Paper }[],
): Deed {
  // Another tab may have been first.
  const news = come.filter(({ id }) => snapshot.waiting.has(id))
  const [first] = news
  if (!first) return { change: [], words: null }
  const words =
    news.length === 1
      ? `A paper you waited for is here: “${first.paper.title}”, saved to To read`
      : `${countPapers(news.length)} you waited for are here, saved to To read`
  return { change: mine.resolveWaiting(snapshot, news, now), words }
}

function countLinks(count: number): string {
  return count === 1 ? '1 link' : `${thousands(count)} links`
}

/** Each by its name. */
export const OWN_DEEDS = { bringPapers, deleteMine, waitFor, stopWaiting, resolveWaiting }
