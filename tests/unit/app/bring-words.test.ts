import { describe, expect, it } from 'vitest'
import { wordAdd, wordFault, wordFile } from '../../../src/app/bring-words.ts'
import { paper } from '../../support/papers.ts'

const papers = (fresh: number, more: number, here: number) =>
  Array.from({ length: fresh + more + here }, (_, at) => ({
    paper: paper(),
    file: 0,
    here: at < fresh ? null : 'x',
    isMore: at >= fresh && at < fresh + more,
  }))

describe('what is said of a file', () => {
  it.each([
    [0, 0, 0, 'a.bib · no papers'],
    [1, 0, 0, 'a.bib · 1 paper: 1 new'],
    [1_200, 0, 3, 'a.bib · 1,203 papers: 1,200 new, 3 here already'],
    [2, 1, 1, 'a.bib · 4 papers: 2 new, 1 with more than yours, 1 here already'],
    [0, 0, 2, 'a.bib · 2 papers: 2 here already'],
  ])('%i new, %i with more, %i here', (fresh, more, here, words) => {
    expect(wordFile({ name: 'a.bib', papers: papers(fresh, more, here), faults: [] })).toBe(words)
  })
  it.each([
    [{ line: 12, record: 3, what: 'it has no title' }, 'a.bib, line 12, record 3: it has no title.'],
    [{ line: 1, what: 'no papers' }, 'a.bib, line 1: no papers.'],
    [{ what: 'it is too large' }, 'a.bib: it is too large.'],
  ])('%j', (fault, words) => expect(wordFault('a.bib', fault)).toBe(words))
  it.each([
    [5, 0, 'Add 5 papers'],
    [1, 2, 'Add 1 paper, leave 2 out'],
  ])('%i to add, %i left out', (count, leftOut, words) => expect(wordAdd(count, leftOut)).toBe(words))
})
