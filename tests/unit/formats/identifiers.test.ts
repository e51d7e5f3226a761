import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../src/formats/export-entry.ts'
import { identifierOf, writeIdentifiers } from '../../../src/formats/identifiers.ts'
import { paper } from '../../support/papers.ts'
import { realEntries, realOptions } from './real-papers.ts'

const options = realOptions()

describe('the identifier in the address of a paper', () => {
  it.each([
    ['https://arxiv.org/abs/2605.13301', 'arxiv', '2605.13301'],
    ['http://arxiv.org/abs/2605.13301v3', 'arxiv', '2605.13301'],
    ['https://arxiv.org/pdf/2605.13301v1.pdf#page=2', 'arxiv', '2605.13301'],
    ['https://arxiv.org/abs/hep-ex/0307015', 'arxiv', 'hep-ex/0307015'],
    ['https://arxiv.org/abs/math.AG/0601001v2', 'arxiv', 'math.AG/0601001'],
    ['https://huggingface.co/papers/2605.13301', 'arxiv', '2605.13301'],
    ['https://doi.org/10.1145/3292500.3330701', 'doi', '10.1145/3292500.3330701'],
    ['https://doi.org/10.1002/%28SICI%291097', 'doi', '10.1002/(SICI)1097'],
    ['https://doi.org/10.1000/50%', 'doi', '10.1000/50%'],
  ])('%s', (link, kind, value) => {
    expect(identifierOf({ paper: paper(), link })).toEqual({ kind, value })
  })

  it.each([
    'https://arxiv.org/list/cs.LG/recent',
    'https://arxiv.org.example.com/abs/2605.13301',
    'https://example.com/?u=https://arxiv.org/abs/2605.13301',
    'https://doi.org/',
    'https://github.com/a/b',
    '',
  ])('none in %s', (link) => {
    expect(identifierOf({ paper: paper(), link })).toBeNull()
  })

  it('is not taken from code or project, which name other things', () => {
    const other = 'https://doi.org/10.5281/zenodo.1234'
    expect(identifierOf({ paper: paper({ projectLink: other, codeLinks: [other] }) })).toBeNull()
  })
})

describe('identifiers as text', () => {
  it('one a line, none twice', () => {
    const links = [
      'https://arxiv.org/abs/2605.13301',
      'https://a.io',
      'https://doi.org/10.1000/182',
      'https://arxiv.org/pdf/2605.13301v2',
    ]
    const entries = links.map((link) => ({ paper: paper(), link }))
    expect(wholeText(writeIdentifiers, entries, options)).toBe('arXiv:2605.13301\n10.1000/182\n')
  })

  it('say so where there is none', () => {
    expect(wholeText(writeIdentifiers, realEntries(), options)).toBe(
      'None of these 198 papers comes with a DOI or an arXiv number.\n',
    )
    expect(wholeText(writeIdentifiers, [{ paper: paper() }], options)).toBe(
      'This paper comes without a DOI or an arXiv number.\n',
    )
  })
})
