/** The stages of a search: from what was typed to papers in order. */

/*
 * 1. Without words, every paper, in page order.
 * 2. All words: a paper needs each word of the query, but for words that carry no subject (`the`, `of`), which only
 *    count towards the order; where the query has no others it needs those. A compound may be written in parts or
 *    joined. Only the last word, and only while the text ends in it, may be the beginning of a longer one.
 * 3. Where no paper has all: words that no paper holds are read as the nearest that some do, or as two that run
 *    together, and all of them are sought again.
 * 4. Where still none has all: papers with any word, as corrected.
 *
 * The stage is settled before filters, so that ticking a box never changes what the words mean. A paper whose title,
 * then one whose name, is exactly what was typed stands first.
 */
import type { Paper } from '../corpus/paper.ts'
import { createSpeller } from '../text/spelling.ts'
import { tokenize } from '../text/tokenize.ts'
import { createVariants } from '../text/variants.ts'
import type { Engine } from './engine/engine.ts'
import type { Slot } from './engine/word-index.ts'
import type { MarkedWords } from './marks.ts'
import type { Correction, SearchAnswer } from './protocol.ts'
import { readSlots } from './query-slots.ts'

/** Papers that match by words, by row, best first. */
export interface Found {
  readonly stage: SearchAnswer['stage']
  readonly rows: readonly number[]
  readonly corrections: readonly Correction[]
  readonly marked: MarkedWords
}

/** Searches a text over papers whose rows the engine knows. */
export function createStages(papers: readonly Paper[], engine: Engine): (text: string) => Found {
  const everything = papers.map((_, row) => row)
  const correct = createCorrector(engine)
  const promote = createPromoter(papers)
  const variants = createVariants(() => engine.words())
  return (text) => {
    const typed = readSlots(text, engine, variants)
    if (typed.length === 0)
      return { stage: 'everything', rows: everything, corrections: [], marked: { words: new Set(), beginning: null } }
    const answer = (
      stage: Found['stage'],
      rows: readonly number[],
      slots: readonly Slot[],
      corrections: readonly Correction[],
    ) => ({
      stage,
      rows: promote(text, rows),
      corrections,
      marked: marksOf(slots),
    })
    const all = engine.find({ slots: typed, need: 'all' })
    if (all.length > 0) return answer('all-words', all, typed, [])
    const { slots, corrections } = correct(typed)
    const again = corrections.length > 0 ? engine.find({ slots, need: 'all' }) : []
    if (again.length > 0) return answer('all-words', again, slots, corrections)
    return answer('any-word', engine.find({ slots, need: 'any' }), slots, corrections)
  }
}

type Corrector = (slots: readonly Slot[]) => {
  readonly slots: readonly Slot[]
  readonly corrections: readonly Correction[]
}

/** Replaces words that no paper holds. The speller is made at the first of them: 5 ms that most searches never need. */
function createCorrector(engine: Engine): Corrector {
  const known = (word: string): boolean => engine.papersWith(word) > 0
  let speller: ReturnType<typeof createSpeller> | null = null
  return (slots) => {
    const corrections: Correction[] = []
    const corrected = slots.flatMap((slot): readonly Slot[] => {
      const [typed = ''] = slot.words
      if (slot.words.some(known) || (slot.open && engine.begins(typed))) return [slot]
      speller ??= createSpeller(engine.words(), engine.papersWith)
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

/** Puts first, among the papers found, those whose title or name is what was typed. */
function createPromoter(papers: readonly Paper[]): (text: string, rows: readonly number[]) => readonly number[] {
  const titles = papers.map(({ title }) => key(title))
  const names = papers.map(({ title, system }) => [
    key(system ?? ''),
    title.includes(':') ? key(title.split(':')[0] ?? '') : '',
  ])
  return (text, rows) => {
    const typed = key(text)
    const rank = (row: number): number => (titles[row] === typed ? 0 : names[row]?.includes(typed) ? 1 : 2)
    const first = rows.filter((row) => rank(row) < 2).sort((a, b) => rank(a) - rank(b))
    return first.length === 0 ? rows : [...first, ...rows.filter((row) => rank(row) === 2)]
  }
}

/** A title or name without spaces, marks, accents and case. */
function key(text: string): string {
  return tokenize(text)
    .flatMap(({ text: word, joined }) => (joined ? [] : [word]))
    .join(' ')
}

function marksOf(slots: readonly Slot[]): MarkedWords {
  const marked = slots.filter((slot) => !slot.optional)
  const [typed = ''] = marked.find((slot) => slot.open)?.words ?? []
  // One letter would mark every word it begins.
  return { words: new Set(marked.flatMap((slot) => slot.words)), beginning: typed.length > 1 ? typed : null }
}
