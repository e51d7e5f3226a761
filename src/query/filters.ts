/** The filters of Browse in one table: keyword, label, values, and which of them a paper has. */
import { CODE_STATES, KINDS, type CodeState, type Kind, type Paper } from '../corpus/paper.ts'

/** Ticked values by group: within a group OR, between groups AND; an empty group does not restrict. */
export interface Filters {
  readonly topic: readonly string[]
  readonly kind: readonly Kind[]
  readonly code: readonly CodeState[]
  /** States of the reader's library, and names of lists. */
  readonly is: readonly string[]
  readonly list: readonly string[]
}

/** The groups by their keyword in addresses and queries, in the order to show them. */
export const FILTER_KEYS = ['topic', 'kind', 'code', 'is', 'list'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]

/** The groups whose values only the reader's library knows. */
export const LIBRARY_KEYS = ['is', 'list'] as const
export type LibraryKey = (typeof LIBRARY_KEYS)[number]

export interface FilterRow {
  readonly label: string
  /** Its values in the order to show them, labelled; null where corpus or reader name them. */
  readonly values: readonly { readonly value: string; readonly label: string }[] | null
  /** The values a paper has in this group by itself. */
  readonly of: (paper: Paper) => readonly string[]
}

/** What each kind is called, on papers and in filters. */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  method: 'Method',
  system: 'System',
  dataset: 'Dataset',
  benchmark: 'Benchmark',
  survey: 'Survey',
  model: 'Model release',
}

const CODE_LABELS: Readonly<Record<CodeState, string>> = {
  link: 'Linked',
  promised: 'Promised',
  none: 'Not mentioned',
}

/** What a reader may have done with a paper. */
const STATES = [
  { value: 'saved', label: 'Saved' },
  { value: 'done', label: 'Done' },
  { value: 'opened', label: 'Opened' },
  { value: 'noted', label: 'With a note' },
  { value: 'mine', label: 'Mine' },
] as const

export const FILTERS: Readonly<Record<FilterKey, FilterRow>> = {
  topic: { label: 'Topic', values: null, of: (paper) => paper.topics },
  kind: {
    label: 'Kind',
    values: KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
    of: (paper) => [paper.kind],
  },
  code: {
    label: 'Code',
    values: CODE_STATES.map((value) => ({ value, label: CODE_LABELS[value] })),
    of: (paper) => [paper.code],
  },
  is: { label: 'State', values: STATES, of: () => [] },
  list: { label: 'List', values: null, of: () => [] },
}

export const NO_FILTERS: Filters = { topic: [], kind: [], code: [], is: [], list: [] }
