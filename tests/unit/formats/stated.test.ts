/** What only some sources state is in every export, and is read back as it was. */
import { expect, it } from 'vitest'
import { samePapers } from '../../../src/enrich/same-paper.ts'
import { FORMATS } from '../../../src/formats/all-formats.ts'
import { wholeText } from '../../../src/formats/export-entry.ts'
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

it.each(['bibtex', 'ris', 'csl-json', 'csv', 'markdown'])('authors are in %s', (id) => {
  expect(write(id)).toContain('Ann')
  expect(write(id)).toContain('https://arxiv.org/abs/2605.00001')
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
