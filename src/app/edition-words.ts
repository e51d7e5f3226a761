/** An edition in words: its subject, the headings of its sections, and why a paper is in it. */
import type { Manifest } from '../corpus/manifest.ts'
import type { Edition, Reason, Section } from '../digest/edition.ts'
import { countPapers, shortDay, thousands } from '../text/english.ts'

/** What a corpus says of its papers, as far as an edition repeats it. */
export type Page = Pick<Manifest, 'papers' | 'taken'> & {
  readonly sources: readonly Pick<Manifest['sources'][number], 'dated'>[]
}

/** `Offprint of 22 Nov · edition 3 of 17`; the source's own day only where every source states days. */
export function editionSubject(edition: Edition, page: Page): string {
  if (isDated(page)) return `Daily papers of ${shortDay(edition.day)} ${edition.day.slice(0, 4)}`
  const title = `Offprint of ${shortDay(edition.day)}`
  return edition.kind === 'last' ? title : `${title} · edition ${String(edition.number)} of ${String(edition.of)}`
}

/** `One page of 198 papers, undated by its source; taken on 22 Nov.` */
export function aboutPage(page: Page): string {
  const undated = isDated(page) ? '' : ', undated by its source'
  return `One page of ${countPapers(page.papers)}${undated}; taken on ${shortDay(page.taken)}.`
}

/** What stands over a section. */
export function sectionHeading({ kind, search }: Pick<Section, 'kind' | 'search'>): string {
  switch (kind) {
    case 'search':
      return search?.name ?? 'Saved search'
    case 'because':
      return 'Because you saved'
    case 'page':
      return 'From the page'
    case 'again':
      return 'Again'
  }
}

/** `8 of 29 not yet shown · 12 seen`; what comes again has no such counts. */
export function sectionCounts({ kind, entries, unseen, seen }: Section): string {
  if (kind === 'again') return 'Saved, and not done'
  const shown = `${thousands(entries.length)} of ${thousands(unseen)} not yet shown`
  return seen > 0 ? `${shown} · ${thousands(seen)} seen` : shown
}

/** Why a paper is in an edition, as one line. */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'search':
      return `Found by your search ${reason.name}`
    case 'because':
      return `Because you saved ${reason.title}${reason.terms.length > 0 ? ` · both: ${reason.terms.slice(0, 3).join(', ')}` : ''}`
    case 'page':
      return `No. ${String(reason.rank + 1)} on the page`
    case 'again':
      return `Again: saved on ${shortDay(reason.saved)}, not done`
  }
}

function isDated({ sources }: Page): boolean {
  return sources.length > 0 && sources.every(({ dated }) => dated)
}
