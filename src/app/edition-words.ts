/** An edition in words: its subject, the headings of its sections, and why a paper is in it. */
import type { Day } from '../base/days.ts'
import type { Manifest } from '../corpus/manifest.ts'
import type { Edition, Reason, Section } from '../digest/edition.ts'
import { countPapers, countVotes, shortDay, thousands } from '../text/english.ts'

/** What a corpus says of its papers, as far as an edition repeats it. */
export type Page = Pick<Manifest, 'papers' | 'taken'> & {
  readonly sources: readonly Pick<Manifest['sources'][number], 'dated' | 'daily'>[]
}

/** `Offprint of 22 Nov`, after days away `9–22 Nov, while you were away`; `Daily papers` where a source lists all of them on that day. */
export function editionTitle(edition: Edition): string {
  if (edition.kind === 'papers' && edition.since !== null)
    return `${daysInWords(edition.since, edition.day)}, while you were away`
  if (isDaily(edition)) return `Daily papers of ${shortDay(edition.day)} ${edition.day.slice(0, 4)}`
  return `Offprint of ${shortDay(edition.day)}`
}

/** `edition 3 of 17`; null where nobody can say how many there will be. */
export function editionPlace(edition: Edition, page: Page | null): string | null {
  if (edition.kind === 'last' || edition.listed || isDaily(edition) || (page && isDated(page))) return null
  return `edition ${thousands(edition.number)} of ${thousands(edition.of)}`
}

/** `Offprint of 22 Nov · edition 3 of 17`. */
export function editionSubject(edition: Edition, page: Page | null): string {
  const place = editionPlace(edition, page)
  return editionTitle(edition) + (place === null ? '' : ` · ${place}`)
}

/** `One page of 198 papers, undated by its source; taken on 22 Nov.` */
export function aboutPage(page: Page): string {
  return `${pageWords(page.papers, page)}; taken on ${shortDay(page.taken)}.`
}

/** `One page of 198 papers, undated by its source`; `240 papers from 2 sources`; `90 papers, day by day`. */
export function pageWords(papers: number, page: Page | null): string {
  if (page && page.sources.length > 1) return `${countPapers(papers)} from ${String(page.sources.length)} sources`
  if (page?.sources[0]?.daily) return `${countPapers(papers)}, day by day`
  return `One page of ${countPapers(papers)}${page && isDated(page) ? '' : ', undated by its source'}`
}

/** What stands over a section. */
export function sectionHeading({ kind, search, entries }: Pick<Section, 'kind' | 'search' | 'entries'>): string {
  switch (kind) {
    case 'search':
      return search?.name ?? 'Saved search'
    case 'because':
      return 'Because you saved'
    case 'page':
      return entries.some(({ reason }) => isTrend(reason)) ? 'Trending' : 'From the page'
    case 'again':
      return 'Again'
  }
}

/** `8 of 29 not yet shown`; what comes again has no such counts. */
export function sectionCounts({ kind, entries, unseen }: Section): string {
  if (kind === 'again') return 'Saved, and not done'
  return `${thousands(entries.length)} of ${thousands(unseen)} not yet shown`
}

/** Why a paper is in an edition, as one line. */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'search':
      return `Found by your search ${reason.name}`
    case 'because':
      return `Because you saved ${reason.title}${sharedWords(reason.terms)}`
    case 'page':
      return isTrend(reason)
        ? `Trending, with ${countVotes(reason.votes)}`
        : `No. ${String(reason.rank + 1)} on the page`
    case 'again':
      return `Again: saved on ${shortDay(reason.saved)}, not done`
  }
}

/** ` · both: pipeline, bubble`, the three weightiest; empty where nothing is named. */
export function sharedWords(terms: readonly string[]): string {
  return terms.length > 0 ? ` · both: ${terms.slice(0, 3).join(', ')}` : ''
}

/** Another reason, as a mark of a few words beside the first. */
export function markWords(reason: Reason): string {
  switch (reason.kind) {
    case 'search':
      return `also ${reason.name}`
    case 'because':
      return `also near ${reason.title}`
    case 'page':
      return `also no. ${thousands(reason.rank + 1)}`
    case 'again':
      return `also saved on ${shortDay(reason.saved)}`
  }
}

function isTrend(reason: Reason): reason is Reason & { readonly kind: 'page'; readonly votes: number } {
  return reason.kind === 'page' && reason.votes !== undefined
}

/** `9–22 Nov`, `24 Nov – 1 Dec`. */
function daysInWords(from: Day, to: Day): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return isOneMonth ? `${String(Number(from.slice(8)))}–${shortDay(to)}` : `${shortDay(from)} – ${shortDay(to)}`
}

function isDaily(edition: Edition): boolean {
  const papers = edition.kind === 'papers' ? edition.sections.flatMap(({ entries }) => entries) : []
  return papers.length > 0 && papers.every(({ paper }) => paper.listed === edition.day)
}

function isDated({ sources }: Page): boolean {
  return sources.length > 0 && sources.every(({ dated }) => dated)
}
