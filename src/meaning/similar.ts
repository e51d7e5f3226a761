/** Similar papers: the vectors find them, the words put them in order and say why. */
import type { Paper } from '../corpus/paper.ts'
import { sharedTerms } from './reasons.ts'
import { nearness, vectorOf, type Space, type Text } from './space.ts'
import { countTerms } from './terms.ts'
import { overlap, weigh } from './weights.ts'

export interface Similar {
  readonly paper: Paper
  /** Words that stand in both, as written in this one; none where they say the same in other words. */
  readonly terms: readonly string[]
}

/** How many that lie near are read word by word, some 0.2 ms each. */
const READ = 60
/** The cosine of words is about half that of vectors; so both weigh alike. */
const WORDS = 2

/** The papers nearest to a text, at most `count`, the nearest first; itself left out. */
export function findSimilar(space: Space, text: Text, count: number): readonly Similar[] {
  return nearest(space, text)
    .slice(0, count)
    .map((paper) => ({ paper, terms: sharedTerms(text, paper, space.basis) }))
}

function nearest(space: Space, text: Text): readonly Paper[] {
  const vector = vectorOf(space, text)
  const words = weigh(countTerms(text), space.basis)
  return space.papers
    .map((paper, row) => ({ paper, near: nearness(vector, space.vectors, row * vector.length) }))
    .filter(({ paper, near }) => paper.id !== text.id && near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, READ)
    .map(({ paper, near }) => ({ paper, score: near + WORDS * overlap(words, weigh(countTerms(paper), space.basis)) }))
    .sort((a, b) => b.score - a.score)
    .map(({ paper }) => paper)
}
