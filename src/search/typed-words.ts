/** Words of a query as they stand while it is typed. */
import type { Words } from '../query/tree.ts'

export interface TypedWords {
  readonly words: Pick<Words, 'parts' | 'exact' | 'field'>
  /** Whether the last of them is still being typed. */
  readonly open: boolean
}
