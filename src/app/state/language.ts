/** What queries ask of the reader's library, looked up before they travel to the worker. */
import type { QueryContext, QueryLibrary } from '../../query/context.ts'

/** Null for texts without names, or without a library: they can be asked at once. */
export function contextFor(texts: readonly string[], library: QueryLibrary | null): Promise<QueryContext> | null {
  if (library === null || !texts.some((text) => /[:：]/.test(text))) return null
  // The parser comes with Browse; the first load is spared it.
  return Promise.all([import('../../query/parse.ts'), import('../../query/context.ts')]).then(
    ([{ parse }, { contextOf }]) => {
      // Topics take nothing from the library.
      const queries = texts.map((text) => parse(text, { topics: [], library }))
      return contextOf(queries, library)
    },
  )
}
