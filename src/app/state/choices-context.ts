/** What the choices of Browse ask of the reader's library, gathered before they are sent to the search worker. */
import type { QueryContext, QueryLibrary } from '../../query/context.ts'
import type { Choices } from '../routes.ts'
import { contextFor } from './language.ts'

/** The library once it has been read; `ready` also settles where it cannot be. */
export interface LibraryAtHand {
  readonly queries: QueryLibrary | null
  readonly ready: Promise<void>
}

export const NO_LIBRARY: LibraryAtHand = { queries: null, ready: Promise.resolve() }

/** Whether what is ticked, or the order, gives another answer for each library. */
export function restsOnLibrary({ filters, sort }: Choices): boolean {
  return filters.is.length > 0 || filters.list.length > 0 || sort === 'saved'
}

/** What the text asks, and what states and lists are counted by; ticks and order wait for the library. */
export async function contextOfChoices(choices: Choices, library: LibraryAtHand): Promise<QueryContext | undefined> {
  if (restsOnLibrary(choices) && library.queries === null) await library.ready
  const { queries } = library
  const asked = await contextFor([choices.text], queries)
  const counted = queries?.countable(choices.filters) ?? []
  if (asked === null && counted.length === 0) return undefined
  const others = (asked?.facts ?? []).filter(
    (fact) => !counted.some(({ name, value }) => name === fact.name && value === fact.value),
  )
  return { facts: [...counted, ...others], searches: asked?.searches ?? [] }
}
