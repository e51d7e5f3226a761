/** What was saved and not done comes again: when, how often, and where in an edition. */
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../../../src/digest/compose.ts'
import { entriesOf } from '../../../src/digest/edition.ts'
import type { EditionFacts } from '../../../src/digest/facts.ts'
import type { Rules } from '../../../src/digest/rules.ts'
import { DAY, facts, idsIn, page, sections, sizes } from '../../support/sixty-papers.ts'

describe('what was saved comes again', () => {
  const at = (id: string, savedOn: string) => ({ id, title: id, day: savedOn })
  const again = (some: Partial<EditionFacts>, rules: Partial<Rules> = {}) =>
    idsIn(sections(composeEdition(page, facts(some, rules))).find(({ kind }) => kind === 'again'))

  it.each<[string, Partial<EditionFacts>, readonly string[]]>([
    ['a week after it was saved', { saved: [at('p1', '2026-11-15'), at('p2', '2026-11-16')] }, ['p1']],
    [
      'two at most, the longest waiting first',
      { saved: ['3', '2', '1'].map((n) => at(`p${n}`, `2026-11-0${n}`)) },
      ['p1', 'p2'],
    ],
    [
      'the longest waiting first, wherever on the page they stand',
      { saved: ['1', '2', '3'].map((n) => at(`p${4 - +n}`, `2026-11-0${n}`)) },
      ['p3', 'p2'],
    ],
    ['not once it is done', { saved: [at('p1', '2026-11-01')], done: ['p1'] }, []],
    ['not once it is refused', { saved: [at('p1', '2026-11-01')], refused: ['p1'] }, []],
    [
      'a week after it was last shown',
      { saved: [at('p1', '2026-11-01')], shown: [{ id: 'p1', day: '2026-11-16' }] },
      [],
    ],
    [
      'whatever a clock that was ahead has shown',
      { saved: [at('p1', '2026-11-01')], shown: [{ id: 'p1', day: '2030-01-01' }] },
      ['p1'],
    ],
    ['not a day after that', { saved: [at('p1', '2030-01-01')], shown: [{ id: 'p1', day: '2026-11-21' }] }, []],
    ['not on the day it was saved', { saved: [at('p1', DAY)] }, []],
    [
      'not for a week after it was saved, though it was shown long ago',
      { saved: [at('p1', '2026-11-16')], shown: [{ id: 'p1', day: '2026-11-01' }] },
      [],
    ],
    [
      'in page order where they wait as long',
      { saved: [at('p2', '2026-11-01'), at('p1', '2026-11-01')] },
      ['p1', 'p2'],
    ],
    ['whatever became of the page', { saved: [at('elsewhere', '2026-11-01')] }, []],
  ])('%s', (_, some, expected) => {
    expect(again(some)).toEqual(expected)
  })

  it('with the day it was saved, at the end, inside the number of papers', () => {
    const edition = composeEdition(page, facts({ saved: [at('p1', '2026-11-01')] }))
    expect(sizes(edition)).toBe('page 11, again 1')
    expect(entriesOf(edition).at(-1)).toMatchObject({ reason: { kind: 'again', saved: '2026-11-01' } })
  })

  it.each([
    [5, 1],
    [7, 1],
    [8, 2],
    [30, 2],
  ])('in an edition of %d papers %d times', (size, times) => {
    const waiting = ['p1', 'p2', 'p3'].map((id) => at(id, '2026-11-01'))
    expect(again({ saved: waiting }, { size })).toEqual(['p1', 'p2'].slice(0, times))
  })

  it('of so many that wait, none of which was seen', () => {
    const waiting = ['p1', 'p2', 'p3'].map((id) => at(id, '2026-11-01'))
    const section = sections(composeEdition(page, facts({ saved: waiting }))).at(-1)
    expect(section).toMatchObject({ kind: 'again', search: null, unseen: 3, seen: 0 })
    expect(section?.entries.map(({ also }) => also)).toEqual([[], []])
  })

  it('as saved today, where the clock was ahead', () => {
    const edition = composeEdition(page, facts({ saved: [at('p1', '2030-01-01')] }))
    expect(entriesOf(edition).at(-1)).toMatchObject({ paper: { id: 'p1' }, reason: { kind: 'again', saved: DAY } })
  })
})
