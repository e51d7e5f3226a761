/** An edition of long ago, for which the library has kept titles: its papers are looked up where they still are. */
import { untrack } from 'svelte'
import { isTitleOnly } from '../../corpus/title-only.ts'
import { entriesOf, type Edition } from '../../digest/edition.ts'
import { withPapers } from '../../library/past-editions.ts'
import type { AppState } from './app.ts'

/** Whether papers of an edition are to be looked up. */
export function isPast(edition: Edition): boolean {
  return entriesOf(edition).some(({ paper }) => isTitleOnly(paper))
}

/** With the reader's own copies, else the papers of the corpus; of those that are gone the title stays. */
export async function recall(
  { library, client }: Pick<AppState, 'library' | 'client'>,
  past: Edition,
): Promise<Edition> {
  const found = await Promise.all(
    entriesOf(past).map(async ({ paper: { id } }) => {
      // As it was saved when the page was opened: what is saved meanwhile does not draw it anew.
      const copy = untrack(() => library.of(id)?.paper ?? null)
      if (copy) return copy
      const reply = await client.paper(id)
      return reply.ok ? reply.value.paper : null
    }),
  )
  const papers = new Map(found.flatMap((paper) => (paper ? [[paper.id, paper] as const] : [])))
  return withPapers(past, (paper) => papers.get(paper.id) ?? paper)
}
