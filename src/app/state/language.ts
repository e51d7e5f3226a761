/** The query language in the window: what a query asks of the library, and the text it is saved by. */
import { NOTHING_STATED } from '../../corpus/statements.ts'
import type { Question } from '../../library/searches.ts'
import type { QueryContext, QueryLibrary } from '../../query/context.ts'
import type { Vocabulary } from '../../query/vocabulary.ts'
import { NO_CHOICES, type Choices } from '../routes.ts'
import type { LibraryState } from './library.svelte.ts'

/** Whether a text may name something, which the library may have to explain; words alone never do. */
export function hasNames(text: string): boolean {
  return /[:：]/.test(text)
}

/** Null for texts without names, or without a library: they can be asked at once. */
export function contextFor(texts: readonly string[], library: QueryLibrary | null): Promise<QueryContext> | null {
  if (library === null || !texts.some(hasNames)) return null
  // The parser comes with Browse; the first load is spared it.
  return Promise.all([import('../../query/parse.ts'), import('../../query/context.ts')]).then(
    ([{ parse }, { contextOf }]) => {
      // Topics, and what sources state, take nothing from the library.
      const queries = texts.map((text) => parse(text, { topics: [], stated: NOTHING_STATED, library }))
      return contextOf(queries, library)
    },
  )
}

/** What all saved searches ask; null also where the language's code does not come: they are then asked without it. */
export async function contextOfSearches({
  snapshot,
  queries,
}: Pick<LibraryState, 'snapshot' | 'queries'>): Promise<QueryContext | null> {
  const texts = snapshot?.searches.map(({ query }) => query) ?? []
  return (await contextFor(texts, queries)?.catch(() => null)) ?? null
}

/** What a search is saved by: the one text for what is typed and ticked, and its order where one was chosen. */
export async function questionOf({ text, filters, sort }: Choices, vocabulary: Vocabulary): Promise<Question> {
  const [{ parse }, { canonicalText }] = await Promise.all([
    import('../../query/parse.ts'),
    import('../../query/canonical.ts'),
  ])
  const query = canonicalText(parse(text, vocabulary), filters)
  return sort === NO_CHOICES.sort ? { query } : { query, sort }
}
