/** What a reader brings: every format read into whole papers, what is here already told, and what is wrong with the rest. */
import { describe, expect, it } from 'vitest'
import { paperId, titleKey } from '../../../src/enrich/identity.ts'
import type { Paper } from '../../../src/corpus/paper.ts'
import { encodeShard } from '../../../src/corpus/encode-shard.ts'
import { FORMATS } from '../../../src/formats/all-formats.ts'
import { wholeText } from '../../../src/formats/export-entry.ts'
import { isKeepable } from '../../../src/library/mine.ts'
import type { ReadAnswer } from '../../../src/search/brought.ts'
import { MOST_BROUGHT } from '../../../src/sources/bounds.ts'
import { answerBringing } from '../../../src/workers/bring.ts'
import { realOptions } from '../formats/real-papers.ts'
import { paper } from '../../support/papers.ts'
import { seedPapers } from '../../support/seed.ts'
import { ATOM, BIBTEX, CSL, DAILY, PAGE, RIS } from '../sources/samples.ts'

const FIRST = paperId(titleKey('A first paper'))
const SECOND = paperId(titleKey('A second paper'))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** With papers that are here, from number `own` on the reader's. */
async function read(texts: readonly string[], here: readonly Paper[] = [], own = here.length): Promise<ReadAnswer> {
  const files = texts.map((text, at) => ({ name: `file-${String(at)}`, bytes: bytes(text) }))
  const answer = await answerBringing({ kind: 'read', files }, { papers: here, aliases: new Map(), own })
  return answer.kind === 'read' ? answer.value : expect.fail(answer.kind)
}

describe('a file', () => {
  it.each(Object.entries({ ATOM, BIBTEX, CSL, DAILY, PAGE, RIS }))('of %s brings its papers', async (_, text) => {
    const { papers, faults, unread } = await read([text])
    expect(papers.map((one) => [one.paper.id, one.paper.title, one.here])).toEqual([
      [FIRST, expect.stringMatching(/^A first paper$/), null],
      [SECOND, expect.stringMatching(/^A second paper$/i), null],
    ])
    expect([faults, unread]).toEqual([[], 0])
    expect(papers.every(({ paper: one }) => isKeepable(one))).toBe(true)
  })
  it('of a compiled corpus brings its papers with the ids they have there', async () => {
    const all = seedPapers().slice(0, 3)
    const { papers } = await read([encodeShard(all)])
    expect(papers.map(({ paper: one }) => one.id)).toEqual(all.map(({ id }) => id))
  })
  it('gives papers all that the compiler finds in them', async () => {
    const given = seedPapers().slice(0, 20)
    const page = given.map(({ title, abstract }) => `${title}\n${abstract}`).join('\n')
    const { papers } = await read([page])
    expect(papers.map((one) => one.paper)).toEqual(given)
  })
  it('that is broken in part is named by line and record, and the rest comes', async () => {
    const { papers, faults } = await read([PAGE, BIBTEX.replace('title = {A first paper},', '')])
    expect(papers.map((one) => [one.paper.title, one.file])).toEqual([
      ['A first paper', 0],
      ['A second paper', 0],
    ])
    expect(faults).toEqual([{ file: 1, line: 1, record: 1, what: 'it has no title' }])
  })
  it.each([
    ['', 'no papers: the file is empty'],
    ['{"a": 1}', 'JSON of an unknown kind'],
    ['<html><body>no</body></html>', 'markup of an unknown kind'],
    ['\u0000\u0001', ''],
  ])('that is none says why: %j', async (text, what) => {
    const { papers, faults } = await read([text])
    expect(papers).toEqual([])
    expect(faults).toHaveLength(1)
    expect(faults[0]?.what).toContain(what)
  })
  it('with more papers than are taken at once says how many it left', async () => {
    const many = Array.from(
      { length: MOST_BROUGHT.papers + 3 },
      (_, n) => `@misc{k${String(n)}, title={Thing ${String(n)}}}`,
    )
    const { papers, unread } = await read([many.join('\n')])
    expect([papers.length, unread]).toEqual([MOST_BROUGHT.papers, 3])
  })
})

describe('several files', () => {
  it('bring a paper once, with the richest of what they say', async () => {
    const { papers } = await read([RIS, DAILY])
    expect(papers.map((one) => [one.paper.id, one.file])).toEqual([
      [FIRST, 0],
      [SECOND, 0],
    ])
    expect(papers[0]?.paper).toMatchObject({ arxiv: '2605.00001', votes: 140, listed: '2026-05-18' })
  })
})

