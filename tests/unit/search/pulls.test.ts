/** Because you saved: an edition over the real papers and their vectors names the saved paper that pulled each. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { composeEdition } from '../../../src/digest/compose.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import { decodeBasis } from '../../../src/meaning/basis.ts'
import { openMeaning } from '../../../src/meaning/meaning.ts'
import { encodeVectors } from '../../../src/meaning/vectors.ts'
import { pullsOf } from '../../../src/search/pulls.ts'
import { seedPapers } from '../../support/seed.ts'

const papers = seedPapers()
const basis = new Uint8Array(readFileSync('data/basis.bin'))
const read = decodeBasis(basis)
if (!read.ok) throw new Error(read.error)
const opened = openMeaning(papers, {
  basis,
  shards: [{ vectors: encodeVectors(papers, read.value), papers: papers.length }],
})
if (!opened.ok) throw new Error(opened.error)
const meaning = pullsOf(papers, opened.value)

/** Numbers of papers on the page: what the reader of profiles.json who makes 3D content saved, wants and never wants. */
const [SAVED, WANTED, NEVER] = [
  [4, 16, 97],
  [17, 116, 118, 144, 188],
  [20, 36, 51, 61, 62, 75, 81, 102, 111, 160, 176, 183],
]

describe('an edition of a reader who saved papers on 3D', () => {
  const saved = SAVED.flatMap((at) => papers[at] ?? []).map(({ id, title }) => ({ id, title, day: '2026-11-21' }))
  const facts = { ...factsOfNewReader('2026-11-22'), made: 1, previous: '2026-11-21', saved }
  const edition = composeEdition(
    { generation: 'g', topics: [], stated: NOTHING_STATED, papers, dated: false, trending: false, meaning },
    facts,
  )
  const because = edition.kind === 'papers' ? edition.sections.find(({ kind }) => kind === 'because') : undefined
  const numbers = because?.entries.map(({ paper }) => paper.rank) ?? []

  it('has such papers in Because you saved, and none they would never want', () => {
    expect(numbers.filter((at) => WANTED.includes(at)).length).toBeGreaterThanOrEqual(3)
    expect(numbers.filter((at) => NEVER.includes(at))).toEqual([])
  })

  it('names for each a saved paper and words that stand in both', () => {
    for (const { paper, reason } of because?.entries ?? []) {
      if (reason.kind !== 'because') throw new Error(reason.kind)
      const pulling = papers.find(({ id }) => id === reason.paper)
      expect(saved.map(({ id }) => id)).toContain(reason.paper)
      expect(reason.title).toBe(pulling?.title)
      for (const term of reason.terms)
        expect(`${paper.title} ${paper.abstract}`.toLowerCase()).toContain(term.toLowerCase())
    }
  })
})
