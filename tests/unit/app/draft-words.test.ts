/** What the draft desk says of a bibliography. */
import { describe, expect, it } from 'vitest'
import { wordBibliography, wordBibliographyFault } from '../../../src/app/draft-words.ts'
import type { Cited } from '../../../src/app/state/bibliography.ts'
import { paper } from '../../support/papers.ts'

const cited = (here: boolean): Cited => ({
  entry: { key: 'k', title: 'T', abstract: '' },
  here: here ? paper() : null,
  near: [],
})
const NONE = { entries: [], faults: [], unread: 0 }

describe('a bibliography', () => {
  it.each([
    [[cited(true), cited(false)], NONE, '2 entries of r.bib compared, 1 of them here'],
    [[cited(false)], NONE, '1 entry of r.bib compared, none of them here'],
    [
      [],
      { ...NONE, faults: [{ line: 1, what: 'x' }], unread: 2 },
      '0 entries of r.bib compared, none of them here; 3 left out',
    ],
  ])('is counted: %#', (all, read, words) => {
    expect(wordBibliography('r.bib', all, read)).toBe(words)
  })

  it.each([
    [{ kind: 'too-large', bytes: 12_400_000 }, 'r.bib has 12.4 MB; the desk reads files up to 10 MB.'],
    [{ kind: 'unreadable' }, 'r.bib could not be read.'],
    [{ kind: 'not-text', fault: { line: 1200, what: 'not text in UTF-8' } }, 'r.bib, line 1,200: not text in UTF-8.'],
    [{ kind: 'no-entry' }, 'r.bib has no entry of BibTeX in it.'],
  ] as const)('is refused by name, with a next step: %#', (fault, what) => {
    const words = wordBibliographyFault('r.bib', fault)
    expect(words.what).toBe(what)
    expect(words.next).toMatch(/choose/i)
  })
})
