/** What a query asks of the reader's library, looked up before the query travels to the worker. */
import type { Asked, QueryContext } from '../../query/context.ts'
import type { NamedSearch } from '../../query/vocabulary.ts'

/** The library as queries see it. */
export interface QueryLibrary {
  readonly lists: readonly string[]
  readonly searches: readonly NamedSearch[]
  /** The ids of the papers that are saved, in a list, saved in the last so many days … */
  readonly papersOf: (asked: Asked) => readonly string[]
}

/** Null for a text without names, or without a library: it can be asked at once. */
export function contextFor(text: string, library: QueryLibrary | null): Promise<QueryContext> | null {
  if (library === null || !/[:：]/.test(text)) return null
  // The parser comes with Browse; the first load is spared it.
  return Promise.all([import('../../query/parse.ts'), import('../../query/context.ts')]).then(
    // Topics take nothing from the library.
    ([{ parse }, { contextOf }]) => contextOf(parse(text, { topics: [], library }), library.searches, library.papersOf),
  )
}
