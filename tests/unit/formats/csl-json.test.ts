import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../src/formats/export-entry.ts'
import { writeCslJson } from '../../../src/formats/csl-json.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { readWithCitationJs } from './read-with-citation-js.ts'
import { realEntries, realOptions } from './real-papers.ts'

const options = realOptions()

describe('CSL-JSON', () => {
  it('holds the 198 papers with titles and abstracts intact', () => {
    const entries = realEntries()
    const items = readWithCitationJs(wholeText(writeCslJson, entries, options), 'csl-json')
    expect(items.map(({ title, abstract }) => ({ title, abstract }))).toEqual(
      entries.map(({ paper: { title, abstract } }) => ({ title, abstract })),
    )
    expect(new Set(items.map(({ id }) => id)).size).toBe(198)
    expect(items.filter((item) => item.author !== undefined || item.issued !== undefined)).toEqual([])
  })

  it.each(HOSTILE_TITLES)('%s', (title) => {
    expect(
      readWithCitationJs(wholeText(writeCslJson, [{ paper: paper({ title }) }], options), 'csl-json')[0]?.title,
    ).toBe(title)
  })

  it('everything known', () => {
    const entry = {
      paper: paper({ id: 'x1', title: 'A title', projectLink: 'https://a.io' }),
      note: 'Two\nlines',
      lists: ['To read', 'Speech, audio'],
      link: 'https://arxiv.org/abs/2605.13301',
      accessed: '2026-11-02',
    }
    expect(JSON.parse(wholeText(writeCslJson, [entry], options))).toEqual([
      {
        id: 'a-title-x1',
        type: 'document',
        title: 'A title',
        abstract: '',
        archive: 'arXiv',
        archive_location: '2605.13301',
        URL: 'https://arxiv.org/abs/2605.13301',
        accessed: { 'date-parts': [[2026, 11, 2]] },
        keyword: 'To read, Speech audio',
        note: 'Two\nlines\nProject: https://a.io',
      },
    ])
  })
})
