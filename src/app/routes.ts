/** The addresses of the app: reads a URL fragment into a route, and writes a route as a fragment. */
import { CODE_STATES, KINDS } from '../corpus/paper.ts'
import { FILTER_KEYS, FILTERS, NO_FILTERS, type Filters } from '../query/filters.ts'
import { cutQuery } from '../query/longest.ts'
import { SORTS, type SearchRequest } from '../search/protocol.ts'

/** What a reader has chosen in Browse. */
export type Choices = Pick<SearchRequest, 'text' | 'filters' | 'sort'>

export type Route =
  | { readonly kind: 'digest'; readonly show: 'today' | 'editions' }
  /** `finished`: the page behind the end of that day's edition. */
  | { readonly kind: 'digest'; readonly show: 'day' | 'finished'; readonly day: string }
  | { readonly kind: 'browse'; readonly choices: Choices }
  /** `title` is for devices that lack the paper. */
  | { readonly kind: 'paper'; readonly id: string; readonly title: string | null }
  /** `list` null: the lists; `text` is searched for inside the list. */
  | { readonly kind: 'saved'; readonly list: string | null; readonly text: string; readonly sort: ListSort }
  /** The draft desk; what is compared there never stands in an address. */
  | { readonly kind: 'draft' }
  /** Papers of the reader's own; `shared` is what another app handed over, which nobody has looked at yet. */
  | { readonly kind: 'bring'; readonly shared: Shared | null }
  | { readonly kind: 'settings' }
  /** A list that someone passed on; `payload` is for `decodeList`, which knows what it may hold. */
  | { readonly kind: 'list'; readonly payload: string }
  | { readonly kind: 'unknown'; readonly address: string }

/** The fields of a share, as the platforms name them; an address may be in any of them. */
const SHARED_KEYS = ['title', 'text', 'url'] as const
export type Shared = Readonly<Record<(typeof SHARED_KEYS)[number], string>>

