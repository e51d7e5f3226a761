import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { writeCsv } from '../../../src/formats/csv.ts'
import { type ExportEntry, wholeText } from '../../../src/formats/export-entry.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { realEntries, realOptions } from './real-papers.ts'

const options = realOptions()
const Rows = v.array(v.record(v.string(), v.string()))

/** Rows by column name, as csv-parse reads them: strictly by RFC 4180. */
function read(entries: readonly ExportEntry[]): v.InferOutput<typeof Rows> {
  return v.parse(
    Rows,
    parse(wholeText(writeCsv, entries, options), { bom: true, columns: true, record_delimiter: '\r\n' }),
  )
}

describe('the 198 papers as CSV', () => {
  it('are read as 198 rows with titles, abstracts and topics intact', () => {
    const entries = realEntries()
    const rows = read(entries)
    expect(rows.map((row) => [row['title'], row['abstract'], row['offprint id']])).toEqual(
      entries.map((entry) => [entry.paper.title, entry.paper.abstract, entry.paper.id]),
    )
    expect(rows.filter((row) => row['topics'] === '' || /^[a-z-]+(; |$)/.test(row['topics'] ?? ''))).toEqual([])
  })

  it('begin with a byte order mark, for Excel', () => {
    expect(wholeText(writeCsv, [], options)).toMatch(/^\uFEFF"title",/)
  })
})

describe('cells of a CSV', () => {
  it.each(HOSTILE_TITLES)('come back: %s', (title) => {
    const [row, next] = read([{ paper: paper({ title }) }, { paper: paper({ title: 'Next' }) }])
    expect(row?.['title']?.replace(/^'(?=[=+\-@])/, '')).toBe(title)
    expect(next?.['title']).toBe('Next')
  })

  it.each(['=1+1', '+1', '-1', '@A1', '\tx', '\rx', '\nx', '\u0000=1+1', '  =1+1', '＝1+1', '＠A1', '="a"&"b"'])(
    'run nothing: %j',
    (note) => {
      expect(read([{ paper: paper(), note }])[0]?.['note']).toMatch(/^'/)
    },
  )

  it.each(['1+1', 'a=b', "'quoted'", 'e-mail', ''])('are left alone: %j', (note) => {
    expect(read([{ paper: paper(), note }])[0]?.['note']).toBe(note)
  })

  it('everything known', () => {
    const entry = {
      paper: paper({
        id: 'x1',
        title: 'A',
        code: 'link',
        codeLinks: ['https://b.io', 'https://c.io'],
        projectLink: 'https://a.io',
      }),
      note: 'Two\nlines',
      lists: ['To read', 'Speech'],
      link: 'https://arxiv.org/abs/2605.13301',
      accessed: '2026-11-22',
    } as const
    expect(read([entry])[0]).toEqual({
      title: 'A',
      abstract: '',
      lists: 'To read; Speech',
      note: 'Two\nlines',
      link: 'https://arxiv.org/abs/2605.13301',
      identifier: '2605.13301',
      accessed: '2026-11-22',
      project: 'https://a.io',
      code: 'https://b.io; https://c.io',
      'code state': 'link',
      kind: 'method',
      topics: '',
      'offprint id': 'x1',
    })
  })
})
