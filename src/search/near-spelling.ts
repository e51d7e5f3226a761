/** Did you mean: a word that few papers hold, and one much like it that many do. */
import { splitFree, type Query } from '../query/tree.ts'
import { createSpeller, errorsBetween } from '../text/spelling.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { wordsOf } from '../text/tokenize.ts'
import { stem } from '../text/variants.ts'
import type { Engine } from './engine/engine.ts'
import type { Correction } from './protocol.ts'

/** A word of so few papers may be an error of theirs, and of the reader. */
const FEW = 2
/** What it may stand for is held by so many, and by so many times more. */
const MANY = 10
const TIMES = 10
/** Between shorter words one letter is no error. So six words of a thousand are asked about. */
const SHORTEST = 5

/** Finds the first free word of a query that may be meant otherwise; null where there is none. */
export type NearSpelling = (query: Query) => Correction | null

export function createNearSpelling(
  engine: Pick<Engine, 'dictionaries' | 'papersWith' | 'match' | 'shelf'>,
): NearSpelling {
  const papersWith = (word: string): number => (STOP_WORDS.has(word) ? 0 : engine.papersWith(word))
  const near = createSpeller(engine.dictionaries, papersWith, MANY)
  /** Authors look at their titles: what stands in one, often a name, is no error. */
  const isTitled = (word: string): boolean =>
    engine
      .match({ slots: [{ words: [word], open: false, optional: false }], need: 'all' })
      .rows.some((row) => wordsOf(engine.shelf.papers[row]?.title ?? '').includes(word))
  const meant = (word: string, open: boolean): Correction | null => {
    const papers = engine.papersWith(word)
    if (papers === 0 || papers > FEW || word.length < SHORTEST) return null
    const read = near(word).find(
      (one) =>
        // Errors in the first letter are rare, other words common; what is still being typed may yet become it.
        one.startsWith(word.charAt(0)) &&
        errorsBetween(word, one, 1) === 1 &&
        stem(one) !== stem(word) &&
        !(open && one.startsWith(word)) &&
        engine.papersWith(one) >= TIMES * papers,
    )
    return read === undefined || isTitled(word) ? null : { typed: word, read }
  }
  return (query) => {
    for (const { parts, span } of splitFree(query).free)
      for (const [at, word] of parts.entries()) {
        const found = meant(word, span.end === query.text.length && at === parts.length - 1)
        if (found) return found
      }
    return null
  }
}
