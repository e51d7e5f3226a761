/** What stands in an edition: the page's order, without ten in a row of one kind. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../../src/corpus/paper.ts'
import { mix } from '../../../src/digest/mix.ts'
import { paper } from '../../support/papers.ts'

const row = (topics: string, kind: (topic: string) => Kind = () => 'method') =>
  Array.from(topics, (topic, rank) => ({
    paper: paper({ title: `${topic}${String(rank)}`, rank, topics: topic === '-' ? [] : [topic], kind: kind(topic) }),
  }))
const titles = (picked: ReturnType<typeof row>): string => picked.map((one) => one.paper.title).join(' ')

describe('a mix', () => {
  it.each([
    ['abcdef', 3, 'a0 b1 c2'],
    ['aabbcc', 6, 'a0 b2 c4 a1 b3 c5'],
    ['aaaaab', 3, 'a0 b5 a1'],
    ['aaaa', 3, 'a0 a1 a2'],
    ['ab', 12, 'a0 b1'],
    ['', 12, ''],
    ['abc', 0, ''],
  ])('of %s, %d of them, is %s', (topics, count, expected) => {
    expect(titles([...mix(row(topics), count, count, [])])).toBe(expected)
  })

  it('sees what stands above it', () => {
    const [before] = row('a')
    expect(titles([...mix(row('ab'), 2, 6, before ? [before.paper] : [])])).toBe('b1 a0')
  })

  it('tells papers without topics apart by their kind', () => {
    const kindOf = (topic: string): Kind => (topic === 'b' ? 'survey' : 'method')
    expect(titles([...mix(row('--b', kindOf), 3, 3, [])])).toBe('-0 b2 -1')
  })

  it('looks four editions down the row and no further', () => {
    const kindOf = (topic: string): Kind => (topic === 'b' ? 'survey' : 'method')
    expect(titles([...mix(row(`${'a'.repeat(15)}b`, kindOf), 4, 4, [])])).toContain('b15')
    expect(titles([...mix(row(`${'a'.repeat(16)}b`, kindOf), 4, 4, [])])).not.toContain('b16')
  })

  it('has each once, as many as wanted, and never four in a row of one topic while another is within reach', () => {
    const topics = fc.string({ unit: fc.constantFrom('a', 'a', 'b', 'c'), maxLength: 40 })
    fc.assert(
      fc.property(topics, fc.integer({ min: 1, max: 12 }), (all, count) => {
        const kinds: Readonly<Record<string, Kind>> = { a: 'method', b: 'dataset', c: 'survey' }
        const papers = row(all, (topic) => kinds[topic] ?? 'method')
        const picked = mix(papers, count, count, [])
        expect(new Set(picked).size).toBe(Math.min(count, papers.length))
        const reach = papers.slice(0, 4 * count)
        for (let at = 3; at < picked.length; at++) {
          const run = new Set(picked.slice(at - 3, at + 1).map((one) => one.paper.topics[0]))
          if (run.size > 1) continue
          const left = reach.filter((one) => !picked.slice(0, at).includes(one))
          expect(left.every((one) => run.has(one.paper.topics[0]))).toBe(true)
        }
      }),
    )
  })
})
