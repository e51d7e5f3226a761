/** What the list below the search box holds: suggestions for what is typed, or what was searched for lately. */
import type { Suggestion } from '../../../query/suggest.ts'

export type Choosable = Suggestion | (Omit<Suggestion, 'kind'> & { readonly kind: 'recent' })

/** A search of before, for a box that is empty. */
export function asChoosable(text: string): Choosable {
  return { kind: 'recent', insert: text, span: { start: 0, end: 0 }, label: text, help: '' }
}
