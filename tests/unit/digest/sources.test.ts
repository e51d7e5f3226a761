/** What could stand in a section, in which order and why: before anything is cut to size. */
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/corpus/paper.ts'
import { factsOfNewReader, type EditionFacts, type Meaning, type Page } from '../../../src/digest/facts.ts'
import { poolOf } from '../../../src/digest/pool.ts'
import { DEFAULT_RULES, type TopicRule } from '../../../src/digest/rules.ts'
import { becauseSource, pageSource, searchSources, type Source } from '../../../src/digest/sources.ts'
import { pageOf } from '../../support/digest.ts'
import { paper } from '../../support/papers.ts'

type Topics = Readonly<Record<string, TopicRule>>
const facts = (some: Partial<EditionFacts> = {}, topics: Topics = {}): EditionFacts => ({
  ...factsOfNewReader('2026-11-22'),
  ...some,
  rules: { ...DEFAULT_RULES, topics: new Map(Object.entries(topics)) },
})
/** Papers `a`, `b`, … in page order, each of the topics named. */
const papersOf = (...topics: readonly string[]): readonly Paper[] =>
  topics.map((some, rank) => {
    const id = String.fromCharCode(97 + rank)
    return paper({ id, title: `Title of ${id}`, rank, topics: some === '' ? [] : some.split(' ') })
  })
const ids = ({ row }: Source): string => row.map(({ paper: { id } }) => id).join('')
const saved = (id: string) => ({ id, title: `Saved ${id}`, day: '2026-11-20' })

describe('the page', () => {
  const source = (page: Page, some: EditionFacts): Source => pageSource(page, some, poolOf(page, some, null))
  const five = pageOf(papersOf('', 'x', '', 'y', 'x y'))
  it.each<[string, Topics, string]>([
    ['is in its order', {}, 'abcde'],
    ['has what is wanted more four times nearer to its top, behind what is as near', { x: 'more' }, 'baecd'],
    ['has what is wanted less four times further', { x: 'less' }, 'acdbe'],
    ['has a paper of both as wanted more', { x: 'less', y: 'more' }, 'adecb'],
    ['is without what is never wanted', { x: 'never' }, 'acd'],
    ['has a wish for more over none for others', { y: 'more' }, 'adebc'],
  ])('%s', (_, topics, order) => {
    expect(ids(source(five, facts({}, topics)))).toBe(order)
  })

  it('says how many of it were seen', () => {
    const shown = ['a', 'b', 'elsewhere'].map((id) => ({ id, day: '2026-11-20' }))
    expect(source(five, facts({ shown }))).toMatchObject({ kind: 'page', search: null, seen: 2 })
    expect(source(five, facts({ shown, refused: ['a'] })).seen, 'what was refused is not counted').toBe(1)
  })

  it.each([
    ['by its votes, where they make a trend', true, 7, { kind: 'page', rank: 0, votes: 7 }],
    ['by its place, where nobody voted', true, 0, { kind: 'page', rank: 0 }],
    ['by its place, where votes are not counted', true, undefined, { kind: 'page', rank: 0 }],
    ['by its place, where the page is no trend', false, 7, { kind: 'page', rank: 0 }],
  ])('has a paper %s', (_, trending, votes, reason) => {
    const page = { ...pageOf([paper({ id: 'a', ...(votes !== undefined && { votes }) })]), trending }
    expect(source(page, facts()).row[0]?.why()).toEqual(reason)
  })
})

