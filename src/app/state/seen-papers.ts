/** Papers that earlier editions have shown and that would belong in a section of this one: what its count counts. */
import { dayOf, type Day } from '../../base/days.ts'
import { entriesOf, type Section } from '../../digest/edition.ts'
import { isOfDays } from '../../digest/window.ts'
import type { Named } from '../../library/lists.ts'
import type { Snapshot } from '../../library/snapshot.ts'
import type { AppState } from './app.ts'
import { foundBy } from './search-counts.svelte.ts'

/**
 * In page order; of a saved search those that it finds, none where the search is gone or cannot be asked. What was
 * near to a reader's papers is the edition's to know, the nearest first.
 */
export async function seenPapers(
  app: Pick<AppState, 'library' | 'client'>,
  section: Section,
  day: Day,
): Promise<readonly Named[]> {
  const { snapshot } = app.library
  if (!snapshot) return []
  const days = snapshot.editions.find((edition) => edition.day === day)?.listed ?? null
  const ids = section.kind === 'because' ? (section.seenIds ?? []) : [...shownBefore(snapshot, day)]
  const answers = await Promise.all(ids.map((id) => app.client.paper(id)))
  const papers = answers.flatMap((answer) => (answer.ok && answer.value.paper ? [answer.value.paper] : []))
  if (section.kind === 'because') return papers
  const inOrder = papers.sort((a, b) => a.rank - b.rank)
  if (section.kind !== 'search') return inOrder.filter((paper) => isOfDays(paper, days))
  const query = snapshot.searches.find(({ id }) => id === section.search?.id)?.query
  if (query === undefined) return []
  const finds = new Set((await foundBy(app, [query]))?.[0])
  return inOrder.filter(({ id }) => finds.has(id))
}

/** The record of a paper says when it was shown last, which may be today: again. Editions say the rest. */
function shownBefore({ editions, shown, papers }: Snapshot, day: Day): ReadonlySet<string> {
  const earlier = editions.filter((edition) => edition.day < day)
  const ids = [
    ...earlier.flatMap((edition) => entriesOf(edition).map(({ paper }) => paper.id)),
    ...[...shown].flatMap(([id, on]) => (on < day ? [id] : [])),
  ]
  const wasRefused = (id: string): boolean => {
    const at = papers.get(id)?.notForMe ?? null
    return at !== null && dayOf(new Date(at)) < day
  }
  return new Set(ids.filter((id) => !wasRefused(id)))
}
