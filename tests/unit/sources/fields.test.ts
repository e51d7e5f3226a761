/** What each format states of a paper, and only that. */
import { describe, expect, it } from 'vitest'
import type { RawPaper } from '../../../src/sources/raw-paper.ts'
import { readSource } from '../../../src/sources/read-source.ts'
import { arxivFeed, ATOM, BIBTEX, CSL, DAILY, PAGE, RIS } from './samples.ts'

async function papersOf(text: string): Promise<readonly RawPaper[]> {
  const read = await readSource(new TextEncoder().encode(text))
  if (!read.ok || read.value.faults[0]) throw new Error(read.ok ? read.value.faults[0]?.what : read.error.what)
  return read.value.papers
}
const daily = async (record: object) => (await papersOf(JSON.stringify([{ upvotes: null, ...record }])))[0]
const bib = async (fields: string) => (await papersOf(`@misc{k, title = {A}, ${fields}}`))[0]
const csl = async (item: object) => (await papersOf(JSON.stringify([{ type: 'article', title: 'A', ...item }])))[0]
const ris = async (fields: string) => (await papersOf(`TY  - GEN\nTI  - A\n${fields}\nER  - `))[0]

const ABSTRACT = 'We give a first way. It is short.'
const TWO = ['Ann Author', 'Ben B. Author']

describe('the samples', () => {
  it.each([
    [
      'Hugging Face',
      DAILY,
      { line: 2, record: 1, title: 'A first paper', abstract: ABSTRACT, authors: TWO, listed: '2026-05-18', published: '2026-05-14', votes: 140, arxiv: '2605.00001', code: ['https://github.com/owner/name'], project: 'https://example.org/first' },
      { line: 23, record: 2, title: 'A second paper', abstract: '', arxiv: '2605.00002' },
    ],
    [
      'arXiv',
      ATOM,
      { line: 4, record: 1, title: 'A first paper', abstract: 'We give a first way.\nIt is short.', authors: TWO, published: '2026-05-14', arxiv: '2605.00001', doi: '10.1234/first' },
      { line: 17, record: 2, title: 'A second paper', abstract: 'It holds for x < y & z.', authors: ['0123'], arxiv: 'hep-ex/0307015' },
    ],
    [
      'BibTeX',
      BIBTEX,
      { line: 1, record: 1, tex: true, title: 'A first paper', abstract: ABSTRACT, authors: [...TWO, '{The A and B Group}'], published: '2026-05', arxiv: '2605.00001' },
      { line: 8, record: 2, tex: true, title: 'A second {P}aper', abstract: '', doi: '10.1234/a_b', page: 'https://example.org/second' },
    ],
    [
      'RIS',
      RIS,
      { line: 1, record: 1, title: 'A first paper', abstract: ABSTRACT, authors: TWO, published: '2026-05-14', arxiv: '2605.00001' },
      { line: 11, record: 2, title: 'A second paper', abstract: '', doi: '10.1234/second', page: 'https://example.org/second' },
    ],
    [
      'CSL-JSON',
      CSL,
      { line: 1, record: 1, title: 'A first paper', abstract: ABSTRACT, authors: ['Ann Author', 'The Group'], published: '2026-05', arxiv: '2605.00001' },
      { line: 1, record: 2, title: 'A second paper', abstract: '', published: '2026', doi: '10.1234/second', page: 'https://example.org/second' },
    ],
    [
      'a page',
      PAGE,
      { line: 1, record: 1, title: 'A first paper', abstract: ABSTRACT },
      { line: 3, record: 2, title: 'A second paper', abstract: 'It is short.' },
    ],
  ])('of %s', async (_, text, ...expected) => {
    expect(await papersOf(text)).toEqual(expected)
  }) // prettier-ignore
})

