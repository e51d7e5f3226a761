/** Tests a query against one paper, without an index: for editions, and for what an index cannot decide. */
import type { Paper } from '../corpus/paper.ts'
import type { Knows } from './context.ts'
import { FILTERS } from './filters.ts'
import { mayHold, standsNearby } from './glance.ts'
import { occurrences } from './occurrences.ts'
import { mayHoldAll, standsAround, standsWritten } from './phrase-glance.ts'
import { readWords, readWordSet } from './reading.ts'
import { readSlots } from './slots.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { synonymsIn } from '../text/synonyms.ts'
import { STATED } from './stated.ts'
import { takesOf, type Field } from './terms.ts'
import { freeText, splitFree, type Node, type Query, type Term, type Words } from './tree.ts'

const BOTH: readonly Field[] = ['title', 'abstract']

/** The test whether a paper has all free words, none of them corrected or completed, and whether the rest holds. */
export function testOf(query: Query, knows: Knows): (paper: Paper) => boolean {
  const { free, rest } = splitFree(query)
  const asked = { free, text: `${freeText(query, free)} `, others: synonymsOf(free) }
  return (paper) => hasFreeWords(asked, paper) && (rest === null || holds(rest, paper, knows))
}

function holds(node: Node, paper: Paper, knows: Knows): boolean {
  switch (node.kind) {
    case 'words':
      return hasWords(node, paper, false)
    case 'term':
      return node.inner ? holds(node.inner, paper, knows) : isTrue(node, paper, knows, false)
    case 'not':
      return !holds(node.of, paper, knows)
    case 'all':
      return node.of.every((one) => holds(one, paper, knows))
    case 'any':
      return node.of.some((one) => holds(one, paper, knows))
  }
}

/** Words, and where they are to stand. */
type Asking = Pick<Words, 'parts' | 'exact' | 'field'>

/** Whether words stand in a paper, in their field; `open` says that the last may be the beginning of one. */
export function hasWords(words: Asking, paper: Paper, open: boolean): boolean {
  const fields = words.field ? [words.field] : BOTH
  return fields.some(
    (field) =>
      glanceAtWords(words, paper, field, open) ?? !occurrences(words, readWords(paper, field), open).next().done,
  )
}

/** Null where only reading says it. */
function glanceAtWords(words: Asking, paper: Paper, field: Field, open: boolean): boolean | null {
  const [first = '', ...others] = words.parts
  if (others.length > 0) {
    if (standsWritten(words, paper[field], open)) return true
    return mayHoldAll(words, paper, field, open) ? standsAround(words, paper[field], open) : false
  }
  return mayHold(first, paper, field) ? standsNearby(words, paper[field], open) : false
}

/** Whether a name and its value are true of a paper; a saved search that asks nothing is true of each. */
export function isTrue(term: Term, paper: Paper, knows: Knows, open: boolean): boolean {
  const { name, value } = term
  const takes = takesOf(name)
  if (takes.kind === 'stated') return STATED[takes.stated].holds(term, paper, open)
  if (takes.kind === 'filter') return FILTERS[takes.filter].of(paper).includes(value)
  return name === 'is' || name === 'list' || name === 'saved' ? knows({ name, value }, paper.id) : name === 'search'
}

/** The free words of a query, as text too, and for each the terms that may stand for it. */
interface Asked {
  readonly free: readonly Words[]
  readonly text: string
  readonly others: readonly (readonly (readonly string[])[])[]
}

function synonymsOf(free: readonly Words[]): Asked['others'] {
  const owners = free.flatMap(({ parts }, at) => parts.map(() => at))
  const found = synonymsIn(free.flatMap(({ parts }) => parts))
  return free.map((_, at) =>
    found.filter(({ from, to }) => owners.slice(from, to).includes(at)).flatMap(({ terms }) => terms),
  )
}

/** As the search's stage of all words reads them. */
function hasFreeWords({ free, text, others }: Asked, paper: Paper): boolean {
  if (text.trim() === '') return true
  const mayStand = (word: string): boolean => BOTH.some((field) => mayHold(word, paper, field))
  const mayStandAs = (term: readonly string[]): boolean => term.every((word) => STOP_WORDS.has(word) || mayStand(word))
  const before = (at: number, count: number): string =>
    free
      .slice(at - count, at)
      .map(({ parts }) => parts.at(-1))
      .join('')
  // A word may also stand joined to the one or two before it, `pixel flow` as PixelFlow.
  const isAbsent = ({ parts: [first = ''] }: Words, at: number): boolean =>
    !STOP_WORDS.has(first) &&
    !mayStand(first) &&
    (at < 1 || !mayStand(before(at, 1) + first)) &&
    (at < 2 || !mayStand(before(at, 2) + first)) &&
    !others[at]?.some(mayStandAs)
  if (free.some(isAbsent)) return false
  const asked = free.flatMap(({ parts }) => parts).filter((word) => !STOP_WORDS.has(word))
  const stands = (word: string): boolean =>
    BOTH.some((field) => standsNearby({ parts: [word], exact: false }, paper[field]) === true)
  if (asked.length > 0 && asked.every(stands)) return true
  const { words, variants } = readWordSet(paper)
  const has = (word: string): boolean => words.has(word)
  const slots = readSlots(text, has, variants)
  return slots.every((slot) => slot.optional || slot.words.some(has) || Boolean(slot.phrases?.length))
}
