/** What only some sources state is in every export, and is read back as it was. */
import { parseAtomFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import { feedFiles } from '../../../src/compiler/feeds.ts'
import { papersPage } from '../../../src/compiler/papers-page.ts'
import type { Manifest } from '../../../src/corpus/manifest.ts'
import type { Paper, Stated } from '../../../src/corpus/paper.ts'
import { samePapers } from '../../../src/enrich/same-paper.ts'
import { FORMATS } from '../../../src/formats/all-formats.ts'
import { byline } from '../../../src/formats/byline.ts'
import { citationTags } from '../../../src/formats/citation-tags.ts'
import { writeEditionHtml } from '../../../src/formats/edition-html.ts'
import { writeEditionText } from '../../../src/formats/edition-text.ts'
import { wholeText } from '../../../src/formats/export-entry.ts'
import type { Letter } from '../../../src/formats/letter.ts'
import { familyFirst } from '../../../src/formats/names.ts'
import { readSource } from '../../../src/sources/read-source.ts'
import { paper } from '../../support/papers.ts'

const STATED = {
  authors: ['Ann B. Author', 'Ludwig van Author', 'The Author Group', 'Ánn Äuthor'],
  published: '2026-05-14',
  arxiv: '2605.00001',
}
const entry = { paper: paper({ title: 'A first paper', abstract: 'We give a way.', ...STATED }) }
const write = (id: string): string => {
  const format = FORMATS.find((one) => one.id === id)
  if (!format) throw new Error(id)
  return wholeText(format.write, [entry], { title: 'All', date: '2026-11-22' })
}

it.each(['bibtex', 'ris', 'csl-json', 'csv', 'markdown', 'offprint-file'])(
  'authors, day and number are in %s',
  (id) => {
    for (const part of [/Ann/, /2026/, /2605\.00001/, /https:\/\/arxiv\.org\/abs\/2605\.00001/])
      expect(write(id)).toMatch(part)
  },
)

it.each<[stated: Stated, line: string]>([
  [{}, ''],
  [{ authors: ['Ann Author'] }, 'Ann Author'],
  [{ listed: '2026-11-22', published: '2026-11-20' }, 'Listed on 22 November 2026'],
  [{ published: '2026-05-14' }, 'Published 14 May 2026'],
  [{ published: '2026-05', doi: '10.1000/x' }, 'Published May 2026 · doi:10.1000/x'],
  [{ published: '2026', arxiv: '2605.00001' }, 'Published 2026 · arXiv:2605.00001'],
  [{ votes: 7, page: 'https://a.io/' }, ''],
])('of %j the line says %j', (stated, line) => expect(byline(stated, 'every author')).toBe(line))

it('of many authors a line names some, and every one where they are to be found', () => {
  const authors = Array.from({ length: 8 }, (_, n) => `A${String(n)}`)
  expect(byline({ authors }, 'some authors')).toBe('A0, A1, A2, A3, A4, A5 and 2 more')
  expect(byline({ authors }, 'every author')).toBe(authors.join(', '))
  expect(byline({ authors: authors.slice(1) }, 'some authors')).toBe(authors.slice(1).join(', '))
})

const HOSTILE = paper({ title: 'A', authors: ['Eve <b>&</b>', 'Ben\nB.'], listed: '2026-11-22', doi: '10.1000/<i>' })
const SAID = 'Eve <b>&</b>, Ben B. · Listed on 22 November 2026 · doi:10.1000/<i>'
const letter: Letter = {
  ...{ subject: 'S', about: 'A', day: '2026-11-22', app: null },
  sections: [{ heading: '', entries: [{ paper: HOSTILE, reason: 'Why' }] }],
}

it('an edition as text has the line below the title', () => {
  expect(writeEditionText(letter)).toContain(`1. A\n${SAID}\nWhy\n`)
})

it('an edition as HTML, and the page without script, have it as text', () => {
  const written = SAID.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  expect(writeEditionHtml(letter)).toContain(`>${written}</p>`)
  const manifest = { taken: '2026-11-22', papers: 1, sources: [], topics: [] } as unknown as Manifest
  expect(papersPage([HOSTILE], manifest).replace('\nB.', ' B.')).toContain(`<h2>A</h2>\n<p>${written}</p>`)
})

it('a feed has an author for each, and the day; elsewhere its own stand for them', () => {
  const plain = paper({ title: 'B', rank: 1 })
  const files = feedFiles([HOSTILE, plain], { taken: '2026-11-23', topics: [] }, ['2026-11-23', '2026-11-23'])
  const { authors, entries = [] } = parseAtomFeed(files.get('feed.xml') ?? '')
  expect(authors).toEqual([{ name: 'Offprint' }])
  expect(entries.map((one) => [one.authors?.map(({ name }) => name), one.published, one.updated])).toEqual([
    [['Eve <b>&</b>', 'Ben\nB.'], '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'],
    [undefined, undefined, '2026-11-23T00:00:00Z'],
  ])
  expect(entries[0]?.content?.value).toContain('doi:10.1000/&lt;i&gt;')
  expect(parseAtomFeed(files.get('daily.xml') ?? '').entries?.[0]?.content?.value).toContain('Listed on 22 November')
})

it.each<[stated: Partial<Paper>, tags: readonly string[]]>([
  [{}, ['title A']],
  [
    { authors: ['Ann B. Author', 'Ben'], published: '2026-05-14', arxiv: '2605.00001', doi: '10.1000/x' },
    [
      'title A',
      'author Ann B. Author',
      'author Ben',
      'publication_date 2026/05/14',
      'doi 10.1000/x',
      'arxiv_id 2605.00001',
      'pdf_url https://arxiv.org/pdf/2605.00001',
      'abstract_html_url https://arxiv.org/abs/2605.00001',
    ],
  ],
  [{ doi: '10.1000/x' }, ['title A', 'doi 10.1000/x', 'abstract_html_url https://doi.org/10.1000/x']],
  [{ published: '2026', listed: '2026-11-22' }, ['title A', 'publication_date 2026']],
])('reference managers are told of %j what is stated', (stated, tags) => {
  const told = citationTags(paper({ title: 'A', ...stated }))
  expect(told.map(({ name, content }) => `${name.replace('citation_', '')} ${content}`)).toEqual(tags)
})

it.each([
  ['bibtex', { published: '2026-05' }],
  ['ris', {}],
  ['csl-json', {}],
])('%s is read back', async (id, but) => {
  const read = await readSource(new TextEncoder().encode(write(id)))
  if (!read.ok) throw new Error(read.error.what)
  const [same] = samePapers(read.value.papers.map((raw) => ({ raw, taken: '2026-11-22' })))
  expect(same?.raw).toMatchObject({ title: 'A first paper', abstract: 'We give a way.', ...STATED, ...but })
})

it.each([
  ['Ann B. Author', 'Author, Ann B.'],
  ['Ludwig van Author', 'van Author, Ludwig'],
  ['Author', 'Author'],
  ['The First Team', 'The First Team'],
])('%s is filed as %s', (name, filed) => {
  expect(familyFirst(name)).toBe(filed)
})
