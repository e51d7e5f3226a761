/** A library file all of whose words are hostile: lists, notes, searches, editions, own papers and links that wait. */
import { addDays, dayOf, type Day } from '../../src/base/days.ts'
import type { Entry, PaperEdition, Reason, Section } from '../../src/digest/edition.ts'
import { writeLibraryFile } from '../../src/library/library-file.ts'
import type { Envelope } from '../../src/library/record.ts'
import { hostilePaper, payload } from './hostile-corpus.ts'
import { PAYLOADS } from './hostile-texts.ts'
import { envelope, NOW } from './library.ts'

/** Editions that are kept whole, of twelve papers each: together they hold every text. */
export const WHOLE_EDITIONS = PAYLOADS.length / 12
/** As many as the page that brings papers names. */
export const OWN_PAPERS = 20
/** Papers of the corpus that the reader saved long ago, and those saved now. */
const SAVED_BEFORE = Array.from({ length: 6 }, (_, n) => n * 40)
export const SAVED_LATELY = SAVED_BEFORE.map((n) => n + 20)

/** The day so many days ago: editions of more than a month ago are no longer kept whole. */
export function daysAgo(count: number): Day {
  return addDays(dayOf(new Date()), -count)
}

/** The library; a `turn` gives every text another place. */
export function hostileLibrary(turn: number): string {
  return writeLibraryFile([...kept(turn), ...searches(turn), ...brought(), ...editions(turn)], NOW)
}

/** The same with other names for everything that has one, without the lists. */
export function otherLibrary(turn: number): string {
  return writeLibraryFile([...searches(turn + 1), ...brought()], NOW + 1)
}

const each = (make: (text: string, n: number) => readonly Envelope[]): readonly Envelope[] => PAYLOADS.flatMap(make)

/** Papers in lists, which the corpus lacks but for a few; each paper of the corpus has a note and a link. */
function kept(turn: number): readonly Envelope[] {
  return [
    envelope('list', 'a', { name: payload(turn), order: 1 }),
    ...each((title, n) => [
      envelope('list', `l${n}`, { name: payload(n + turn), order: n + 2 }),
      envelope('entry', `a:x${n}`, { added: NOW, title }),
      envelope('entry', `l${n}:x${n}`, { added: NOW, title }),
      envelope('note', `x${n}`, { text: payload(n + turn), title }),
      envelope('note', `h${n}`, { text: payload(n + turn + 1), title }),
      envelope('link', `h${n}`, { url: `https://evil.invalid/"onclick="globalThis.ran=1;//${n}`, title }),
      envelope('opened', `o${n}`, { at: NOW, title }),
      envelope('not-for-me', `n${n}`, { at: NOW, title }),
      envelope('unfolded', `u${n}`, { at: NOW, title }),
    ]),
    ...SAVED_BEFORE.map((n) => envelope('entry', `a:h${n}`, { added: NOW, title: payload(n) })),
    ...SAVED_LATELY.map((n) => envelope('entry', `a:h${n}`, { added: Date.now(), title: payload(n) })),
  ]
}

/** Most find papers, so that the digest has sections of their names; each is asked whenever the library changes. */
function searches(turn: number): readonly Envelope[] {
  const query = (n: number): string => (n % 6 === 1 ? payload(n * 11) : `title:${n % 28}`)
  return each((_, n) => [envelope('search', `s${n}`, { name: payload(n * 13 + turn), query: query(n), order: n })])
}

function brought(): readonly Envelope[] {
  const mine = (n: number): Envelope =>
    envelope('mine', `m${n}`, { at: NOW, paper: { ...hostilePaper(n * 12 + 5), id: `m${n}` } })
  return [
    ...Array.from({ length: OWN_PAPERS }, (_, n) => mine(n)),
    ...each((title, n) => [
      envelope('waiting', `w${n}`, { at: NOW, url: `https://evil.invalid/"onclick="${n}`, title }),
    ]),
  ]
}

/** Whole ones of the last days, the end of the page before them, and before that titles alone. */
function editions(turn: number): readonly Envelope[] {
  const whole = Array.from({ length: WHOLE_EDITIONS }, (_, n) => wholeEdition(n, turn))
  const end = { ...dated(WHOLE_EDITIONS), kind: 'last', saved: 1, unfolded: 1 }
  return [
    ...whole.flatMap((edition) => [
      envelope('edition', edition.day, edition),
      envelope('finished', edition.day, { at: NOW, minutes: 1 }),
    ]),
    envelope('edition', end.day, end),
    ...each((title, n) => {
      const entry = { paper: { id: `p${n}`, title }, reason: { kind: 'page', rank: n }, also: [] }
      const section = { kind: 'page', search: null, entries: [entry], unseen: 1, seen: 0 }
      const past = { ...dated(n + 60), kind: 'papers', of: 1, sections: [section], postscripts: [] }
      return [envelope('past-edition', past.day, past)]
    }),
  ]
}

function dated(ago: number): Pick<PaperEdition, 'day' | 'number' | 'since' | 'generation' | 'shown' | 'total'> {
  return { day: daysAgo(ago + 1), number: 1, since: null, generation: '2026-11-01-x', shown: 1, total: 252 }
}

/** Four sections and a postscript, in which the reasons are hostile, too. */
function wholeEdition(at: number, turn: number): PaperEdition {
  const entries = Array.from({ length: 12 }, (_, n) => entryOf(at * 12 + n, turn))
  const section = (kind: Section['kind'], some: readonly Entry[], named: number): Section => ({
    kind,
    search: kind === 'search' ? { id: `s${named}`, name: payload(named + turn) } : null,
    entries: some,
    unseen: 20,
    seen: 1,
    ...(kind === 'because' && { seenIds: [`h${named}`] }),
  })
  const some = entries.slice(0, 8).map((entry, n) => section('search', [entry], at * 12 + n))
  const because = section('because', entries.slice(8, 10), at)
  const postscripts = [{ day: daysAgo(at), entries: entries.slice(10) }]
  return { ...dated(at), kind: 'papers', of: 30, sections: [...some, because], postscripts }
}

function entryOf(n: number, turn: number): Entry {
  const name = payload(n + turn + 1)
  const search: Reason = { kind: 'search', search: `s${n}`, name }
  const because: Reason = { kind: 'because', paper: `h${n}`, title: name, terms: [payload(n + turn + 2)] }
  return n % 12 < 8
    ? { paper: hostilePaper(n), reason: search, also: [because] }
    : { paper: hostilePaper(n), reason: because, also: [search] }
}