describe('Because you saved', () => {
  /** Papers as near as a digit says to the saved paper, or to the paper done with, that is named after it. */
  const near = (likeness: Readonly<Record<string, string>>): Meaning => ({
    rank: (reader, candidates) => {
      expect(reader).toEqual({ saved: ['s'], done: ['d'], refused: ['r'] })
      return candidates.flatMap((one) => {
        const [score = '', pulledBy = ''] = likeness[one.id] ?? ''
        return score === '' ? [] : [{ paper: one, score: Number(score), pulledBy }]
      })
    },
    shared: (one, other) => [`${one} and ${other}`],
  })
  const source = (meaning: Meaning | null, topics: Topics = {}, some: Partial<EditionFacts> = {}): Source => {
    const page = pageOf(papersOf('x', 'y', 'x y', ''), meaning)
    const known = facts({ saved: [saved('s')], done: ['d'], refused: ['r'], ...some }, topics)
    return becauseSource(page, known, poolOf(page, known, null))
  }
  const all = { a: '4s', b: '3s', c: '2s', d: '9s' }

  it.each<[string, Topics, string]>([
    ['has the nearest first', {}, 'abc'],
    ['counts what is wanted more twice', { y: 'more' }, 'bac'],
    ['counts what is wanted less half', { x: 'less' }, 'bac'],
    ['counts a paper of both twice', { x: 'less', y: 'more' }, 'bca'],
    ['is without what is never wanted', { x: 'never' }, 'b'],
  ])('%s', (_, topics, order) => {
    expect(ids(source(near(all), topics))).toBe(order)
  })

  it('is without what only a paper pulls that is not saved', () => {
    expect(ids(source(near({ ...all, a: '4d' })))).toBe('bc')
  })

  it('says which saved paper pulled a paper, and what they share', () => {
    expect(source(near(all)).row[0]?.why()).toEqual({
      ...{ kind: 'because', paper: 's', title: 'Saved s', terms: ['a and s'] },
    })
  })

  it('says which near papers were seen, the nearest first, and names 200 of them', () => {
    const shown = ['a', 'c'].map((id) => ({ id, day: '2026-11-20' }))
    expect(source(near(all), {}, { shown })).toMatchObject({ kind: 'because', search: null, seen: 2, seenIds: ['a', 'c'] })
    const many = Array.from({ length: 201 }, (_, rank) => paper({ id: `p${rank}`, rank }))
    const meaning: Meaning = {
      rank: (_, candidates) => candidates.map((one) => ({ paper: one, score: 1, pulledBy: 's' })),
      shared: () => [],
    }
    const known = facts({ saved: [saved('s')], shown: many.map(({ id }) => ({ id, day: '2026-11-20' })) })
    const page = pageOf(many, meaning)
    const { seen, seenIds } = becauseSource(page, known, poolOf(page, known, null))
    expect([seen, seenIds?.length, seenIds?.at(-1)]).toEqual([201, 200, 'p199'])
  }) // prettier-ignore

  it('is empty without vectors', () => {
    expect(source(null)).toEqual({ kind: 'because', search: null, row: [], seen: 0, seenIds: [] })
  })
})

describe('a saved search', () => {
  const page = { ...pageOf(papersOf('', '', '', 'x')), topics: [{ id: 'x', label: 'The unknown' }] }
  const source = (searches: EditionFacts['searches'], some: Partial<EditionFacts> = {}) => {
    const known = facts({ searches, ...some })
    return searchSources(page, known, poolOf(page, known, null))
  }
  const search = (query: string, id = 's') => ({ id, name: `Name of ${id}`, query })

  it('finds in page order what is fresh, says why, and counts what was seen', () => {
    const shown = [{ id: 'b', day: '2026-11-20' }]
    const [first, second] = source([search('title'), search('title:"of c"', 't')], { shown })
    expect([first && ids(first), second && ids(second)]).toEqual(['acd', 'c'])
    expect([first, second]).toMatchObject([
      { kind: 'search', search: { id: 's', name: 'Name of s' }, seen: 1 },
      { kind: 'search', search: { id: 't', name: 'Name of t' }, seen: 0 },
    ])
    expect(second?.row[0]?.why()).toEqual({ kind: 'search', search: 't', name: 'Name of t' })
  })

  it('knows the topics of the page', () => {
    expect(source([search('topic:"the unknown"')]).map(ids)).toEqual(['d'])
  })

  it('that names what is gone finds nothing, rather than more', () => {
    expect(source([search('title list:"Gone"')]).map(ids)).toEqual([''])
  })

  it('asks the library by what it says', () => {
    const context = { facts: [{ name: 'is' as const, value: 'opened', papers: ['c'] }], searches: [] }
    expect(source([search('is:opened')], { context }).map(ids)).toEqual(['c'])
  })
})
