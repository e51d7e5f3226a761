/** Today's edition by other rules: what stays, what is chosen anew, and what the counts say then. */
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../../../src/digest/compose.ts'
import { entriesOf, isOlder, type PaperEdition, type Section } from '../../../src/digest/edition.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import { factsForRest, idsOf, joinEditions } from '../../../src/digest/retune.ts'
import { DEFAULT_RULES, withTopic, type Rules } from '../../../src/digest/rules.ts'
import { pageOf } from '../../support/digest.ts'
import { paper } from '../../support/papers.ts'
import { seedPapers } from '../../support/seed.ts'

const page = pageOf(seedPapers())
const facts = factsOfNewReader('2026-11-22')
const compose = (of = facts): PaperEdition => {
  const edition = composeEdition(page, of)
  if (edition.kind === 'last') throw new Error('there are papers')
  return edition
}
const before = compose()
const ids = (edition: PaperEdition) => entriesOf(edition).map(({ paper }) => paper.id)

function retune(rules: Rules, first: number): PaperEdition {
  const stay = idsOf(before, (_, at) => at < first)
  const rest = factsForRest(facts, rules, stay)
  return rest ? joinEditions(before, compose(rest), stay) : before
}

describe('an edition by other rules', () => {
  it('is that of the rules, where nothing stays', () => {
    expect(retune({ ...DEFAULT_RULES, size: 20 }, 0)).toEqual(
      compose({ ...facts, rules: { ...DEFAULT_RULES, size: 20 } }),
    )
  })
  it('begins with what stays, and has the rest of the topics that were chosen', () => {
    const after = retune(withTopic(DEFAULT_RULES, 'mixture-of-experts', 'more'), 3)
    expect(ids(after).slice(0, 3)).toEqual(ids(before).slice(0, 3))
    const chosen = (edition: PaperEdition) =>
      entriesOf(edition).filter(({ paper }) => paper.topics.includes('mixture-of-experts')).length
    expect(chosen(after)).toBeGreaterThan(chosen(before))
    expect([ids(after).length, new Set(ids(after)).size]).toEqual([12, 12])
  })
  it.each([5, 8, 12, 30])('has %i papers, and says of how many, in all its counts', (size) => {
    const after = retune({ ...DEFAULT_RULES, size }, 3)
    expect([ids(after).length, after.shown, after.sections[0]?.unseen]).toEqual([size, size, page.papers.length])
    expect(after.of).toBe(Math.ceil(page.papers.length / size))
  })
  it('stays as it is where what stays fills it', () => {
    expect(retune({ ...DEFAULT_RULES, size: 5 }, 5)).toBe(before)
  })
})

describe('two editions as one', () => {
  const section = (kind: Section['kind'], ids: string, unseen = 9, search: string | null = null): Section => ({
    ...{ kind, search: search === null ? null : { id: search, name: search }, unseen, seen: 1 },
    entries: Array.from(ids, (id) => ({ paper: paper({ id }), reason: { kind: 'page', rank: 0 }, also: [] })),
  })
  const made = (...sections: readonly Section[]): PaperEdition => ({ ...before, sections, postscripts: [] })
  const told = ({ sections }: PaperEdition): string =>
    sections
      .map(({ kind, search, entries, unseen }) => {
        return `${kind}${search ? ` ${search.id}` : ''} ${entries.map((one) => one.paper.id).join('')} of ${unseen}`
      })
      .join(', ')
  const postscript = { day: '2026-11-22', entries: section('page', 'p').entries }
  const old = {
    ...made(section('search', 'ab', 9, 's'), section('page', 'cd'), section('again', 'ef')),
    postscripts: [postscript],
  }

  it.each<[string, string, PaperEdition, string]>([
    ['keep nothing', '', made(section('page', 'xy')), 'page xy of 9'],
    ['keep what stays at the head of its section', 'ad', made(section('search', 'x', 5, 's'), section('page', 'y', 4)), 'search s ax of 6, page dy of 5'],
    ['keep sections that have no other, in reading order', 'bde', made(section('because', 'x')), 'search s b of 9, because x of 9, page d of 9, again e of 9'],
    ['tell one search from another', 'a', made(section('search', 'x', 5, 't'), section('page', 'y')), 'search t x of 5, search s a of 9, page y of 9'],
  ])('%s', (_, stay, rest, expected) => {
    const joined = joinEditions(old, rest, new Set(stay))
    expect(told(joined)).toBe(expected)
    expect(joined.postscripts).toEqual([postscript])
    expect(joined.shown).toBe(rest.shown + stay.length)
  }) // prettier-ignore

  it.each<[string, PaperEdition, number]>([
    ['as many as the rest of the page fills', { ...made(section('page', 'xy', 8)), number: 3 }, 3 + 3],
    ['this one where the page has no section', { ...made(section('again', 'xy')), number: 3 }, 3],
  ])('make %s', (_, rest, of) => {
    expect(joinEditions(old, rest, new Set('')).of).toBe(of)
  })

  it('are told apart by what stands in their sections, not by a postscript', () => {
    expect([...idsOf(old, () => true)]).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect([...idsOf(old, ({ paper: { id } }) => id === 'c')]).toEqual(['c'])
  })

  it('leave room for the rest, which has none of what stays', () => {
    const known = { ...facts, done: ['z'] }
    const rules = { ...DEFAULT_RULES, size: 6 }
    expect(factsForRest(known, rules, new Set('ab'))).toEqual({ ...known, rules: { ...rules, size: 4 }, done: ['z', 'a', 'b'] })
    expect(factsForRest(known, rules, new Set('abcdef'))).toBeNull()
    expect(factsForRest(known, rules, new Set('abcdefg'))).toBeNull()
  }) // prettier-ignore
})

it.each([
  ['2026-11-21-x', '2026-11-22-a', true],
  ['2026-11-22-a', '2026-11-22-x', false],
  ['2026-11-23-a', '2026-11-22-x', false],
])('%s is older than %s: %s', (generation, other, expected) => {
  expect(isOlder(generation, other)).toBe(expected)
})
