/** Finds by meaning where the words of a query are weak evidence: papers near to those found, and words near to those typed. */
import everyday from '../../data/everyday.json'
import type { NearWords } from '../meaning/near-words.ts'
import { firstReached } from '../base/halving.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { createVariants, root, stem } from '../text/variants.ts'
import type { Engine } from './engine/engine.ts'
import type { Matches, Slot } from './engine/word-index.ts'
import { firstRows } from './first-rows.ts'

export interface ByMeaning {
  /** Whether a word is one, though no paper may hold it: it is no typing error. */
  readonly knows: (word: string) => boolean
  /** Where few papers have all words: these, and those that lie near to the best of them. */
  readonly follow: (matches: Matches) => Matches
  /** Where none has all: the same papers by words near to those typed, too, and others that have only such. */
  readonly widen: (matches: Matches, slots: readonly Slot[], also: readonly Slot[]) => Matches
}

/** Made anew for each index. */
export type MakeByMeaning = (engine: MeantEngine) => ByMeaning
type MeantEngine = Pick<Engine, 'matchNear' | 'papersWith' | 'dictionaries'> & {
  readonly shelf: Pick<Engine['shelf'], 'papers' | 'places' | 'rowOf'>
}

/** What the files of the corpus say. */
export interface Meant {
  /** Null where the table of words is not here. */
  readonly words: NearWords | null
  /** The papers that lie nearest to some, by id, the nearest first, with the cosine; themselves left out. */
  readonly around: (ids: readonly string[], count: number) => readonly (readonly [id: string, cosine: number])[]
}

/** Papers by meaning in an answer at most; where words find as many, none follow. */
const MOST = 10
/** Below all that words score. */
const BEHIND = 2

/** Shorter words have no root apart from their stem, and too much begins like them. */
const SHORT = 6
/** A word is longer than its root by this at most: `general-izations`. */
const LONGEST_FAMILY = 10

/** The words of papers that stand for an everyday one, by its stem. */
const EVERYDAY: ReadonlyMap<string, readonly string[]> = readEveryday(Object.entries(everyday))

function readEveryday(entries: readonly (readonly [term: string, said: readonly string[]])[]): Map<string, string[]> {
  const read = new Map<string, string[]>()
  for (const [term, said] of entries)
    for (const word of said) read.set(stem(word), [...(read.get(stem(word)) ?? []), ...term.split(/[ -]/)])
  return read
}

/** Meaning over the papers of an engine. */
export function createByMeaning({ words, around }: Meant): MakeByMeaning {
  return (engine) => {
    const { papers, places, rowOf } = engine.shelf
    const variants = createVariants(engine.dictionaries)
    const relatives = createVariants(engine.dictionaries, root, LONGEST_FAMILY)
    const widened = (slot: Slot): readonly Slot[] => {
      const [typed = ''] = slot.words
      if (slot.optional || STOP_WORDS.has(typed)) return []
      const said = (EVERYDAY.get(stem(typed)) ?? []).flatMap((word) => [word, ...variants(word)])
      const all = [...new Set([...slot.words, ...said, ...(typed.length < SHORT ? [] : relatives(typed))])]
      const near = (words?.near(typed, engine.dictionaries()) ?? []).filter(({ word }) => !all.includes(word))
      // A whole word is not the beginning of another, whatever comes after it.
      return [{ ...slot, words: all, near, open: slot.open && engine.papersWith(typed) === 0 && near.length === 0 }]
    }
    return {
      knows: (word) => words?.knows(word) ?? false,
      follow: (matches) => {
        if (matches.rows.length === 0 || matches.rows.length >= MOST) return matches
        const best = firstRows(matches, places, { offset: 0, limit: MOST })
        const ids = best.flatMap((row) => papers[row]?.id ?? [])
        const found = around(ids, MOST - ids.length).flatMap(([id, cosine]) => {
          const row = rowOf(id)
          return row === undefined ? [] : [{ row, score: cosine - BEHIND }]
        })
        return { ...matches, beyond: matchesOf(found) }
      },
      widen: (matches, slots, also) => {
        const wide = engine.matchNear([...slots.flatMap(widened), ...also])
        const { scores, others } = shareOut(matches, wide)
        const best = firstRows(others, places, { offset: 0, limit: MOST }).toSorted((a, b) => a - b)
        const scoreOf = (row: number): number =>
          others.scores[firstReached(others.rows.length, (at) => (others.rows[at] ?? 0) >= row)] ?? 0
        return { rows: matches.rows, scores, beyond: matchesOf(best.map((row) => ({ row, score: scoreOf(row) }))) }
      },
    }
  }
}

function matchesOf(found: readonly { readonly row: number; readonly score: number }[]): Matches {
  return { rows: Uint32Array.from(found, ({ row }) => row), scores: Float64Array.from(found, ({ score }) => score) }
}

/** The wider scores of matches, and the rest of what was found wider; rows count up in both. */
function shareOut({ rows }: Matches, wide: Matches): { readonly scores: Float64Array; readonly others: Matches } {
  const scores = new Float64Array(rows.length)
  const others = { rows: new Uint32Array(wide.rows.length), scores: new Float64Array(wide.rows.length) }
  let [match, other] = [0, 0]
  for (let at = 0; at < wide.rows.length; at++) {
    const row = wide.rows[at] ?? 0
    const score = wide.scores[at] ?? 0
    while ((rows[match] ?? Infinity) < row) match++
    if (rows[match] === row) scores[match++] = score
    else {
      others.rows[other] = row
      others.scores[other++] = score
    }
  }
  return {
    scores,
    others: { rows: others.rows.subarray(0, other), scores: others.scores.subarray(0, other) },
  }
}
