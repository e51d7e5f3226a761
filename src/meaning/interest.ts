/** The interest of a reader: which papers lie nearest to what they saved, and far from what they refused. */
import type { Paper } from '../corpus/paper.ts'
import { nearness, vectorAt, type Space } from './space.ts'

/** What a reader did, as ids of papers, the latest first; ids that the corpus does not hold are passed over. */
export interface Reader {
  readonly saved: readonly string[]
  readonly done: readonly string[]
  readonly refused: readonly string[]
}

/** A paper, how much it speaks to the reader, and the saved (else done) paper that it is nearest to. */
export interface Pull {
  readonly paper: Paper
  /** Comparable among papers of one call only; below zero, it is nearer to what was refused. */
  readonly score: number
  /** Its id; `sharedTerms(space, papers…)` of reasons.ts says what the two share. */
  readonly pulledBy: string
  /** The cosine between the two. */
  readonly near: number
}

/** What a paper that was read to its end, or refused, counts beside one that was saved. */
const DONE = 0.5
const REFUSED = -0.5
/** The latest of each, together 75 ms over 10,000 papers; and an old interest may be over. */
const LATEST = 30

/**
 * The candidates in order of interest, the strongest first, ties as they came; none where nothing was saved or done.
 * A score is the sum of squared cosines, so that one close likeness counts more than many faint ones and two
 * interests of one reader do not blur into a third. Papers the reader has dealt with are left out.
 */
export function rankByInterest(space: Space, reader: Reader, candidates: readonly Paper[]): readonly Pull[] {
  const anchors = anchorsOf(space, reader)
  if (!anchors.some(({ weight }) => weight > 0)) return []
  const dealtWith = new Set([...reader.saved, ...reader.done, ...reader.refused])
  const pulls: Pull[] = []
  for (const paper of candidates) {
    const row = space.rows.get(paper.id)
    if (row === undefined || dealtWith.has(paper.id)) continue
    pulls.push({ paper, ...pullOf(vectorAt(space, row), anchors) })
  }
  return pulls.sort((a, b) => b.score - a.score)
}

interface Anchor {
  readonly id: string
  readonly vector: Float32Array
  readonly weight: number
}

function anchorsOf(space: Space, { saved, done, refused }: Reader): readonly Anchor[] {
  const taken = new Set<string>()
  const from = (ids: readonly string[], weight: number): Anchor[] =>
    ids.slice(0, LATEST).flatMap((id) => {
      const row = space.rows.get(id)
      if (row === undefined || taken.has(id)) return []
      taken.add(id)
      return [{ id, vector: vectorAt(space, row), weight }]
    })
  // What was refused later than saved is refused.
  const refusals = from(refused, REFUSED)
  return [...from(saved, 1), ...from(done, DONE), ...refusals]
}

function pullOf(vector: Float32Array, anchors: readonly Anchor[]): Omit<Pull, 'paper'> {
  let score = 0
  let nearest = -1
  let near = 0
  let pulledBy = ''
  for (const { id, vector: other, weight } of anchors) {
    const cosine = Math.max(0, nearness(vector, other))
    score += weight * cosine * cosine
    if (weight <= 0 || weight * cosine <= nearest) continue
    nearest = weight * cosine
    near = cosine
    pulledBy = id
  }
  return { score, pulledBy, near }
}