describe('a paper that is here already', () => {
  const bib = (fields: string): string => `@misc{k, title = {A first paper}, ${fields}}`
  it.each([
    ['by its title', '', { id: FIRST, title: 'A first paper' }, FIRST],
    ['by its arXiv number, in any version', 'eprint = {2605.00001v2}', { id: 'x', arxiv: '2605.00001' }, 'x'],
    ['by its DOI, in any case', 'doi = {10.1234/AbC}', { id: 'x', doi: '10.1234/abc' }, 'x'],
    [
      'not by a title alone, where the numbers differ',
      'eprint = {2605.00001}',
      { id: FIRST, arxiv: '2605.00009' },
      null,
    ],
    ['not by anything else', '', { id: 'x', title: 'Another' }, null],
  ])('is known %s', async (_, fields, here, known) => {
    const { papers } = await read([bib(fields)], [paper(here)])
    expect(papers.map((one) => one.here)).toEqual([known])
  })
  it.each([
    [
      'of the reader’s',
      0,
      'author = {Ann Author}, eprint = {2605.00001}',
      { authors: ['Ann Author'], arxiv: '2605.00001' },
    ],
    ['of the reader’s that knows as much', 0, 'author = {Doe, Jo}', null],
    ['of the corpus', 1, 'author = {Ann Author}, eprint = {2605.00001}', null],
  ])('gains what it does not say, %s', async (_, own, fields, gained) => {
    const here = paper({
      id: FIRST,
      title: 'A first paper',
      abstract: 'We say all.',
      ...(gained ? {} : { authors: ['Jo Doe'] }),
    })
    const { papers } = await read([bib(fields)], [here], own)
    expect(papers).toMatchObject([{ here: FIRST, isMore: gained !== null }])
    if (gained) expect(papers[0]?.paper).toMatchObject({ id: FIRST, abstract: 'We say all.', ...gained })
  })
  it('leaves its id to it where another has the same title', async () => {
    const here = [paper({ id: FIRST, arxiv: '2605.00009' })]
    const [one] = (await read([bib('eprint = {2605.00001}')], here)).papers
    const [again] = (await read([bib('eprint = {2605.00001}')], here)).papers
    expect(one?.paper.id).toMatch(new RegExp(`^${FIRST}-\\w{4}$`))
    expect(again?.paper.id).toBe(one?.paper.id)
  })
})

describe('what is exported', () => {
  const papers: readonly Paper[] = seedPapers().map((one, n) => ({
    ...one,
    authors: ['Ann Author', 'Ben B. van der Author', '李 明'],
    published: '2026-05',
    ...(n % 3 === 0 && { arxiv: `2605.${String(10_000 + n)}` }),
    ...(n % 3 === 1 && { doi: `10.1234/a_b(${String(n)})` }),
    ...(n % 3 === 2 && { page: `https://example.org/${String(n)}` }),
  }))
  const said = ({ id, title, abstract, topics, kind, authors, published, arxiv, doi }: Paper) => {
    return { id, title, abstract, topics, kind, authors, arxiv, doi, published }
  }
  it.each(['bibtex', 'ris', 'csl-json'])('as %s comes back the same, and is here already', async (format) => {
    const { write } = FORMATS.find(({ id }) => id === format) ?? expect.fail()
    const text = wholeText(
      write,
      papers.map((one) => ({ paper: one })),
      realOptions(),
    )
    const { papers: again, faults } = await read([text], papers, 0)
    expect(faults).toEqual([])
    expect(again.filter(({ isMore }) => isMore)).toEqual([])
    expect(again.map((one) => one.here)).toEqual(papers.map(({ id }) => id))
    expect(again.map((one) => said(one.paper))).toEqual(papers.map(said))
  })
})

describe('links', () => {
  const here = [
    paper({ id: 'a', title: 'A', arxiv: '2605.00001' }),
    paper({ id: 'b', title: 'B', doi: '10.1234/B' }),
    paper({ id: 'c', title: 'C', projectLink: 'https://www.example.org/C/', codeLinks: ['https://github.com/o/c'] }),
    paper({ id: 'd', title: 'D', codeLinks: ['https://github.com/o/many'] }),
    paper({ id: 'e', title: 'E', codeLinks: ['https://github.com/o/many'] }),
    paper({ id: FIRST, title: 'A first paper', arxiv: '2605.00007' }),
  ]
  it.each([
    ['a', 'https://arxiv.org/pdf/2605.00001v3.pdf', ''],
    ['a', 'https://huggingface.co/papers/2605.00001', ''],
    ['a', 'https://www.alphaxiv.org/overview/2605.00001', ''],
    ['a', 'https://papers.cool/arxiv/2605.00001', ''],
    ['a', 'https://doi.org/10.48550/arXiv.2605.00001', ''],
    ['b', 'https://doi.org/10.1234/b', ''],
    ['c', 'http://example.org/C', ''],
    ['c', 'https://github.com/o/c.git', ''],
    [null, 'https://github.com/o/many', ''],
    [null, 'https://github.com/o', ''],
    [FIRST, 'https://example.com/1', 'Paper page - A first paper'],
    [FIRST, 'https://example.com/1', '[2605.00007] A First Paper'],
    [null, 'https://arxiv.org/abs/2605.00099', 'A first paper'],
    [null, 'https://example.com/1', ''],
  ])('lead to %s: %s %s', async (id, url, title) => {
    const answer = await answerBringing(
      { kind: 'find', links: [{ url, title }] },
      { papers: here, aliases: new Map(), own: 9 },
    )
    expect(answer.kind === 'find' && answer.value.papers.map((one) => one?.id ?? null)).toEqual([id])
  })
  it('lead to a paper by a title that it had before', async () => {
    const aliases = new Map([[FIRST, 'c']])
    const links = [{ url: 'https://example.com/1', title: 'A first paper' }]
    const answer = await answerBringing({ kind: 'find', links }, { papers: here.slice(0, 5), aliases, own: 9 })
    expect(answer).toMatchObject({ value: { papers: [{ id: 'c' }] } })
  })
})
