/** What several sources say of one paper becomes one paper, and of two papers two. */
import { describe, expect, it } from 'vitest'
import { paperId, titleKey } from '../../../src/enrich/identity.ts'
import { samePapers } from '../../../src/enrich/same-paper.ts'
import type { RawPaper } from '../../../src/sources/raw-paper.ts'

const idOf = (title: string): string => paperId(titleKey(title))
/** Records of sources that were taken one day after another. */
const join = (...raws: readonly Partial<RawPaper>[]) =>
  samePapers(
    raws.map((raw, at) => ({
      raw: { title: 'A title', abstract: '', line: 1, record: 1, ...raw },
      taken: `2026-11-0${String(at + 1)}`,
    })),
  )

describe('records are of one paper', () => {
  it.each([
    [
      'by number',
      [
        { title: 'A', arxiv: '2605.00001' },
        { title: 'B', arxiv: '2605.00001' },
      ],
      ['arXiv number'],
    ],
    [
      'by DOI, in any case',
      [
        { title: 'A', doi: '10.1234/ab' },
        { title: 'B', doi: '10.1234/AB' },
      ],
      ['DOI'],
    ],
    ['by title, however written', [{ title: 'π-Flow' }, { title: '$\\pi$ flow' }], ['title']],
    ['by title in TeX', [{ title: 'Schrödinger' }, { title: 'Schr{\\"o}dinger', tex: true }], ['title']],
    [
      'by number and DOI, where one joins two others',
      [
        { title: 'A', arxiv: '2605.00001' },
        { title: 'B', doi: '10.1234/x' },
        { title: 'C', arxiv: '2605.00001', doi: '10.1234/x' },
      ],
      ['DOI', 'arXiv number'],
    ],
  ] as const)('%s', (_, raws, by) => {
    const found = join(...raws)
    expect(found).toHaveLength(1)
    expect([...(found[0]?.by.values() ?? [])]).toEqual(by)
  })

  it.each([
    ['titles', [{ title: 'A' }, { title: 'B' }]],
    ['numbers, under one title', [{ arxiv: '2605.00001' }, { arxiv: '2605.00002' }]],
  ] as const)('but not of different %s', (_, raws) => {
    expect(join(...raws)).toHaveLength(2)
  })
})

describe('the one paper', () => {
  it('keeps the id of the title that was there first, and knows the others', () => {
    const [found] = join(
      { title: 'A first title', arxiv: '2605.00001' },
      { title: 'A later title', arxiv: '2605.00001' },
    )
    expect(found).toMatchObject({ id: idOf('A first title'), aliases: [idOf('A later title')] })
    expect(found?.raw.title).toBe('A first title')
  })

  it('goes by the day a source was taken, not by the order of the sources', () => {
    const raw = (title: string): RawPaper => ({ title, abstract: '', line: 1, record: 1, arxiv: '2605.00001' })
    const records = [
      { raw: raw('Later'), taken: '2026-11-09' },
      { raw: raw('First'), taken: '2026-11-02' },
    ]
    expect(samePapers(records)[0]).toMatchObject({ id: idOf('First'), aliases: [idOf('Later')] })
  })

  it('keeps the id that a corpus gave it', () => {
    expect(join({ title: 'B', ids: ['kept-1f2e'] })[0]?.id).toBe('kept-1f2e')
  })

  it.each([
    [
      'the longest abstract',
      [{ abstract: 'Cut …' }, { abstract: 'The whole of it.' }],
      { abstract: 'The whole of it.' },
    ],
    ['the most authors', [{ authors: ['Ann'] }, { authors: ['Ann', 'Ben'] }, {}], { authors: ['Ann', 'Ben'] }],
    ['the newest votes, not the most', [{ votes: 9 }, { votes: 7 }, {}], { votes: 7 }],
    ['the first day it was listed', [{ listed: '2026-05-03' }, { listed: '2026-05-02' }], { listed: '2026-05-02' }],
    ['the most exact date', [{ published: '2026' }, { published: '2026-05-01' }], { published: '2026-05-01' }],
    [
      'the links to code of all',
      [{ code: ['https://a.org'] }, { code: ['https://b.org'] }],
      { code: ['https://a.org', 'https://b.org'] },
    ],
    [
      'of all else the first',
      [{ project: 'https://a.org' }, { project: 'https://b.org' }],
      { project: 'https://a.org' },
    ],
    [
      'what only one of them says',
      [{}, { doi: '10.1234/x', page: 'https://a.org' }],
      { doi: '10.1234/x', page: 'https://a.org' },
    ],
  ] as const)('has %s', (_, raws, expected) => {
    expect(join(...raws)[0]?.raw).toMatchObject(expected)
  })
})
