/** Choices of Browse changed one at a time, and the filters that are in force, in words. */
import { FILTER_KEYS, FILTERS, NO_FILTERS, type FilterKey } from '../../../query/filters.ts'
import { nameKey } from '../../../query/vocabulary.ts'
import { parseRoute, browseAddress, type Choices } from '../../routes.ts'

/** A value that is ticked. */
export interface ActiveFilter {
  readonly group: FilterKey
  readonly value: string
  readonly label: string
}

/** What a value of a group is called. */
export type NameOf = (group: FilterKey, value: string) => string

/** What tells the values of a group apart: an address may spell the name of a list in its own way. */
function keyOf(group: FilterKey, value: string): string {
  return group === 'list' ? nameKey(value) : value
}

/** The values of a group, each once, in its first spelling. */
export function distinct(group: FilterKey, values: readonly string[]): readonly string[] {
  const first = new Map<string, string>()
  for (const value of values) if (!first.has(keyOf(group, value))) first.set(keyOf(group, value), value)
  return [...first.values()]
}

/** Whether a value is ticked, in whatever spelling. */
export function isTicked({ filters }: Choices, group: FilterKey, value: string): boolean {
  return filters[group].some((one) => keyOf(group, one) === keyOf(group, value))
}

/** The choices with a value ticked, or no longer ticked in any spelling. */
export function toggle(choices: Choices, group: FilterKey, value: string): Choices {
  const ticked: readonly string[] = choices.filters[group]
  const others = ticked.filter((one) => keyOf(group, one) !== keyOf(group, value))
  const next = others.length < ticked.length ? others : [...ticked, value]
  // Read as an address is, so that what a group may hold is checked in one place.
  return readBack(choices, { ...choices.filters, [group]: next })
}

export function dropFilters(choices: Choices): Choices {
  return { ...choices, filters: NO_FILTERS }
}

export function activeFilters({ filters }: Choices, nameOf: NameOf): readonly ActiveFilter[] {
  return FILTER_KEYS.flatMap((group) =>
    distinct(group, filters[group]).map((value) => ({ group, value, label: nameOf(group, value) })),
  )
}

/** What values are called, those of corpus and library by their names there. */
export function namesFrom(topicLabel: (id: string) => string, lists: readonly string[]): NameOf {
  return (group, value) => {
    if (group === 'list') return lists.find((name) => nameKey(name) === nameKey(value)) ?? value
    return FILTERS[group].values?.find((one) => one.value === value)?.label ?? topicLabel(value)
  }
}

function readBack(choices: Choices, filters: Readonly<Record<FilterKey, readonly string[]>>): Choices {
  const keys = new URLSearchParams(FILTER_KEYS.flatMap((group) => filters[group].map((value) => [group, value])))
  const route = parseRoute(`${browseAddress({})}?${keys.toString()}`)
  return route.kind === 'browse' ? { ...choices, filters: route.choices.filters } : choices
}
