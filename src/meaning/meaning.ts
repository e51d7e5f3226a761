/** All that is asked of the vectors of a corpus, in one value: it is loaded when it is first wanted. */
import { ok, type Result } from '../base/result.ts'
import type { Paper } from '../corpus/paper.ts'
import { findAround } from './around.ts'
import { rankByInterest, type Pull, type Reader } from './interest.ts'
import { sharedTerms } from './reasons.ts'
import { findSimilar, type Similar } from './similar.ts'
import { openSpace, type SpaceFiles, type Text } from './space.ts'
import type { Described } from './terms.ts'

export interface Meaning {
  /** The papers nearest to a text, the nearest first, with the words that both hold; a paper itself is left out. */
  readonly similar: (text: Text, count: number) => readonly Similar[]
  /** The candidates in order of a reader's interest, and the paper that pulls each. */
  readonly interest: (reader: Reader, candidates: readonly Paper[]) => readonly Pull[]
  /** The papers around some, by id, with the cosine to the middle of them; themselves left out. */
  readonly around: (ids: readonly string[], count: number) => readonly (readonly [id: string, cosine: number])[]
  /** Words that stand in both, as written in the second. */
  readonly shared: (a: Described, b: Described) => readonly string[]
}

/** Puts papers and their vectors together, or says which file is of no use. */
export function openMeaning(papers: readonly Paper[], files: SpaceFiles): Result<Meaning, string> {
  const space = openSpace(papers, files)
  if (!space.ok) return space
  return ok({
    similar: (text, count) => findSimilar(space.value, text, count),
    interest: (reader, candidates) => rankByInterest(space.value, reader, candidates),
    around: (ids, count) => findAround(space.value, ids, count),
    shared: (a, b) => sharedTerms(a, b, space.value.basis),
  })
}
