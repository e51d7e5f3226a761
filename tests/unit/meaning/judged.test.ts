/** Similar papers and the interest of readers, against what a careful reader judged. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileCorpus } from '../../../src/compiler/run.ts'
import type { Paper } from '../../../src/corpus/paper.ts'
import { makeBasis } from '../../../src/meaning/make-basis.ts'
import { rankByInterest, type Reader } from '../../../src/meaning/interest.ts'
import { findSimilar } from '../../../src/meaning/similar.ts'
import { openSpace, type Space } from '../../../src/meaning/space.ts'
import { decodeBasis } from '../../../src/meaning/basis.ts'
import { encodeVectors } from '../../../src/meaning/vectors.ts'

const Similar = v.object({
  papers: v.array(v.object({ id: v.number(), title: v.string(), similar: v.record(v.string(), v.number()) })),
})
const Numbers = v.array(v.number())
const Profiles = v.object({
  profiles: v.array(v.object({ name: v.string(), saved: Numbers, held_out: Numbers, never: Numbers })),
})
const read = (file: string): unknown => JSON.parse(readFileSync(`tests/golden/relevance/${file}.json`, 'utf8'))
const { papers: judged } = v.parse(Similar, read('similar'))
const { profiles } = v.parse(Profiles, read('profiles'))

let papers: readonly Paper[]
let space: Space
let frozen: Uint8Array
beforeAll(async () => {
  const home = mkdtempSync(join(tmpdir(), 'offprint-meaning-'))
  const sources = ['data/sources/2026-11-22-trending-page.txt'] // the judgements, and the basis, are of these papers
  const compiled = await compileCorpus({ root: '.', out: join(home, 'corpus'), sources })
  rmSync(home, { recursive: true })
  if (!compiled.ok) throw new Error(compiled.error)
  papers = compiled.value.papers
  frozen = new Uint8Array(readFileSync('data/basis.bin'))
  const basis = decodeBasis(frozen)
  if (!basis.ok) throw new Error(basis.error)
  const vectors = encodeVectors(papers, basis.value)
  const opened = openSpace(papers, { basis: frozen, shards: [{ vectors, papers: papers.length }] })
  if (!opened.ok) throw new Error(opened.error)
  space = opened.value
})

/** Gains 2^grade − 1 over the first eight. */
function ndcg(found: readonly Paper[], grades: Readonly<Record<string, number>>): number {
  const gain = (all: readonly number[]): number =>
    all.slice(0, 8).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
  return gain(found.map(({ rank }) => grades[String(rank)] ?? 0)) / gain(Object.values(grades).sort((a, b) => b - a))
}
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length

describe('similar papers', () => {
  it('are those a reader judged nearest', () => {
    const scores = judged.map(({ id, similar }) => {
      const paper = papers[id]
      return paper
        ? ndcg(
            findSimilar(space, paper, 8).map((one) => one.paper),
            similar,
          )
        : 0
    })
    expect(mean(scores)).toBeGreaterThanOrEqual(0.8)
  })
  it('are found for an abstract that is pasted, without title and topics', () => {
    const scores = judged.map(({ id, similar }) => {
      const draft = { title: '', abstract: papers[id]?.abstract ?? '', topics: [] }
      const found = findSimilar(space, draft, 9).map((one) => one.paper)
      return ndcg(
        found.filter(({ rank }) => rank !== id),
        similar,
      )
    })
    expect(mean(scores)).toBeGreaterThanOrEqual(0.75)
  })
  it('give words that stand in both as their reason', () => {
    const told = papers.flatMap((one) => findSimilar(space, one, 8).map(({ paper, terms }) => ({ one, paper, terms })))
    const holds = ({ title, abstract }: Paper, term: string): boolean =>
      `${title} ${abstract}`.toLowerCase().normalize('NFKC').includes(term.toLowerCase().normalize('NFKC'))
    const strange = told.flatMap(({ one, paper, terms }) =>
      terms.filter((term) => !holds(paper, term) || !holds(one, term.replace(/[- ].*/, ''))),
    )
    expect(strange).toEqual([])
    expect(told.filter(({ terms }) => terms.length > 0).length / told.length).toBeGreaterThan(0.98)
  })
})

describe('the interest of', () => {
  const idsOf = (rows: readonly number[]): readonly string[] => rows.flatMap((row) => papers[row]?.id ?? [])
  const rank = (reader: Partial<Reader>): readonly number[] =>
    rankByInterest(space, { saved: [], done: [], refused: [], ...reader }, papers).map(({ paper }) => paper.rank)

  it.each(profiles)('$name leads to what they would want, and never to what they would not', (profile) => {
    const ranked = rank({ saved: idsOf(profile.saved) })
    const wanted = ranked.slice(0, profile.held_out.length).filter((row) => profile.held_out.includes(row))
    expect(wanted.length / profile.held_out.length).toBeGreaterThanOrEqual(0.6)
    expect(ranked.slice(0, 10).filter((row) => profile.never.includes(row))).toEqual([])
    expect(ranked.filter((row) => profile.saved.includes(row))).toEqual([])
  })
  it.each(profiles)('$name names the saved paper that pulls', ({ saved, held_out }) => {
    const ids = idsOf(saved)
    const reader = { saved: ids, done: [], refused: idsOf(held_out).slice(0, 1) }
    expect(rankByInterest(space, reader, papers).every(({ pulledBy }) => ids.includes(pulledBy))).toBe(true)
  })
  it('two readers in one does not lose either', () => {
    const [agents, , , shapes] = profiles
    const ranked = rank({ saved: idsOf([...(agents?.saved ?? []), ...(shapes?.saved ?? [])]) }).slice(0, 14)
    expect(ranked.filter((row) => agents?.held_out.includes(row)).length).toBeGreaterThanOrEqual(4)
    expect(ranked.filter((row) => shapes?.held_out.includes(row)).length).toBeGreaterThanOrEqual(3)
  })
  it('nobody who saved nothing ranks nothing', () => {
    expect(rank({})).toEqual([])
    expect(rank({ refused: idsOf([1, 2]), saved: ['not-here'] })).toEqual([])
  })
  it('one who refused a paper comes to its like later', () => {
    const [agents, speech] = profiles
    const saved = idsOf([...(agents?.saved ?? []), ...(speech?.saved ?? [])])
    const place = (reader: Partial<Reader>): number => {
      const ranked = rank(reader)
      return mean((speech?.held_out ?? []).map((row) => ranked.indexOf(row)))
    }
    const refused = idsOf(speech?.saved ?? [])
    expect(place({ saved, refused })).toBeGreaterThan(place({ saved }) + 20)
  })
})

describe('the frozen basis', () => {
  it('is what the compiler makes of these papers', () => {
    expect(Buffer.from(makeBasis(papers)).equals(frozen)).toBe(true)
  })
})
