/** What names may stand for: the corpus' topics, the reader's lists and searches; and values read against it. */
import { err, ok, type Result } from '../base/result.ts'
import type { Topic } from '../corpus/paper.ts'
import type { Statements } from '../corpus/statements.ts'
import { fold } from '../text/fold.ts'
import { FILTERS } from './filters.ts'
import { readPeriod, STATED } from './stated.ts'
import { isUsable, takesOf, type StatedKey, type TermName } from './terms.ts'

/** A saved search as queries use it. */
export interface NamedSearch {
  readonly name: string
  readonly query: string
}

export interface Vocabulary {
  readonly topics: readonly Topic[]
  /** What is stated of some paper of the corpus. */
  readonly stated: Statements
  /** Null where the reader's library is not at hand. */
  readonly library: { readonly lists: readonly string[]; readonly searches: readonly NamedSearch[] } | null
}

/** A value that can be written behind a name. */
export interface Choice {
  readonly value: string
  readonly label: string
}

const PERIODS = [
  { value: '7d', label: 'The last week' },
  { value: '30d', label: 'The last month' },
  { value: '365d', label: 'The last year' },
]

/** The values that a name takes; empty for words, and where there is nothing to choose from. */
export function choicesOf(name: TermName, { topics, stated, library }: Vocabulary): readonly Choice[] {
  const takes = takesOf(name)
  const named = (names: readonly string[]): readonly Choice[] =>
    names.map((one) => ({ value: quotable(one), label: one }))
  switch (takes.kind) {
    case 'filter':
      return FILTERS[takes.filter].values ?? topics.map(({ id, label }) => ({ value: id, label }))
    case 'state':
      return library ? takes.values : []
    case 'list':
      return named(library?.lists ?? [])
    case 'search':
      return named(library?.searches.map((one) => one.name) ?? [])
    case 'days':
      return library ? PERIODS : []
    case 'stated':
      return isUsable(takes, stated) ? statedChoices(takes.stated, stated) : []
    case 'words':
      return []
  }
}

function statedChoices(key: StatedKey, { listed }: Statements): readonly Choice[] {
  if (key === 'votes') return ['10', '50', '100'].map((value) => ({ value, label: `${value} votes or more` }))
  if (key === 'authors' || listed === null) return []
  return [{ value: listed, label: 'The newest day' }, ...PERIODS]
}

/** The value that was meant, in its one spelling; else a sentence that says why there is none. */
export function readValue(name: TermName, typed: string, vocabulary: Vocabulary): Result<string, string> {
  const takes = takesOf(name)
  if (takes.kind === 'stated')
    return isUsable(takes, vocabulary.stated)
      ? STATED[takes.stated].read(typed)
      : err(`The papers here come without ${STATED[takes.stated].called}, so ${name}: is left out.`)
  if (takes.kind !== 'filter' && vocabulary.library === null)
    return err(`Your library is not at hand here, so ${name}: is left out.`)
  if (takes.kind === 'days') return readDays(typed)
  const choices = choicesOf(name, vocabulary)
  const found = choices.find(({ value, label }) => [value, label].some((one) => nameKey(one) === nameKey(typed)))
  return found ? ok(found.value) : err(refuse(name, typed.trim(), choices, vocabulary.stated))
}

/** Names are compared without case, accents, hyphens and quotes. */
export function nameKey(name: string): string {
  return quotable(fold(name)).replace(/[-_\s]+/g, ' ')
}

/** A name as it can stand between quotes. */
export function quotable(name: string): string {
  return name
    .replace(/["“”„‟＂]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function readDays(typed: string): Result<string, string> {
  const period = readPeriod(typed)
  return period === null ? err('saved: takes days, weeks, months or years, like 7d, 2w, 3m or 1y.') : ok(period)
}

function refuse(name: TermName, typed: string, choices: readonly Choice[], { listed }: Statements): string {
  if (typed === '') return `Type a value after ${name}:.`
  if (name === 'list') return `You have no list called “${typed}”.`
  if (name === 'search') return `You have no saved search called “${typed}” that can stand here.`
  if (name === 'is' && nameKey(typed) === 'new')
    return listed === null
      ? 'The papers here come without dates, so none is:new; each saved search counts what is new in it.'
      : 'There is no is:new; listed:7d finds the last days, and each saved search counts what is new in it.'
  if (name === 'topic') return `No topic is called “${typed}”.`
  return `“${typed}” is no value of ${name}:; it takes ${choices.map(({ value }) => value).join(', ')}.`
}
