/** The stages of a search: from what was typed to papers in order. */

/*
 * The free words of a query, those without name, quotes or minus, go through these stages:
 * 1. Without words, every paper, in page order.
 * 2. All words: a paper needs each word of the query, but for words that carry no subject (`the`, `of`), which only
 *    count towards the order; where the query has no others it needs those. A compound may be written in parts or
 *    joined. Only the last word, and only while the text ends in it, may be the beginning of a longer one.
 * 3. Where no paper has all: words that no paper holds are read as the nearest that some do, or as two that run
 *    together, and all of them are sought again.
 * 4. Where still none has all: papers with any word, as corrected.
 *
 * Meaning comes in as the words' evidence gets weak (by-meaning.ts): where few papers have all words, those near to
 * them follow; where none has all, words that mean nearly the same have a part in the order, and bring in papers.
 *
 * The rest of the query holds at each of them; its words count towards the order too. The stage is settled before the
 * rest and before filters, so that ticking a box, or writing it, never changes what the words mean.
 */
import type { Paper } from '../corpus/paper.ts'
import type { Knows } from '../query/context.ts'
import { readSlots } from '../query/slots.ts'
import { freeText, splitFree, type Query } from '../query/tree.ts'
import { createSpeller } from '../text/spelling.ts'
import { createVariants } from '../text/variants.ts'
import { createConstraints, slotsOf, wantedWords, type IsOpen } from './constraints.ts'
import type { ByMeaning } from './by-meaning.ts'
import type { Engine } from './engine/engine.ts'
import type { Wanted } from './engine/orama-index.ts'
import type { Matches, Slot } from './engine/word-index.ts'
import type { MarkedWords } from './marks.ts'
import type { Mask } from './mask.ts'
import { promote } from './promote.ts'
import type { Correction, SearchAnswer } from './protocol.ts'
import type { TypedWords } from './typed-words.ts'

/** What answered, and the papers that were chosen of all that match by words. */
export interface Found {
  readonly stage: SearchAnswer['stage']
  readonly papers: readonly Paper[]
  readonly corrections: readonly Correction[]
  readonly marked: MarkedWords
}

/** Searches the papers of an engine; `knows` says what is true of them in the reader's library. */
export type Find = (query: Query, knows: Knows, wanted: Wanted) => Found

/** `meaning` gives what is known of it by now. */
export function createStages(engine: Engine, meaning: () => ByMeaning | null): Find {
  const variants = createVariants(engine.dictionaries)
  const findFree = createFreeStages(engine, meaning)
  const constrain = createConstraints(engine, variants)
  return (query, knows, { choose, limit }) => {
    const { free, rest } = splitFree(query)
    const text = freeText(query, free)
    const isOpen: IsOpen = ({ span }) => span.end === query.text.length
    const wanted = wantedWords(rest, isOpen)
    const also = wanted.flatMap((words) => slotsOf(words, variants)).map((slot) => ({ ...slot, optional: true }))
    const typed = readSlots(text, (word) => engine.papersWith(word) > 0, variants)
    const passing = rest && constrain(rest, isOpen, knows)
    const narrow: Wanted = {
      choose: (matches) => {
        promote(engine, [text, query.text], matches)
        const beyond = matches.beyond && keepPassing(matches.beyond, passing)
        return choose({ ...keepPassing(matches, passing), beyond })
      },
      limit,
    }
    const { stage, papers, slots, corrections } =
      typed.length > 0
        ? findFree(typed, also, narrow)
        : {
            stage: also.length > 0 ? ('all-words' as const) : ('everything' as const),
            papers: engine.search({ slots: also, need: 'all' }, narrow) ?? [],
            slots: [],
            corrections: [],
          }
    return { stage, corrections, papers, marked: { ...markedOf(slots), runs: [...wanted, ...termsOf(slots)] } }
  }
}

