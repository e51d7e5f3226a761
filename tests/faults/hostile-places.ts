/** The places of the app where texts are shown: by addresses of one text each, and by views that show many. */
import { encodeList } from '../../src/library/list-link.ts'
import { hostileTopics, payload } from '../support/hostile-corpus.ts'
import { daysAgo, OWN_PAPERS, SAVED_LATELY, WHOLE_EDITIONS } from '../support/hostile-library.ts'
import type { Spot } from '../support/hostile-page.ts'
import type { Step } from '../support/hostile-sight.ts'
import { PAYLOADS } from '../support/hostile-texts.ts'

/** What is gone to one by one is shared among so many trials; the number of texts is a multiple of it. */
export const PARTS = 7

/** Places of which each address shows one text. */
export interface Walk {
  readonly spots: readonly Spot[]
  /** The address of text n; `turn` says which list has which name. */
  readonly step: (n: number, turn: number) => Step | Promise<Step>
  /** The texts that each trial goes to; without, a trial takes its part of all. */
  readonly texts?: readonly number[]
}

const HEADING = 'main h1'
const TAB = 'head > title'
const coded = encodeURIComponent
/** Those at the head of an edition. */
const EVERY_TWELFTH = PAYLOADS.flatMap((_, n) => (n % 12 === 0 ? [n] : []))

export const WALKS: readonly Walk[] = [
  {
    spots: [
      { place: 'paper: title', at: HEADING },
      { place: 'paper: tab', at: TAB },
      { place: 'paper: abstract', at: '[aria-labelledby=abstract] .reading', beside: true, few: 100 },
      { place: 'paper: system', at: 'main .system', beside: true },
      { place: 'paper: authors and topics', at: 'ul[aria-label=Facts]', beside: true, few: 100 },
      { place: 'paper: note', at: 'main article textarea', of: 'value', beside: true },
      { place: 'paper: citation tags', at: 'head meta[name^=citation_]', of: 'content', beside: true, few: 70 },
    ],
    step: (n) => ({ address: `#/paper/h${n}`, text: n }),
  },
  {
    spots: [{ place: 'paper: neighbours', at: '[aria-label="Neighbouring papers"]', few: 42 }],
    step: (n) => ({ address: `#/paper/h${n + 1}`, text: n }),
    texts: EVERY_TWELFTH,
  },
  {
    spots: [
      { place: 'paper that is not here: title', at: HEADING },
      { place: 'paper that is not here: tab', at: TAB },
      { place: 'paper that is not here: search', at: 'main input[type=search]', of: 'value' },
    ],
    step: (n) => ({ address: `#/paper/nowhere?t=${coded(payload(n))}`, text: n }),
  },
  {
    spots: [
      { place: 'Browse: box', at: 'input[aria-label="Search papers"]', of: 'value' },
      { place: 'Browse: tab', at: TAB },
    ],
    step: (n) => ({ address: `#/browse?q=${coded(payload(n))}`, text: n }),
  },
  {
    spots: [{ place: 'Bring: shared title', at: '[aria-label="What was read"] .title' }],
    step: (n) => ({
      address: `#/bring?title=${coded(`On ${payload(n)}`)}&text=https://arxiv.org/abs/2605.${90_000 + n}`,
      text: n,
    }),
  },
  {
    spots: [
      { place: 'list: name', at: HEADING },
      { place: 'list: tab', at: TAB },
      { place: 'list: name of its rows', at: 'main [role=list]', of: 'aria-label' },
      { place: 'list: lists of a paper', at: 'main .others' },
      { place: 'list: note', at: 'main .note' },
    ],
    step: (n, turn) => ({ address: `#/saved/l${n}`, text: (n + turn) % PAYLOADS.length }),
  },
  {
    spots: [
      { place: 'list link: name', at: HEADING },
      { place: 'list link: name of the new list', at: 'main input', of: 'value' },
      { place: 'list link: title', at: '[aria-label="Papers of the list"]' },
      { place: 'list link: lists', at: 'main option', beside: true, few: PAYLOADS.length },
    ],
    step: async (n) => {
      // A name that no list here has, else it is offered to be added to that one.
      const list = { name: `For you: ${payload(n)}`, papers: [{ id: `z${n}`, title: payload(n) }] }
      return { address: `#/list/${await encodeList(list, 'with-titles')}`, text: n }
    },
  },
  {
    spots: [
      { place: 'edition: titles', at: 'main h3' },
      { place: 'edition: sections', at: 'main section > h2', beside: true, few: 160 },
      { place: 'edition: reasons', at: 'main .reason', beside: true },
      { place: 'edition: sentences', at: 'main article .reading', beside: true },
      { place: 'edition: authors and topics', at: 'ul[aria-label=Facts]', beside: true },
    ],
    step: (n) => ({ address: `#/digest/${daysAgo(n / 12 + 1)}`, text: n }),
    texts: EVERY_TWELFTH,
  },
  {
    spots: [{ place: 'Finish: what you saved', at: 'main ol', few: SAVED_LATELY.length }],
    step: (n) => ({ address: `#/digest/${daysAgo(Math.floor(n / 12) + 1)}/finished`, text: n }),
    texts: SAVED_LATELY,
  },
  {
    spots: [{ place: 'no such day: address', at: 'main .address', spelled: true }],
    step: (n) => ({ address: `#/digest/${coded(payload(n))}`, text: n }),
  },
  {
    spots: [{ place: 'no such page: address', at: 'main .address', spelled: true }],
    step: (n) => ({ address: `#/${payload(n)}`, text: n }),
  },
]

