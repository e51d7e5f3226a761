/** A query as a tree in normal form, with what could not be read of it. */
import type { Day } from '../base/days.ts'
import type { Span } from '../corpus/paper.ts'
import type { Field, TermName } from './terms.ts'

export interface Words {
  readonly kind: 'words'
  /** Folded; the parts of a compound (`mgm-omni` has two) or the words of a phrase, at least one. */
  readonly parts: readonly string[]
  /** A phrase: its words as they are written, no other forms of them. */
  readonly exact: boolean
  /** Null where any part of the paper will do. */
  readonly field: Field | null
  /** Where the words stand in the text, without name and quotes. */
  readonly span: Span
}

/** A name with its value as the table, the corpus or the reader's library writes it. */
export interface Term {
  readonly kind: 'term'
  readonly name: Exclude<TermName, Field>
  readonly value: string
  /** Of `search:` alone: what the saved search asks. */
  readonly inner: Node | null
  /** Of `listed:` and days like `7d` alone: the first of them. */
  readonly since: Day | null
  /** Where the value stands in the text, without name and quotes. */
  readonly span: Span
}

export interface Not {
  readonly kind: 'not'
  readonly of: Node
}

/** At least two nodes, none of them a group of the same kind. */
export interface Group {
  readonly kind: 'all' | 'any'
  readonly of: readonly Node[]
}

export type Node = Words | Term | Not | Group

/** A part of the text that was left out or read otherwise than it may be meant. */
export interface QueryProblem {
  readonly span: Span
  /** One sentence: what it is, and how to write it. */
  readonly sentence: string
  /** Whether the next keystroke may well mend it. */
  readonly unfinished: boolean
}

export interface Query {
  readonly text: string
  /** Null where nothing is asked. */
  readonly tree: Node | null
  readonly problems: readonly QueryProblem[]
}

/** Words that the stages of search may read with typing errors: those that stand free at the top. */
export interface Parts {
  readonly free: readonly Words[]
  /** All the rest, which holds whatever the stage; null where there is none. */
  readonly rest: Node | null
}

/** Parts the free words from the rest. */
export function splitFree({ tree }: Query): Parts {
  if (tree === null) return { free: [], rest: null }
  const nodes = tree.kind === 'all' ? tree.of : [tree]
  const rest = nodes.filter((node) => !isFree(node))
  const [only] = rest
  return {
    free: nodes.filter(isFree),
    rest: rest.length > 1 ? { kind: 'all', of: rest } : (only ?? null),
  }
}

/** Whether a node is a word that is neither a phrase nor of a field. */
export function isFree(node: Node): node is Words {
  return node.kind === 'words' && !node.exact && node.field === null
}

/** The free words as typed, for reading them as a text; it ends in its last word only where the whole query does. */
export function freeText({ text }: Query, free: readonly Words[]): string {
  const words = free.map(({ span }) => text.slice(span.start, span.end)).join(' ')
  return free.at(-1)?.span.end === text.length ? words : `${words} `
}
