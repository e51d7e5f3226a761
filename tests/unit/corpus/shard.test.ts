import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../src/corpus/paper.ts'
import { encodeShard } from '../../../src/corpus/encode-shard.ts'
import { decodeShard } from '../../../src/corpus/shard.ts'
import { seedPapers } from '../../support/seed.ts'

const paper: Paper = {
  id: 'abc',
  title: 'X: a Title',
  abstract: 'We propose X. It is 3x faster.',
  rank: 0,
  topics: ['b', 'a'],
  kind: 'system',
  code: 'link',
  codeLinks: ['https://github.com/a/b', 'https://github.com/c/d'],
  projectLink: 'https://x.org',
  system: 'X',
  does: { start: 0, end: 13 },
  result: { start: 14, end: 30 },
}
const bare: Paper = { ...paper, id: 'def', rank: 1, topics: ['a'], code: 'none', codeLinks: [], projectLink: null, system: null, does: null, result: null } // prettier-ignore

/** The same with all that only some sources state. */
const stated: Paper = {
  ...paper,
  authors: ['Ann Author', 'Ben B. Author'],
  listed: '2026-05-18',
  published: '2026-05',
  votes: 0,
  arxiv: 'hep-ex/0307015',
  doi: '10.1234/x',
  page: 'https://example.org/x',
}

/** A shard of the two papers with some columns replaced. */
const altered = (change: Readonly<Record<string, unknown>>): unknown => ({
  ...(JSON.parse(encodeShard([paper, bare])) as object),
  ...change,
})

describe('a shard', () => {
  it('gives back what went in, the 198 too, and the same bytes each time', () => {
    for (const papers of [[], [paper, bare], [stated, bare], seedPapers()]) {
      const text = encodeShard(papers)
      expect(decodeShard(JSON.parse(text), 0)).toEqual({ ok: true, value: papers })
      expect(encodeShard(papers)).toBe(text)
    }
  })

  it('has no column for what none of its papers states', () => {
    const names = (papers: readonly Paper[]): readonly string[] =>
      Object.keys(JSON.parse(encodeShard(papers)) as object)
    const added = names([stated]).filter((name) => !names([paper]).includes(name))
    expect(added).toEqual(['authors', 'listed', 'published', 'votes', 'arxiv', 'dois', 'pages'])
  })

  it('ranks its papers from where the last shard ended', () => {
    const read = decodeShard(JSON.parse(encodeShard([paper, bare])), 2000)
    expect(read.ok && read.value.map(({ rank }) => rank)).toEqual([2000, 2001])
  })

  it.each([
    ['nothing', null, /./],
    ['a later format', altered({ format: 2 }), /format/],
    ['a missing column', altered({ kinds: undefined }), /kinds/],
    ['a short column', altered({ abstracts: ['one'] }), /abstracts: 1 for 2/],
    ['an id too many', altered({ ids: 'abc def ghi' }), /ids: 3 for 2/],
    ['an id that is markup', altered({ ids: 'abc p1<entry>' }), /row 1: an id/],
    ['an id that is no name', altered({ ids: 'abc __proto__' }), /row 1: an id/],
    ['a topic outside the table', altered({ topicRows: [[7], [0]] }), /row 0: a topic/],
    ['five topics', altered({ topicRows: [[0, 0, 0, 0, 0], [0]] }), /topicRows/],
    ['a topic that is no number', altered({ topicRows: [[Number.NaN], [0]] }), /topicRows/],
    ['half a topic', altered({ topicRows: [[0.5], [0]] }), /topicRows/],
    ['a kind that is not known', altered({ kinds: '09' }), /row 1: a kind/],
    ['a code state that is not known', altered({ codes: '90' }), /row 0: a kind or code/],
    ['a sentence past the end', altered({ does: [0, 99, 0, 0] }), /row 0: a sentence/],
    ['a sentence before the beginning', altered({ does: [-1, 5, 0, 0] }), /does/],
    ['a sentence without length', altered({ results: [0, 1, 2] }), /results: 3 numbers/],
    ['a row past the end', altered({ systems: [[2, 'Y']] }), /systems: a row/],
    [
      'a row twice',
      altered({
        systems: [
          [0, 'Y'],
          [0, 'Z'],
        ],
      }),
      /systems: a row/,
    ],
    ['a column of another length', altered({ votes: [1] }), /votes: 1 for 2/],
    ['a day that is none', altered({ listed: ['', 'soon'] }), /listed/],
    ['votes below none', altered({ votes: [null, -1] }), /votes/],
    ['a number that is an address', altered({ arxiv: ['', 'https://a.org/1'] }), /arxiv/],
    ['a page that runs script', altered({ pages: ['', 'javascript:alert(1)'] }), /pages/],
    ['a link that runs script', altered({ projectLinks: [[0, 'javascript:alert(1)']] }), /projectLinks/],
    ['a link that breaks out', altered({ codeLinks: [[0, 'https://a.org/" onclick="x']] }), /codeLinks/],
  ])('refuses %s and names the place', (_, input, place) => {
    const read = decodeShard(input, 0)
    expect(!read.ok && read.error).toMatch(place)
  })

  it('takes no prototype from a file', () => {
    const input: unknown = JSON.parse(`{"__proto__":{"polluted":1},${encodeShard([paper]).slice(1)}`)
    expect(decodeShard(input, 0).ok).toBe(true)
    expect('polluted' in {}).toBe(false)
  })
})
