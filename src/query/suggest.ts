/** Suggestions while words are typed: the topics, and the names of what papers present, that begin with them. */
import type { Span, Topic } from '../corpus/paper.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { printTerm } from './canonical.ts'
import { lex } from './lexer.ts'
import { nameKey, quotable } from './vocabulary.ts'

export interface Suggestion {
  /** Part of the query language, a topic, or a name that authors gave. */
  readonly kind: 'language' | 'topic' | 'name'
  /** What takes the place of `span`; all but a name of the language ends with a space. */
  readonly insert: string
  readonly span: Span
  /** What the reader sees, and what it stands for; empty where that needs no word. */
  readonly label: string
  readonly help: string
}

/** Fewer letters begin too many words. */
export const SHORTEST = 2
/** A later word of a name begins so by chance. */
const SHORTEST_LATER = 3
/** Words of one name. */
const LONGEST = 4
const MOST_TOPICS = 2
const MOST_NAMES = 3

/** How well a name fits what is typed of it, both as keys: 0 where it begins so, 1 where a later word does, 2 not at all. */
export function fit(name: string, typed: string): 0 | 1 | 2 {
  if (name.startsWith(typed)) return 0
  return name.includes(` ${typed}`) ? 1 : 2
}

/** What before the caret may be the beginning of one name: the last four words, the last three, two and one; none in a value. */
function beginnings(text: string, caret: number): readonly Span[] {
  const lexemes = lex(text)
  const at = lexemes.findIndex(({ kind, span }) => kind === 'run' && span.end === caret)
  const spans: Span[] = []
  for (let n = at; n > at - LONGEST; n--) {
    const [lexeme, before] = [lexemes[n], lexemes[n - 1]]
    if (lexeme?.kind !== 'run' || (before?.kind === 'name' && before.glued)) break
    spans.unshift({ start: lexeme.span.start, end: caret })
  }
  return spans
}

/** A name with its key. */
export interface Named {
  readonly name: string
  readonly key: string
}

export function keyed(name: string): Named {
  return { name, key: nameKey(name) }
}

/**
 * So many of the names that fit what stands before the caret, and what of it: those that begin so first, for most of
 * the words; between equals in their order.
 */
export function fitting<Name extends Named>(
  names: readonly Name[],
  text: string,
  caret: number,
  most: number,
): readonly { readonly one: Name; readonly span: Span }[] {
  const typed = beginnings(text, caret)
    .map((span) => ({ span, key: nameKey(text.slice(span.start, span.end)) }))
    .filter(({ key }) => key.length >= SHORTEST)
  const last = typed.at(-1)?.key
  if (last === undefined) return []
  const ways = ([0, 1] as const).flatMap((rank) =>
    typed.map((one) => ({ ...one, rank, found: new Array<{ readonly one: Name; readonly span: Span }>() })),
  )
  for (const one of names) {
    // What fits holds the last word, and of 100,000 names few do.
    if (!one.key.includes(last)) continue
    const way = ways.find(({ key, rank }) => rankOf(one.key, key) === rank)
    if (way && way.found.length < most) way.found.push({ one, span: way.span })
    if (ways[0]?.found.length === most) break
  }
  return ways.flatMap(({ found }) => found).slice(0, most)
}

/** Topics, then names, that fit what stands before the caret; `names` are those the worker knows to be near. */
export function suggestWords(
  text: string,
  caret: number,
  topics: readonly Topic[],
  names: readonly string[],
): readonly Suggestion[] {
  const near = fitting(
    topics.map(({ id, label }) => ({ ...keyed(label), id })),
    text,
    caret,
    MOST_TOPICS,
  )
  // A name that stands there already would change nothing.
  const called = fitting(names.map(keyed), text, caret, names.length).filter(
    ({ one, span }) => nameKey(text.slice(span.start, span.end)) !== one.key,
  )
  return [
    ...near.map(({ one: { id, name }, span }): Suggestion => {
      return { kind: 'topic', insert: `${printTerm('topic', id)} `, span, label: name, help: 'Topic' }
    }),
    ...called.slice(0, MOST_NAMES).map(({ one: { name }, span }): Suggestion => {
      return { kind: 'name', insert: `${asWords(name)} `, span, label: name, help: '' }
    }),
  ]
}

function rankOf(key: string, typed: string): 0 | 1 | 2 {
  const rank = fit(key, typed)
  const isChance = typed.length < SHORTEST_LATER || STOP_WORDS.has(typed)
  return rank === 1 && isChance ? 2 : rank
}

/** A name as a query of words; as a phrase where it has signs of the language. */
function asWords(name: string): string {
  return lex(name).every(({ kind }) => kind === 'run') ? name : `"${quotable(name)}"`
}
