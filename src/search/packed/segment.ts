/** Some papers' words, packed once and never changed. */
import { beginningsOf, type Beginnings } from './beginnings.ts'
import type { Lists } from './posting-lists.ts'

export interface Segment extends Lists {
  readonly beginnings: Beginnings
}

/** The segment of these lists. */
export function sealSegment(lists: Lists): Segment {
  return { ...lists, beginnings: beginningsOf(lists) }
}