describe('Hugging Face', () => {
  it.each([
    [
      'fields beside the paper',
      { title: 'A', paper: { summary: 'B' }, upvotes: 3 },
      { title: 'A', abstract: 'B', votes: 3 },
    ],
    ['what stands in the paper first', { title: 'B', paper: { title: 'A' } }, { title: 'A' }],
    ['null beside a value', { title: 'A', paper: { title: null } }, { title: 'A' }],
    [
      'a flat record',
      { title: 'A', id: '2605.00001', authors: [{ name: 'Ann' }] },
      { arxiv: '2605.00001', authors: ['Ann'] },
    ],
    [
      'an address of a repository',
      { title: 'A', githubRepo: 'https://github.com/a/b' },
      { code: ['https://github.com/a/b'] },
    ],
    ['a paper that is a text', { title: 'A', paper: 'not a dict' }, { title: 'A' }],
    ['the name of a repository', { title: 'A', githubRepo: ' a/b.c ' }, { code: ['https://github.com/a/b.c'] }],
    ['votes in digits', { title: 'A', upvotes: '12' }, { votes: 12 }],
    ['hidden authors', { title: 'A', authors: [{ name: 'Ann', hidden: true }, { name: 'Ben' }] }, { authors: ['Ben'] }],
  ])('is read with %s', async (_, record, expected) => {
    expect(await daily(record)).toMatchObject(expected)
  })

  it.each([
    ['votes in words', { upvotes: '1.2k' }],
    ['votes below none', { upvotes: -1 }],
    ['no authors', { authors: null }],
    ['authors of another kind', { authors: 'Ann' }],
    ['authors without names', { authors: [{ name: null }, 7] }],
    ['a day that is none', { submittedOnDailyAt: '2026-02-30T00:00:00.000Z' }],
    ['an id that is no number', { id: 'somewhere/else' }],
    ['an address that runs script', { projectPage: 'javascript:alert(1)', githubRepo: 'a b' }],
  ])('states nothing by %s', async (_, fields) => {
    expect(await daily({ title: 'A', ...fields })).toEqual({ title: 'A', abstract: '', line: 1, record: 1 })
  })
})

describe('arXiv', () => {
  it('names the authors who have a name', async () => {
    const authors =
      '<author><name>Ann</name></author><author><affiliation>A place</affiliation></author><author>Ben</author>'
    const [paper] = await papersOf(arxivFeed(`<id>http://arxiv.org/abs/2605.00001</id><title>A</title>${authors}`))
    expect(paper?.authors).toEqual(['Ann'])
  })

  it('answers with an error that looks like an entry: no paper of it is taken', async () => {
    const feed = arxivFeed('<id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary>')
    const read = await readSource(new TextEncoder().encode(feed))
    expect(read).toEqual({ ok: false, error: { line: 2, what: 'arXiv answered with an error: bad id' } })
  })
})

describe('BibTeX', () => {
  it.each([
    [
      'author = {Ludwig van Beethoven and van Beethoven, Ludwig}',
      { authors: ['Ludwig van Beethoven', 'Ludwig van Beethoven'] },
    ],
    ['author = {King, Jr, Martin}', { authors: ['Martin King Jr'] }],
    ['eprint = {2605.00001v2}, archiveprefix = {arXiv}', { arxiv: '2605.00001' }],
    ['eprint = {2605.00001}, eprinttype = {jstor}', {}],
    ['doi = {10.48550/arXiv.2605.00001}', { arxiv: '2605.00001' }],
    ['howpublished = {\\url{https://arxiv.org/abs/2605.00001}}', { arxiv: '2605.00001' }],
    ['url = {https://a.org/x\\_y}', { page: 'https://a.org/x_y' }],
    ['date = {2026-05-14}', { published: '2026-05-14' }],
    ['year = 2026, month = 13', { published: '2026' }],
    ['year = {in press}', {}],
  ])('%s', async (fields, expected) => {
    expect(await bib(fields)).toEqual({ title: 'A', abstract: '', line: 1, record: 1, tex: true, ...expected })
  })
})

describe('CSL-JSON', () => {
  it.each([
    [
      { author: [{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }] },
      { authors: ['Ludwig van Beethoven'] },
    ],
    [{ author: 'Ann' }, {}],
    [{ issued: { 'date-parts': [['2026', '5', '14']] } }, { published: '2026-05-14' }],
    [{ issued: 2026 }, {}],
    [{ URL: 'https://doi.org/10.1234%2Fx' }, {}],
    [{ URL: 'https://doi.org/10.1234/x%3Cy' }, { doi: '10.1234/x<y' }],
    [{ number: 'arXiv:2605.00001' }, { arxiv: '2605.00001' }],
    [{ title: 'a < b and c > d' }, { title: 'a < b and c > d' }],
  ])('%j', async (item, expected) => {
    expect(await csl(item)).toMatchObject(expected)
  })
})

describe('RIS', () => {
  it.each([
    ['AU  - Beethoven, Ludwig van', { authors: ['Ludwig van Beethoven'] }],
    ['DA  - 2026/5/4', { published: '2026-05-04' }],
    ['Y1  - 2026', { published: '2026' }],
    ['DO  - 10.48550/arXiv.2605.00001', { arxiv: '2605.00001' }],
    ['AB  - One\ntwo\n  three', { abstract: 'One two three' }],
    ['N2  - An abstract\nN1  - A note', { abstract: 'An abstract' }],
  ])('%s', async (fields, expected) => {
    expect(await ris(fields)).toMatchObject(expected)
  })
})
