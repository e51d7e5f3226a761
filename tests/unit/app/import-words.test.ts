import { describe, expect, it } from 'vitest'
import { wordImportProblem, wordLinkProblem } from '../../../src/app/import-words.ts'
import type { ImportProblem } from '../../../src/library/library-file.ts'
import type { LinkProblem } from '../../../src/library/list-link.ts'

const IMPORTS: readonly (readonly [ImportProblem, RegExp])[] = [
  [{ kind: 'too-large', limit: 20 * 2 ** 20 }, /larger than 20 MB/],
  [{ kind: 'not-json' }, /cut short/],
  [{ kind: 'not-a-library' }, /another kind/],
  [{ kind: 'later-version', found: 2 }, /newer version/],
  [{ kind: 'too-many-records', limit: 200_000 }, /200,000/],
  [{ kind: 'hostile', detail: 'nested too deep' }, /none of it was read/],
  [{ kind: 'damaged', record: 1234 }, /damaged/],
]
const LINKS: readonly (readonly [LinkProblem, RegExp])[] = [
  [{ kind: 'damaged' }, /cut short/],
  [{ kind: 'too-large' }, /more than any list/],
  [{ kind: 'later-version' }, /newer version/],
]

describe('what is refused', () => {
  it.each(IMPORTS)('%j has its reason and a next step', (problem, reason) => {
    const { what, next } = wordImportProblem(problem)
    expect(what).toMatch(reason)
    expect(next).toMatch(/^[A-Z].*\.$/)
  })
  it.each(LINKS)('%j has its reason and a next step', (problem, reason) => {
    const { what, next } = wordLinkProblem(problem)
    expect(what).toMatch(reason)
    expect(next).toMatch(/^[A-Z].*\.$/)
  })
  it('says which record is damaged', () =>
    expect(wordImportProblem({ kind: 'damaged', record: 1234 }).detail).toBe('record 1,234'))
})
