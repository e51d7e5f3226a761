/** The names a query may use, in one table: what each takes, its help and an example; parser, tests, completion and help sheet read it. */
import type { Statements } from '../corpus/statements.ts'
import type { FilterKey, LibraryKey } from './filters.ts'

/** The parts of a paper whose words can be asked for alone. */
export type Field = 'title' | 'abstract'

/** What only some sources state, and names can ask for. */
export type StatedKey = Extract<keyof Statements, 'authors' | 'listed' | 'votes'>

/** What stands behind the colon of a name, and so how it is tested. */
export type Takes =
  /** Words of one part of the paper. */
  | { readonly kind: 'words'; readonly field: Field }
  /** A value of a filter of Browse. */
  | { readonly kind: 'filter'; readonly filter: Exclude<FilterKey, LibraryKey> }
  /** What the reader's library knows: one of some states, a list, or saved in the last so many days. */
  | { readonly kind: 'state'; readonly values: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'days' }
  /** A saved search, as if its text stood here in brackets. */
  | { readonly kind: 'search' }
  /** What some source has to state; a corpus without it does not know the name. */
  | { readonly kind: 'stated'; readonly stated: StatedKey }

export interface TermRow {
  readonly takes: Takes
  /** One sentence. */
  readonly help: string
  readonly example: string
}

const STATES = [
  { value: 'saved', label: 'In one of your lists' },
  { value: 'done', label: 'Marked done' },
  { value: 'opened', label: 'Opened before' },
  { value: 'noted', label: 'With a note of yours' },
  { value: 'mine', label: 'Brought by you' },
] as const

/** In the order of the help sheet. */
export const TERMS = {
  title: { takes: { kind: 'words', field: 'title' }, help: 'Words of the title.', example: 'title:flow' },
  abstract: {
    takes: { kind: 'words', field: 'abstract' },
    help: 'Words of the abstract.',
    example: 'abstract:"open source"',
  },
  topic: {
    takes: { kind: 'filter', filter: 'topic' },
    help: 'Papers on a topic.',
    example: 'topic:"mixture of experts"',
  },
  kind: {
    takes: { kind: 'filter', filter: 'kind' },
    help: 'What a paper mainly offers.',
    example: 'kind:survey',
  },
  code: { takes: { kind: 'filter', filter: 'code' }, help: 'Whether there is code.', example: 'code:link' },
  is: { takes: { kind: 'state', values: STATES }, help: 'What you did with a paper.', example: 'is:saved -is:done' },
  list: { takes: { kind: 'list' }, help: 'Papers in one of your lists.', example: 'list:"To read"' },
  saved: { takes: { kind: 'days' }, help: 'Saved in the last days, weeks, months or years.', example: 'saved:7d' },
  search: { takes: { kind: 'search' }, help: 'Papers that a saved search finds.', example: 'search:"Speech models"' },
  author: {
    takes: { kind: 'stated', stated: 'authors' },
    help: 'Words that all stand in the name of one author.',
    example: 'author:wang',
  },
  listed: {
    takes: { kind: 'stated', stated: 'listed' },
    help: 'Listed on a day or in a month, or in the last days up to the newest.',
    example: 'listed:7d',
  },
  votes: { takes: { kind: 'stated', stated: 'votes' }, help: 'With so many votes or more.', example: 'votes:50' },
} as const satisfies Readonly<Record<string, TermRow>>

export type TermName = keyof typeof TERMS

const isTermName = (name: string): name is TermName => Object.hasOwn(TERMS, name)

export const TERM_NAMES: readonly TermName[] = Object.keys(TERMS).filter(isTermName)

/** The name that letters spell, in any case; null where there is none such. */
export function readName(letters: string): TermName | null {
  const name = letters.toLowerCase()
  return isTermName(name) ? name : null
}

/** What a name takes. */
export function takesOf(name: TermName): Takes {
  return TERMS[name].takes
}

/** The names that a corpus has data for. */
export function usableNames(stated: Statements): readonly TermName[] {
  return TERM_NAMES.filter((name) => isUsable(takesOf(name), stated))
}

/** Whether a corpus has data for what a name takes. */
export function isUsable(takes: Takes, stated: Statements): boolean {
  return takes.kind !== 'stated' || Boolean(stated[takes.stated])
}
