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
 * The rest of the query holds at each of them; its words count towards the order too. The stage is settled before the
 * rest and before filters, so that ticking a box, or writing it, never changes what the words mean. A paper whose
 * title, then one whose name, is exactly what was typed stands first.
 */
import type { Paper } from '../corpus/paper.ts'
import type { Knows } from '../query/context.ts'
import { readSlots } from '../query/slots.ts'
import { freeText, splitFree, type Query } from '../query/tree.ts'
import { createSpeller } from '../text/spelling.ts'
import { tokenize } from '../text/tokenize.ts'
import { createVariants } from '../text/variants.ts'
import { createConstraints, slotsOf, wantedWords, type IsOpen } from './constraints.ts'
import type { Engine } from './engine/engine.ts'
import type { Slot } from './engine/word-index.ts'
import type { MarkedWords } from './marks.ts'
import type { Correction, SearchAnswer } from './protocol.ts'

/** Papers that match by words, by row, best first. */
export interface Found {
  readonly stage: SearchAnswer['stage']
  readonly rows: readonly number[]
  readonly corrections: readonly Correction[]
  readonly marked: MarkedWords
}

/** Searches the papers of an engine; `knows` says what is true of them in the reader's library. */
export function createStages(engine: Engine): (query: Query, knows: Knows) => Found {
  const variants = createVariants(() => engine.words())
  const findFree = createFreeStages(engine)
  const constrain = createConstraints(engine, variants)
  const promote = createPromoter(engine)
  return (query, knows) => {
    const { free, rest } = splitFree(query)
    const text = freeText(query, free)
    const isOpen: IsOpen = ({ span }) => span.end === query.text.length
    const wanted = wantedWords(rest, isOpen)
    const also = wanted.flatMap((words) => slotsOf(words, variants)).map((slot) => ({ ...slot, optional: true }))
    const typed = readSlots(text, (word) => engine.papersWith(word) > 0, variants)
    const { stage, rows, slots, corrections } =
      typed.length > 0
        ? findFree(typed, also)
        : {
            stage: also.length > 0 ? ('all-words' as const) : ('everything' as const),
            rows: also.length > 0 ? engine.find({ slots: also, need: 'all' }) : engine.rows,
            slots: [],
            corrections: [],
          }
    const passing = rest && constrain(rest, isOpen, knows)
    return {
      stage,
      corrections,
      rows: promote([text, query.text], passing ? rows.filter((row) => passing[row] === 1) : rows),
      marked: { ...markedOf(slots), runs: wanted },
    }
  }
}

interface FoundFree extends Pick<Found, 'stage' | 'rows' | 'corrections'> {
  readonly slots: readonly Slot[]
}

/** Stages 2 to 4; `also` are slots that only count towards the order. */
function createFreeStages(engine: Engine): (typed: readonly Slot[], also: readonly Slot[]) => FoundFree {
  const correct = createCorrector(engine)
  return (typed, also) => {
    const all = engine.find({ slots: [...typed, ...also], need: 'all' })
    if (all.length > 0) return { stage: 'all-words', rows: all, slots: typed, corrections: [] }
    const { slots, corrections } = correct(typed)
    const again = corrections.length > 0 ? engine.find({ slots: [...slots, ...also], need: 'all' }) : []
    if (again.length > 0) return { stage: 'all-words', rows: again, slots, corrections }
    return { stage: 'any-word', rows: engine.find({ slots: [...slots, ...also], need: 'any' }), slots, corrections }
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
      speller ??= createSpeller(engine.words, engine.papersWith)
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

/** Puts first, among the papers found, those whose title or name is one of the texts. */
function createPromoter(
  engine: Pick<Engine, 'papers'>,
): (texts: readonly string[], rows: readonly number[]) => readonly number[] {
  /** By row, read when the first search after their coming asks. */
  const titles: string[] = []
  const names: (readonly string[])[] = []
  const catchUp = (): void => {
    for (const { title, system } of engine.papers.slice(titles.length).map((paper) => paper ?? GONE)) {
      titles.push(key(title))
      names.push([key(system ?? ''), ...(title.includes(':') ? namesIn(title.split(':')[0] ?? '') : [])])
    }
  }
  return (texts, rows) => {
    const typed = texts.map(key).filter((one) => one !== '')
    if (typed.length === 0) return rows
    catchUp()
    const rank = (row: number): number => {
      if (typed.includes(titles[row] ?? '')) return 0
      return names[row]?.some((name) => typed.includes(name)) ? 1 : 2
    }
    const first = rows.filter((row) => rank(row) < 2).sort((a, b) => rank(a) - rank(b))
    return first.length === 0 ? rows : [...first, ...rows.filter((row) => rank(row) === 2)]
  }
}

const GONE: Pick<Paper, 'title' | 'system'> = { title: '', system: null }

/** `Align$^2$LLaVA` is called `align llava`, too: a power is hard to type. */
function namesIn(text: string): readonly string[] {
  return [key(text), key(text.replace(/\$[^$]*\$/g, ' '))]
}

/** A title or name without spaces, marks, accents and case. */
function key(text: string): string {
  return tokenize(text)
    .flatMap(({ text: word, joined }) => (joined ? [] : [word]))
    .join(' ')
}

function markedOf(slots: readonly Slot[]): Omit<MarkedWords, 'runs'> {
  const marked = slots.filter((slot) => !slot.optional)
  const [typed = ''] = marked.find((slot) => slot.open)?.words ?? []
  // One letter would mark every word it begins.
  return { words: new Set(marked.flatMap((slot) => slot.words)), beginning: typed.length > 1 ? typed : null }
}
