import { describe, expect, it } from 'vitest'
import {
  browseAddress,
  formatRoute,
  NO_CHOICES,
  paperAddress,
  parseRoute,
  searchAddress,
  type Route,
} from '../../../src/app/routes.ts'
import { sharedAddress } from '../../../src/app/shared-address.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'

const browse = (choices: object): Route => ({ kind: 'browse', choices: { ...NO_CHOICES, ...choices } })

/** Addresses as the app writes them: read and written they are the same. */
const CANONICAL: readonly (readonly [string, Route])[] = [
  ['#/', { kind: 'digest', show: 'today' }],
  ['#/digest', { kind: 'digest', show: 'editions' }],
  ['#/digest/2026-11-22', { kind: 'digest', show: 'day', day: '2026-11-22' }],
  ['#/digest/2028-02-29', { kind: 'digest', show: 'day', day: '2028-02-29' }],
  ['#/digest/2026-11-22/finished', { kind: 'digest', show: 'finished', day: '2026-11-22' }],
  ['#/browse', browse({})],
  ['#/browse?q=mgm+omni', browse({ text: 'mgm omni' })],
  ['#/browse?q=C%2B%2B+%26+%23+100%25+%C3%A9', browse({ text: 'C++ & # 100% é' })],
  [
    '#/browse?q=radar&topic=moe&topic=speech&kind=survey&code=none&code=link&sort=title',
    browse({
      text: 'radar',
      filters: { ...NO_FILTERS, topic: ['moe', 'speech'], kind: ['survey'], code: ['none', 'link'] },
      sort: 'title',
    }),
  ],
  [
    '#/browse?is=saved&is=noted&list=To+read&sort=saved',
    browse({ filters: { ...NO_FILTERS, is: ['saved', 'noted'], list: ['To read'] }, sort: 'saved' }),
  ],
  ['#/paper/zero-bubble-1a2b', { kind: 'paper', id: 'zero-bubble-1a2b', title: null }],
  ['#/paper/x?t=What%3F+Is%26This', { kind: 'paper', id: 'x', title: 'What? Is&This' }],
  ['#/saved', { kind: 'saved', list: null, text: '', sort: 'added' }],
  ['#/saved/to-read?q=radar&sort=title', { kind: 'saved', list: 'to-read', text: 'radar', sort: 'title' }],
  ['#/settings', { kind: 'settings' }],
  ['#/draft', { kind: 'draft' }],
  ['#/bring', { kind: 'bring', shared: null }],
  [
    '#/bring?title=A+Title&text=https%3A%2F%2Fexample.org%2F%231',
    { kind: 'bring', shared: { title: 'A Title', text: 'https://example.org/#1', url: '' } },
  ],
  ['#/list/1K-_x', { kind: 'list', payload: '1K-_x' }],
]

/** Other ways to write an address, and addresses that hold what nobody can use. */
const TOLERATED: readonly (readonly [string, string])[] = [
  ['', '#/'],
  ['#', '#/'],
  ['#/digest/', '#/digest'],
  ['#/browse?', '#/browse'],
  ['#/browse?q=mgm%20omni', '#/browse?q=mgm+omni'],
  ['#/browse?kind=survey&kind=survey&kind=poem&sort=likes', '#/browse?kind=survey'],
  ['#/browse?sort=trending', '#/browse?sort=page'],
  ['#/browse?topic=%3Cscript%3E&topic=moe', '#/browse?topic=moe'],
  ['#/browse?sort=relevance&utm_source=x', '#/browse'],
  ['#/browse?is=saved&q=radar&is=done&is=done&is=lost', '#/browse?q=radar&is=saved&is=done'],
  ['#/browse?list=to-read&kind=survey', '#/browse?kind=survey&list=to-read'],
  ['#/browse?list=My+%22theses%22', '#/browse?list=My+theses'],
  ['#/browse?is=&list=+', '#/browse'],
  ['#/browse?q=%E0%A4%A', '#/browse?q=%EF%BF%BD%25A'],
  ['#/paper/x?t=', '#/paper/x'],
  ['#/bring?url=&x=y', '#/bring'],
  [`#/bring?text=${'x'.repeat(9_000)}`, `#/bring?text=${'x'.repeat(2_000)}`],
  // Cut at a space.
  [`#/bring?text=${'x'.repeat(1_999)}+y`, `#/bring?text=${'x'.repeat(1_999)}`],
  [`#/browse?list=${'x'.repeat(199)}+y`, `#/browse?list=${'x'.repeat(199)}`],
]

const UNKNOWN = [
  '#/nowhere',
  '#/digest/2026-02-30',
  '#/digest/yesterday',
  '#/digest/2026-11-22/more',
  '#/digest/2026-02-30/finished',
  '#/digest/2026-11-22/finished/x',
  '#/browse/x',
  '#/paper',
  '#/paper/',
  '#/paper/..%2F',
  '#/paper/a/b',
  `#/paper/${'x'.repeat(200)}`,
  '#/settings/x',
  '#/bring/x',
  '#/list',
  '#/list/a/b',
  '#/list/%3Cscript%3E',
  '#constructor',
]

describe('addresses', () => {
  it.each(CANONICAL)('%s is read', (address, route) => expect(parseRoute(address)).toEqual(route))
  it.each(CANONICAL)('%s is written', (address, route) => expect(formatRoute(route)).toBe(address))
  it.each(TOLERATED)('%j means %s', (address, canonical) => expect(formatRoute(parseRoute(address))).toBe(canonical))
  it.each(UNKNOWN)('%s is unknown, and stays as it is', (address) => {
    expect(parseRoute(address)).toEqual({ kind: 'unknown', address })
    expect(formatRoute(parseRoute(address))).toBe(address)
  })
  it('cuts a text of a million characters', () => {
    const route = parseRoute(`#/browse?q=${'x'.repeat(1e6)}`)
    expect(formatRoute(route).length).toBeLessThan(2000)
  })
})

describe('addresses made of choices', () => {
  it('leaves out what is not chosen', () => {
    expect(browseAddress({})).toBe('#/browse')
    expect(browseAddress({ filters: { topic: ['moe'] } })).toBe('#/browse?topic=moe')
    expect(browseAddress({ text: 'a', filters: NO_FILTERS })).toBe('#/browse?q=a')
  })
  it.each([
    [undefined, '#/browse?q=tts'],
    ['relevance', '#/browse?q=tts'],
    ['title', '#/browse?q=tts&sort=title'],
    ['saved', '#/browse?q=tts&sort=saved'],
    ['newest', '#/browse?q=tts&sort=newest'],
    ['votes', '#/browse?q=tts&sort=votes'],
    ['of a later build', '#/browse?q=tts'],
  ])('opens a saved search in the order %s', (sort, address) =>
    expect(searchAddress({ query: 'tts', sort })).toBe(address),
  )
  it('names a paper by its id', () => expect(paperAddress('x')).toBe('#/paper/x'))
})

describe('what another app shares', () => {
  it.each([
    ['', null],
    ['?utm_source=x&q=radar', null],
    ['?title=+&text=', null],
    ['?title=A%20B&text=https%3A%2F%2Fa.org&url=&evil=1', '#/bring?title=A+B&text=https%3A%2F%2Fa.org'],
    ['?url=javascript:alert(1)', '#/bring?url=javascript%3Aalert%281%29'],
  ])('%s leads to %j', (query, address) => expect(sharedAddress(query)).toBe(address))
})
