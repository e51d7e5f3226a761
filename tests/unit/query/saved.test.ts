/** Saved searches as plain tests: what they find where the reader's library says nothing about them. */
import { describe, expect, it } from 'vitest'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { savedTests } from '../../../src/query/saved.ts'
import { paper } from '../../support/papers.ts'

const flow = paper({ title: 'Flow' })
const finds = (text: string, context: unknown) =>
  savedTests([text], { topics: [], stated: NOTHING_STATED }, context)[0]?.(flow)

describe('without what the library knows', () => {
  it.each([
    'is:done',
    '-is:done',
    'flow -is:done',
    '(survey OR -list:"To read")',
    '-saved:7d',
    'search:other',
    '-search:other',
  ])('a search finds nothing rather than too much: %s', (text) => {
    expect(finds(text, null)).toBe(false)
  })
  it.each(['flow', '-survey', '-kind:survey'])('one of words and papers alone is as ever: %s', (text) => {
    expect(finds(text, null)).toBe(true)
  })
  it.each([
    ['search:everything', true],
    ['-search:everything', false],
    ['survey search:everything', false],
  ])('a saved search that asks nothing is true of each paper: %s', (text, expected) => {
    expect(finds(text, { facts: [], searches: [{ name: 'Everything', query: '' }] })).toBe(expected)
  })
  it('what the library says of no paper is true of none', () => {
    const context = { facts: [{ name: 'is', value: 'done', papers: [] }], searches: [] }
    expect(finds('-is:done', context)).toBe(true)
  })
})
