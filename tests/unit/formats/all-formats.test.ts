import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../src/formats/export-entry.ts'
import { FORMATS } from '../../../src/formats/all-formats.ts'
import { paper } from '../../support/papers.ts'
import { realOptions } from './real-papers.ts'

const options = realOptions()

describe('the table of formats', () => {
  it('names each format, its extension and what it is', () => {
    expect(FORMATS.map(({ id, label, extension, mime }) => [id, label, extension, mime])).toEqual([
      ['bibtex', 'BibTeX', 'bib', 'application/x-bibtex'],
      ['ris', 'RIS', 'ris', 'application/x-research-info-systems'],
      ['csl-json', 'CSL-JSON', 'json', 'application/vnd.citationstyles.csl+json'],
      ['csv', 'CSV', 'csv', 'text/csv'],
      ['markdown', 'Markdown', 'md', 'text/markdown'],
      ['identifiers', 'Identifiers', 'txt', 'text/plain'],
      ['offprint-file', 'Offprint file', 'html', 'text/html'],
    ])
  })

  it.each(FORMATS.map((format) => [format.label, format] as const))('%s of no papers is a sound file', (_, format) => {
    expect(() => wholeText(format.write, [], options)).not.toThrow()
  })

  it.each(FORMATS.filter(({ id }) => id !== 'identifiers').map((format) => [format.label, format] as const))(
    '%s has the reader’s note, without control characters',
    (_, format) => {
      const text = wholeText(format.write, [{ paper: paper(), note: 'Compare\u0000\u001B table 2' }], options)
      expect(text).toContain('Compare table 2')
      expect(text).not.toMatch(/(?![\r\n])\p{Cc}/u)
    },
  )
})