function keepPassing({ rows, scores }: Matches, passing: Mask | null): Matches {
  if (!passing) return { rows, scores }
  const passes = (_: number, at: number): boolean => passing[rows[at] ?? 0] === 1
  return { rows: rows.filter(passes), scores: scores.filter(passes) }
}

interface FoundFree extends Pick<Found, 'stage' | 'papers' | 'corrections'> {
  readonly slots: readonly Slot[]
}

/** Stages 2 to 4; `also` are slots that only count towards the order. */
function createFreeStages(
  engine: Engine,
  meaning: () => ByMeaning | null,
): (typed: readonly Slot[], also: readonly Slot[], wanted: Wanted) => FoundFree {
  const correct = createCorrector(engine, (word) => meaning()?.knows(word) ?? false)
  return (typed, also, { choose, limit }) => {
    const nearby: Wanted = { limit, choose: (matches) => choose(meaning()?.follow(matches) ?? matches) }
    const all = engine.search({ slots: [...typed, ...also], need: 'all' }, nearby)
    if (all) return { stage: 'all-words', papers: all, slots: typed, corrections: [] }
    const { slots, corrections } = correct(typed)
    const again = corrections.length > 0 ? engine.search({ slots: [...slots, ...also], need: 'all' }, nearby) : null
    if (again) return { stage: 'all-words', papers: again, slots, corrections }
    const widened: Wanted = { limit, choose: (matches) => choose(meaning()?.widen(matches, slots, also) ?? matches) }
    const any = engine.search({ slots: [...slots.filter(({ optional }) => !optional), ...also], need: 'any' }, widened)
    return { stage: 'any-word', papers: any ?? [], slots, corrections }
  }
}

type Corrector = (slots: readonly Slot[]) => {
  readonly slots: readonly Slot[]
  readonly corrections: readonly Correction[]
}

/** Replaces words that no paper holds and that are none. The speller is made at the first of them: 5 ms that most searches never need. */
function createCorrector(engine: Engine, isWord: (word: string) => boolean): Corrector {
  const known = (word: string): boolean => engine.papersWith(word) > 0
  let speller: ReturnType<typeof createSpeller> | null = null
  return (slots) => {
    const corrections: Correction[] = []
    const corrected = slots.flatMap((slot): readonly Slot[] => {
      const [typed = ''] = slot.words
      if (slot.words.some(known) || slot.phrases?.length || isWord(typed)) return [slot]
      if (slot.open && engine.begins(typed)) return [slot]
      speller ??= createSpeller(engine.dictionaries, engine.papersWith)
      const near = speller(typed)
      const parts = near.length > 0 ? [near] : splitInTwo(typed, known).map((part) => [part])
      if (parts.length === 0) return [slot]
      corrections.push({ typed, read: parts.map(([first]) => first).join(' ') })
      return parts.map((words) => ({ words, open: false, optional: slot.optional }))
    })
    return { slots: corrected, corrections }
  }
}

/** Two known words, of three letters at least, that a word runs together; the longest first one. */
function splitInTwo(word: string, known: (part: string) => boolean): readonly string[] {
  for (let at = word.length - 3; at >= 3; at--) {
    const parts = [word.slice(0, at), word.slice(at)]
    if (parts.every(known)) return parts
  }
  return []
}

/** Synonyms of several words, to be marked where they stand in a row. */
function termsOf(slots: readonly Slot[]): readonly TypedWords[] {
  const terms = new Set(slots.flatMap(({ phrases = [] }) => phrases.map(({ words }) => words)))
  return [...terms].map((parts) => ({ words: { parts, exact: false, field: null }, open: false }))
}

function markedOf(slots: readonly Slot[]): Omit<MarkedWords, 'runs'> {
  const marked = slots.filter((slot) => !slot.optional)
  const [typed = ''] = marked.find((slot) => slot.open)?.words ?? []
  // One letter would mark every word it begins.
  return { words: new Set(marked.flatMap((slot) => slot.words)), beginning: typed.length > 1 ? typed : null }
}
