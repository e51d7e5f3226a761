/** What the reader's library says about a query: plain sets of ids, and only those that the query asks for. */
import type { Filters } from './filters.ts'
import type { Node, Query, Term } from './tree.ts'
import type { NamedSearch, Vocabulary } from './vocabulary.ts'

/** Names whose papers only the library knows. */
const FACT_NAMES = ['is', 'list', 'saved'] as const
export type FactName = (typeof FACT_NAMES)[number]

/** `is` and a state, `saved` and days like `7d`, or `list` and its name: without quotes, to be compared by `nameKey`. */
export interface Asked {
  readonly name: FactName
  readonly value: string
}

/** The ids of the papers of which it is true. */
export interface Fact extends Asked {
  readonly papers: readonly string[]
}

export interface QueryContext {
  readonly facts: readonly Fact[]
  readonly searches: readonly NamedSearch[]
}

/** The facts that a query needs, each once, those of the saved searches in it too. */
export function askedOf({ tree }: Query): readonly Asked[] {
  const asked = new Map<string, Asked>()
  for (const { name, value } of termsIn(tree)) {
    const fact = FACT_NAMES.find((one) => one === name)
    if (fact) asked.set(`${fact}:${value}`, { name: fact, value })
  }
  return [...asked.values()]
}

/** The reader's library as queries see it. */
export interface QueryLibrary {
  readonly lists: readonly string[]
  readonly searches: readonly NamedSearch[]
  /** The ids of the papers of which a fact is true. */
  readonly papersOf: (asked: Asked) => readonly string[]
  /** What filters may count: states and lists that hold a paper, or are ticked; what is saved, the last saved first. */
  readonly countable: (ticked: Pick<Filters, 'is' | 'list'>) => readonly Fact[]
}

/** What the library says about queries that were parsed against its lists and searches. */
export function contextOf(queries: readonly Query[], { searches, papersOf }: QueryLibrary): QueryContext {
  const asked = new Map(queries.flatMap(askedOf).map((one) => [`${one.name}:${one.value}`, one]))
  const needsSearches = queries.some(({ tree }) => termsIn(tree).some(({ name }) => name === 'search'))
  return {
    facts: [...asked.values()].map((one) => ({ ...one, papers: papersOf(one) })),
    searches: needsSearches ? searches : [],
  }
}

/** What a corpus gives to a vocabulary. */
export type CorpusWords = Pick<Vocabulary, 'topics' | 'stated'>

/** The vocabulary on the other side: the lists are those that the query asks for. */
export function vocabularyOf({ topics, stated }: CorpusWords, context: QueryContext | null): Vocabulary {
  if (context === null) return { topics, stated, library: null }
  const lists = context.facts.flatMap(({ name, value }) => (name === 'list' ? [value] : []))
  return { topics, stated, library: { lists, searches: context.searches } }
}

/** Whether a fact is true of a paper. */
export type Knows = (asked: Asked, paper: string) => boolean

/** Looks facts up; what the context does not hold is true of no paper. */
export function createKnows(context: QueryContext | null): Knows {
  const sets = new Map(context?.facts.map(({ name, value, papers }) => [`${name}:${value}`, new Set(papers)]))
  return ({ name, value }, paper) => sets.get(`${name}:${value}`)?.has(paper) ?? false
}

/** The context in data of another thread; null where it is none. */
export function readContext(data: unknown): QueryContext | null {
  if (!isRecord(data) || !isListOf(isFact, data['facts']) || !isListOf(isNamedSearch, data['searches'])) return null
  return { facts: data['facts'], searches: data['searches'] }
}

function termsIn(node: Node | null): readonly Term[] {
  switch (node?.kind) {
    case 'term':
      return [node, ...termsIn(node.inner)]
    case 'not':
      return termsIn(node.of)
    case 'all':
    case 'any':
      return node.of.flatMap(termsIn)
    case 'words':
    case undefined:
      return []
  }
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> => typeof data === 'object' && data !== null
const isText = (data: unknown): data is string => typeof data === 'string'

function isListOf<One>(isOne: (data: unknown) => data is One, data: unknown): data is readonly One[] {
  return Array.isArray(data) && data.every(isOne)
}

function isFact(data: unknown): data is Fact {
  return (
    isRecord(data) &&
    FACT_NAMES.some((name) => name === data['name']) &&
    isText(data['value']) &&
    isListOf(isText, data['papers'])
  )
}

function isNamedSearch(data: unknown): data is NamedSearch {
  return isRecord(data) && isText(data['name']) && isText(data['query'])
}
