/** An edition: the page's order, and no ten in a row of one kind. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../../../src/digest/compose.ts'
import { paper } from '../../support/papers.ts'

const page = (topics: string) =>
  Array.from(topics, (topic, rank) => paper({ title: `${topic}${String(rank)}`, rank, topics: [topic] }))
const edition = (topics: string, size: number): string =>
  composeEdition(page(topics), size)
    .map((one) => one.title)
    .join(' ')

describe('an edition', () => {
  it.each([
    ['abcdef', 3, 'a0 b1 c2'],
    ['aabbcc', 6, 'a0 b2 a1 b3 c4 c5'],
    ['aaaaab', 3, 'a0 b5 a1'],
    ['aaaa', 3, 'a0 a1 a2'],
    ['ab', 12, 'a0 b1'],
    ['', 12, ''],
  ])('of a page %s, %d long, is %s', (topics, size, expected) => {
    expect(edition(topics, size)).toBe(expected)
  })

  it('holds papers once, as many as it may, and never two of a topic in a row while another is left', () => {
    const topics = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 40 })
    fc.assert(
      fc.property(topics, fc.integer({ min: 0, max: 15 }), (all, size) => {
        const papers = page(all)
        const composed = composeEdition(papers, size)
        expect(new Set(composed).size).toBe(Math.min(size, papers.length))
        expect(composeEdition([...papers].reverse(), size)).toEqual(composed)
        const most = Math.max(1, Math.ceil(size / 3))
        for (const [at, one] of composed.entries()) {
          const before = composed.slice(0, at)
          const waits = (other: typeof one): boolean =>
            other.topics[0] === before.at(-1)?.topics[0] ||
            before.filter((taken) => taken.topics[0] === other.topics[0]).length >= most
          if (waits(one)) expect(papers.filter((other) => !before.includes(other)).every(waits)).toBe(true)
        }
      }),
    )
  })
})
