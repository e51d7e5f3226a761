import { describe, expect, it } from 'vitest'
import { type ExportEntry, wholeText } from '../../../src/formats/export-entry.ts'
import { writeRis } from '../../../src/formats/ris.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { readWithCitationJs } from './read-with-citation-js.ts'
import { realEntries, realOptions } from './real-papers.ts'

const options = realOptions()

/** The records of a file as lists of tag and value; throws on a line that is no tag line. */
function tags(text: string): readonly (readonly [string, string])[] {
  const lines = text.split('\r\n').filter((line) => line !== '')
  return lines.map((line) => {
    const match = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line)
    if (!match) throw new Error(`not a RIS line: ${line}`)
    return [match[1] ?? '', match[2] ?? '']
  })
}

describe('the 198 papers as RIS', () => {
  const entries = realEntries()
  const text = wholeText(writeRis, entries, options)

  it('are read as 198 records with titles intact', () => {
    expect(readWithCitationJs(text, 'ris').map(({ title }) => title)).toEqual(
      entries.map(({ paper: { title } }) => title),
    )
  })

  it('open with TY, close with ER, and hold whole abstracts', () => {
    const all = tags(text)
    expect(all.filter(([tag]) => tag === 'TY')).toHaveLength(198)
    expect(all.filter(([tag]) => tag === 'ER')).toHaveLength(198)
    expect(all.filter(([tag]) => tag === 'AB').map(([, value]) => value)).toEqual(
      entries.map((entry) => entry.paper.abstract),
    )
  })

  it('claim no author, year or journal', () => {
    expect([...new Set(tags(text).map(([tag]) => tag))].sort()).toEqual(['AB', 'ER', 'ID', 'TI', 'TY', 'UR'])
  })
})

describe('hostile titles in RIS', () => {
  it.each(HOSTILE_TITLES)('%s', (title) => {
    const text = wholeText(writeRis, [{ paper: paper({ title }) }, { paper: paper({ title: 'Next' }) }], options)
    const shown = title.replace(/\s+/g, ' ').trim()
    expect(tags(text).flatMap(([tag, value]) => (tag === 'TI' ? [value] : []))).toEqual([shown, 'Next'])
    expect(readWithCitationJs(text, 'ris').map((item) => item.title)).toEqual([shown, 'Next'])
  })
})

describe('fields of a RIS record', () => {
  it('everything known, in order, each value on its line', () => {
    const entry: ExportEntry = {
      paper: paper({
        id: 'x1',
        title: 'A\ntitle',
        abstract: 'Text.',
        projectLink: 'https://a.io',
        codeLinks: ['https://b.io'],
      }),
      note: 'Line one\r\nER  - \nline three',
      lists: ['To read', 'Speech, audio'],
      link: 'https://doi.org/10.1000/182',
      accessed: '2026-11-22',
    }
    expect(wholeText(writeRis, [entry], options)).toBe(
      [
        'TY  - GEN',
        'ID  - a-title-x1',
        'TI  - A title',
        'AB  - Text.',
        'DO  - 10.1000/182',
        'UR  - https://doi.org/10.1000/182',
        'UR  - https://a.io',
        'UR  - https://b.io',
        'Y2  - 2026/11/22',
        'KW  - To read',
        'KW  - Speech, audio',
        'N1  - Line one ER - line three',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })
})