/** Places where many texts stand at once. */
export interface View {
  readonly address: string
  readonly spots: readonly Spot[]
  /** Whether its rows come as one scrolls. */
  readonly scrolls?: true
}

const titles = (place: string, few?: number): Spot => ({ place, at: 'main h2', ...(few !== undefined && { few }) })
const chips = new URLSearchParams([
  ...hostileTopics.map(({ id }) => ['topic', id]),
  ...PAYLOADS.map((name) => ['list', name]),
])

export const VIEWS: readonly View[] = [
  {
    address: '#/settings',
    spots: [
      { place: 'Settings: sources', at: 'main dd' },
      { place: 'Settings: about', at: 'main .reading > p' },
    ],
  },
  {
    address: '#/',
    spots: [
      { place: 'today: titles', at: 'main h3', few: 8 },
      { place: 'today: sections', at: 'main section > h2', few: 2 },
      { place: 'today: reasons', at: 'main .reason', few: 4 },
    ],
  },
  { address: '#/digest', spots: [{ place: 'editions: titles', at: 'ul[aria-label=Editions] .title' }] },
  {
    address: `#/digest/${daysAgo(WHOLE_EDITIONS + 1)}`,
    spots: [{ place: 'the end of the page: titles', at: 'main section li' }],
  },
  {
    address: '#/browse',
    scrolls: true,
    spots: [
      titles('Browse: titles'),
      { place: 'Browse: words', at: 'main .words' },
      { place: 'Browse: authors and topics', at: 'main .facts' },
    ],
  },
  {
    address: `#/browse?${chips.toString()}`,
    spots: [{ place: 'Browse: filters in force', at: '[aria-label="Filters in force"] button' }],
  },
  {
    address: '#/saved',
    spots: [
      { place: 'Saved: lists', at: 'ul[aria-label=Lists] .name' },
      { place: 'Saved: searches', at: 'ul[aria-label="Saved searches"] .name' },
    ],
  },
  {
    address: '#/saved/a',
    scrolls: true,
    spots: [titles('a list: titles'), { place: 'a list: notes', at: 'main .note' }],
  },
  { address: '#/saved/all', scrolls: true, spots: [titles('Everything saved: titles')] },
  { address: '#/saved/recently-opened', scrolls: true, spots: [titles('Recently opened: titles')] },
  { address: '#/saved/not-for-me', scrolls: true, spots: [titles('Not for me: titles')] },
  {
    address: '#/bring',
    spots: [
      { place: 'Bring: your papers', at: 'ul.titles a[href^="#/paper"]', few: OWN_PAPERS },
      { place: 'Bring: kept for later', at: 'ul.titles a[href^=https]' },
    ],
  },
]