/** The orders of a list: the last saved first, that of the page, by title. */
export const LIST_SORTS = ['added', 'page', 'title'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** The route of one kind. */
export type RouteOf<Kind extends Route['kind']> = Extract<Route, { kind: Kind }>

export const NO_CHOICES: Choices = { text: '', filters: NO_FILTERS, sort: 'relevance' }

/** Longer texts than these were not written by this app; they are cut, so that an address stays cheap to show. */
const LONGEST_TITLE = 500
const LONGEST_NAME = 200
const LONGEST_SHARED = 2000

/** The route of a fragment with its `#`; what cannot be read is an unknown route, never an error. */
export function parseRoute(fragment: string): Route {
  const [path, query] = split(fragment.replace(/^#/, ''))
  const [view, name, ...rest] = path.split('/').filter((part) => part !== '')
  const keys = new URLSearchParams(query)
  if (view === 'digest' && isDay(name) && rest.join('/') === 'finished')
    return { kind: 'digest', show: 'finished', day: name }
  if (rest.length === 0) {
    if (view === undefined) return { kind: 'digest', show: 'today' }
    if (view === 'digest' && name === undefined) return { kind: 'digest', show: 'editions' }
    if (view === 'digest' && isDay(name)) return { kind: 'digest', show: 'day', day: name }
    if (view === 'paper' && isId(name)) return { kind: 'paper', id: name, title: readTitle(keys) }
    if (view === 'list' && isPayload(name)) return { kind: 'list', payload: name }
    if (view === 'browse' && name === undefined) return { kind: 'browse', choices: readChoices(keys) }
    if (view === 'saved' && (name === undefined || isId(name))) return readSaved(name ?? null, keys)
    if (view === 'bring' && name === undefined) return { kind: view, shared: readShared(keys) }
    if ((view === 'settings' || view === 'draft') && name === undefined) return { kind: view }
  }
  return { kind: 'unknown', address: fragment }
}

/** The one fragment of a route: `parseRoute` gives the route back. */
export function formatRoute(route: Route): string {
  switch (route.kind) {
    case 'digest':
      if (route.show === 'finished') return `#/digest/${route.day}/finished`
      if (route.show === 'day') return editionAddress(route.day)
      return route.show === 'today' ? '#/' : '#/digest'
    case 'browse':
      return `#/browse${writeChoices(route.choices)}`
    case 'paper':
      return `#/paper/${route.id}${route.title === null ? '' : question(new URLSearchParams({ t: route.title }))}`
    case 'list':
      return `#/list/${route.payload}`
    case 'unknown':
      return route.address
    case 'saved':
      return route.list === null ? '#/saved' : `#/saved/${route.list}${writeSaved(route)}`
    case 'bring':
      return `#/bring${route.shared === null ? '' : writeShared(route.shared)}`
    case 'settings':
    case 'draft':
      return `#/${route.kind}`
  }
}

/** The address of the edition of a day. */
export function editionAddress(day: string): string {
  return `#/digest/${day}`
}

/** The address of a paper of this corpus. */
export function paperAddress(id: string): string {
  return formatRoute({ kind: 'paper', id, title: null })
}

/** The address of Browse with some choices made and the others left open. */
export function browseAddress(
  choices: Partial<Pick<Choices, 'text' | 'sort'>> & { filters?: Partial<Filters> },
): string {
  return formatRoute({
    kind: 'browse',
    choices: { ...NO_CHOICES, ...choices, filters: { ...NO_FILTERS, ...choices.filters } },
  })
}

/** The address of Browse that a saved search opens. */
export function searchAddress({ query, sort }: { readonly query: string; readonly sort?: string | undefined }): string {
  return browseAddress({ text: query, sort: readSort(sort) })
}

/** The address of a list of the reader's. */
export function listAddress(list: string): string {
  return formatRoute({ kind: 'saved', list, text: '', sort: 'added' })
}

function split(text: string): [string, string] {
  const at = text.indexOf('?')
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function readTitle(keys: URLSearchParams): string | null {
  const title = cut(keys.get('t') ?? '', LONGEST_TITLE)
  return title === '' ? null : title
}

/** Null where nothing is shared. */
export function readShared(keys: URLSearchParams): Shared | null {
  const [title, text, url] = SHARED_KEYS.map((key) => cut(keys.get(key) ?? '', LONGEST_SHARED))
  const shared = { title: title ?? '', text: text ?? '', url: url ?? '' }
  return Object.values(shared).every((value) => value === '') ? null : shared
}

function writeShared(shared: Shared): string {
  return question(new URLSearchParams(SHARED_KEYS.flatMap((key) => (shared[key] === '' ? [] : [[key, shared[key]]]))))
}

function isId(name: string | undefined): name is string {
  return name !== undefined && /^[A-Za-z0-9][\w.-]{0,127}$/.test(name)
}

/** Base64url of any length: a link that is too long, or cut, gets its own sentence. */
function isPayload(name: string | undefined): name is string {
  return name !== undefined && /^[\w-]+$/.test(name)
}

/** Whether a name is a day of the calendar: 2026-02-30 is none. */
function isDay(name: string | undefined): name is string {
  if (name === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(name)) return false
  const time = Date.parse(`${name}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(name)
}

/** One that this build does not know is the usual one; where a source states a trend, page order is its order. */
function readSort(sort: string | null | undefined): Choices['sort'] {
  if (sort === 'trending') return 'page'
  return SORTS.find((one) => one === sort) ?? NO_CHOICES.sort
}

function readChoices(keys: URLSearchParams): Choices {
  return {
    text: cutQuery((keys.get('q') ?? '').trimStart()),
    filters: {
      topic: unique(keys.getAll('topic').filter(isId)),
      kind: unique(keys.getAll('kind').filter((value) => isOneOf(KINDS, value))),
      code: unique(keys.getAll('code').filter((value) => isOneOf(CODE_STATES, value))),
      is: unique(keys.getAll('is').filter((value) => isOneOf(STATES, value))),
      list: unique(
        keys
          .getAll('list')
          .map(readName)
          .filter((name) => name !== ''),
      ),
    },
    sort: readSort(keys.get('sort')),
  }
}

const STATES = FILTERS.is.values?.map(({ value }) => value) ?? []

/** The name of a list, as it may stand between the quotes of a query. */
function readName(name: string): string {
  return cut(name.replace(/[\s"“”„‟＂]+/g, ' '), LONGEST_NAME)
}

/** At most so many code units of a text, without white space around it. */
function cut(text: string, longest: number): string {
  return text.trimStart().slice(0, longest).trimEnd()
}

function readSaved(list: string | null, keys: URLSearchParams): Route {
  const sort = keys.get('sort')
  return {
    kind: 'saved',
    list,
    text: list === null ? '' : cutQuery(keys.get('q') ?? ''),
    sort: list !== null && sort !== null && isOneOf(LIST_SORTS, sort) ? sort : 'added',
  }
}

function writeSaved({ text, sort }: RouteOf<'saved'>): string {
  const keys = new URLSearchParams()
  if (text !== '') keys.append('q', text)
  if (sort !== 'added') keys.append('sort', sort)
  return question(keys)
}

function writeChoices({ text, filters, sort }: Choices): string {
  const keys = new URLSearchParams()
  if (text !== '') keys.append('q', text)
  for (const group of FILTER_KEYS) for (const value of filters[group]) keys.append(group, value)
  if (sort !== NO_CHOICES.sort) keys.append('sort', sort)
  return question(keys)
}

function question(keys: URLSearchParams): string {
  return keys.size === 0 ? '' : `?${keys.toString()}`
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value)
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)]
}
