/** The files of basis and vectors: what goes in comes out, and nothing else is taken for them. */
import { describe, expect, it } from 'vitest'
import { decodeBasis, encodeBasis, type Basis } from '../../../src/meaning/basis.ts'
import { makeBasis } from '../../../src/meaning/make-basis.ts'
import { openSpace, nearness, vectorOf } from '../../../src/meaning/space.ts'
import { encodeVectors } from '../../../src/meaning/vectors.ts'
import { paper, seedPapers } from '../../support/papers.ts'

const papers = seedPapers().slice(0, 60)
const basis = makeBasis(papers)
const opened = (bytes = basis): Basis => {
  const read = decodeBasis(bytes)
  if (!read.ok) throw new Error(read.error)
  return read.value
}
const vectors = encodeVectors(papers, opened())
const space = (of: { basis?: Uint8Array; vectors?: Uint8Array; papers?: number; rows?: typeof papers }) =>
  openSpace(of.rows ?? papers, {
    basis: of.basis ?? basis,
    shards: [{ vectors: of.vectors ?? vectors, papers: of.papers ?? papers.length }],
  })

/** The bytes with one of them changed. */
function altered(bytes: Uint8Array, at: number, to = (bytes.at(at) ?? 0) ^ 1): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at < 0 ? copy.length + at : at] = to
  return copy
}

describe('a basis', () => {
  it('comes out as it went in, but for the digits that four bits drop', () => {
    const directions = Float64Array.from([0.7, -0.1, 0.35, 0, 0, 0.7])
    const parts = { dimensions: 2, papers: 9, terms: ['pipeline', 'mixture expert', 'τ'], frequencies: [5, 4, 3] }
    const read = opened(encodeBasis({ ...parts, directions }))
    expect(read).toMatchObject({ dimensions: 2, papers: 9 })
    expect([...read.rows.keys()]).toEqual(parts.terms)
    expect([...read.frequencies]).toEqual(parts.frequencies)
    // One scale for all of it is left out: only directions count.
    expect([...read.directions].map((value) => Math.round(value * 70) / 100)).toEqual([0.7, -0.1, 0.35, 0, 0, 0.7])
  })
  it('is the same for the same papers', () => {
    expect(Buffer.from(makeBasis(papers)).equals(basis)).toBe(true)
  })
  it.each([
    ['nothing', new Uint8Array(0), /not a basis/],
    ['another file', new TextEncoder().encode('<!doctype html><title>Sign in</title>'), /not a basis/],
    ['a later version', altered(basis, 4, 2), /version 2/],
    ['one altered bit', altered(basis, -1), /damaged/],
    ['one altered bit of a direction', altered(basis, 9000), /damaged/],
    ['a file cut short', basis.subarray(0, -1), /damaged/],
    ['a file cut in the middle', basis.subarray(0, 4000), /length/],
    ['more terms than there may be', altered(basis, 14, 255), /length/],
  ])('refuses %s', (_, bytes, error) => {
    const read = decodeBasis(bytes)
    expect(read.ok ? 'taken' : read.error).toMatch(error)
  })
})

describe('vectors', () => {
  it('are at most 64 bytes a paper, and point where the words do', () => {
    expect(vectors.length / papers.length).toBeLessThanOrEqual(64)
    const read = space({})
    if (!read.ok) throw new Error(read.error)
    for (const one of papers) {
      const { title, abstract, topics } = one
      const near = nearness(vectorOf(read.value, one), vectorOf(read.value, { title, abstract, topics }))
      expect(near).toBeGreaterThan(0.999)
    }
  })
  it('are zero for words that the basis does not know, and near to nothing', () => {
    const strange = [paper({ title: 'Xyzzy plugh' })]
    const read = space({ rows: strange, papers: 1, vectors: encodeVectors(strange, opened()) })
    expect(read.ok && [...read.value.vectors].every((value) => value === 0)).toBe(true)
  })
  it.each([
    ['nothing', { vectors: new Uint8Array(0) }, /not vectors/],
    ['another file', { vectors: basis }, /not vectors/],
    ['a later version', { vectors: altered(vectors, 4, 2) }, /version 2/],
    ['those of another basis', { basis: makeBasis(papers.slice(1)) }, /another basis/],
    ['one altered bit', { vectors: altered(vectors, -1) }, /damaged/],
    ['a file cut short', { vectors: vectors.subarray(0, -1) }, /other than 60/],
    ['those of fewer papers', { papers: 59 }, /other than 59/],
    ['those of more papers', { rows: papers.slice(1) }, /more papers/],
    ['a shard too few', { rows: [...papers, paper()] }, /60 of 61/],
  ])('refuse %s', (_, of, error) => {
    const read = space(of)
    expect(read.ok ? 'taken' : read.error).toMatch(error)
  })
})
