/** What follows from what sources state of papers, and what is left of a paper that is not here. */
import { describe, expect, it } from 'vitest'
import { dayOfPaper } from '../../../src/corpus/paper.ts'
import { failedBy } from '../../../src/corpus/problem.ts'
import { isTrending, NOTHING_STATED, statementsOf } from '../../../src/corpus/statements.ts'
import { asThere, isTitleOnly, titleOnly } from '../../../src/corpus/title-only.ts'
import { paper } from '../../support/papers.ts'

const one = paper({ title: 'One' })

describe('the day of a paper', () => {
  it.each([
    ['is that of its listing', { listed: '2026-11-22', published: '2026-11-01' }, '2026-11-22'],
    ['is that of its publication', { published: '2026-11-01' }, '2026-11-01'],
    ['is not known by a month', { published: '2026-11' }, null],
    ['is not known by nothing', {}, null],
  ])('%s', (_, stated, day) => {
    expect(dayOfPaper(stated)).toBe(day)
  })
})

describe('what papers state', () => {
  it.each([
    ['nothing', [one], [], NOTHING_STATED],
    ['nothing, of none', [], [], NOTHING_STATED],
    ['authors', [one, { ...one, authors: ['Ann'] }], [], { authors: true }],
    ['authors of the reader’s own', [one], [{ ...one, authors: ['Ann'] }], { authors: true }],
    ['votes, be they none', [{ ...one, votes: 0 }], [], { votes: true }],
    ['a day of publication', [{ ...one, published: '2026-11-01' }], [], { days: true, listed: null }],
    ['a month', [{ ...one, published: '2026-11' }], [], { days: false }],
    [
      'the newest listing of the corpus',
      [{ ...one, listed: '2026-11-20' }, one, { ...one, listed: '2026-11-21' }],
      [{ ...one, listed: '2026-11-22' }],
      { days: true, listed: '2026-11-21' },
    ],
    [
      'that of the reader’s own, where it has none',
      [one],
      [{ ...one, listed: '2026-11-22' }],
      { days: true, listed: '2026-11-22' },
    ],
  ])('is %s', (_, papers, own, stated) => {
    expect(statementsOf(papers, own)).toEqual({ ...NOTHING_STATED, ...stated })
  })

  it.each([
    ['of the newest source that ranks', [['2026-11-21', false], ['2026-11-22', true]], true],
    ['of one of that day', [['2026-11-22', false], ['2026-11-22', true]], true],
    ['not of an older source', [['2026-11-21', true], ['2026-11-22', false]], false],
    ['not of none', [], false],
  ] as const)('a trend is told %s', (_, sources, trending) => {
    expect(isTrending(sources.map(([taken, ranked]) => ({ taken, ranked })))).toBe(trending)
  }) // prettier-ignore
})

describe('a paper of which the title is left', () => {
  const whole = paper({ id: 'x', title: 'X', abstract: 'An abstract.', topics: ['t'] })
  it('is told from one that is there', () => {
    const left = titleOnly(whole)
    expect(left).toEqual(paper({ id: 'x', title: 'X' }))
    expect([left, { ...whole, abstract: '' }, { ...whole, topics: [] }, whole].map(isTitleOnly)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([asThere(left), asThere(whole)]).toEqual([{ id: 'x', title: 'X' }, whole])
  })
})

it('what was thrown is a problem with its own words', () => {
  expect(failedBy(new Error('lost'))).toEqual({ kind: 'failed', detail: 'lost' })
  expect(failedBy('lost')).toEqual({ kind: 'failed', detail: 'lost' })
})
