import { describe, expect, it } from 'vitest'
import { appAddress, editionLetter } from '../../../src/app/edition-letter.ts'
import { aboutPage, editionSubject, reasonWords, sectionHeading } from '../../../src/app/edition-words.ts'
import type { Entry, PaperEdition, Reason } from '../../../src/digest/edition.ts'
import { paper } from '../../support/papers.ts'

/** The same edition of papers that a source lists on these days. */
const listedOn = (...days: readonly string[]): PaperEdition => ({
  ...edition,
  sections: edition.sections.map((one, at) => ({
    ...one,
    entries: one.entries.map((each) => ({ ...each, paper: { ...each.paper, listed: days[at] ?? '' } })),
  })),
})
const page = { papers: 198, taken: '2026-11-22', sources: [{ dated: false }] }
const dated = { ...page, sources: [{ dated: true }] }
const because: Reason = {
  kind: 'because',
  paper: 'zb',
  title: 'Zero Bubble',
  terms: ['pipeline', 'bubble', 'gpu', 'x'],
}
const entry = (title: string, reason: Reason): Entry => ({ paper: paper({ title }), reason, also: [] })
const section = { search: null, unseen: 1, seen: 0 }
const edition: PaperEdition = {
  kind: 'papers',
  day: '2026-11-22',
  number: 3,
  of: 17,
  since: null,
  generation: 'g',
  shown: 36,
  total: 198,
  sections: [
    { ...section, kind: 'because', entries: [entry('A', because)] },
    { ...section, kind: 'page', entries: [entry('B', { kind: 'page', rank: 4 })] },
  ],
  postscripts: [{ day: '2026-11-23', entries: [entry('C', { kind: 'page', rank: 0 })] }],
}

describe('the subject of an edition', () => {
  it.each([
    ['of an undated page', edition, page, 'Offprint of 22 Nov · edition 3 of 17'],
    [
      'of papers that a source lists on its day',
      listedOn('2026-11-22', '2026-11-22'),
      dated,
      'Daily papers of 22 Nov 2026',
    ],
    ['of papers of two days', listedOn('2026-11-22', '2026-11-21'), dated, 'Offprint of 22 Nov'],
    [
      'of pages of which one does not',
      edition,
      { ...page, sources: [{ dated: true }, { dated: false }] },
      'Offprint of 22 Nov · edition 3 of 17',
    ],
    ['after days away', { ...edition, since: '2026-11-09' }, page, '9–22 Nov, while you were away · edition 3 of 17'],
    ['of some days of a corpus', { ...edition, listed: { from: '', to: '', papers: 1 } }, page, 'Offprint of 22 Nov'],
    [
      'after days away, of two months',
      { ...edition, since: '2026-10-31' },
      page,
      '31 Oct – 22 Nov, while you were away · edition 3 of 17',
    ],
    ['of a page that is not known yet', edition, null, 'Offprint of 22 Nov · edition 3 of 17'],
    [
      'at the end of the page',
      { ...edition, kind: 'last', saved: 1, unfolded: 2 } as const,
      page,
      'Offprint of 22 Nov',
    ],
  ])('%s', (_, edition, page, subject) => {
    expect(editionSubject(edition, page)).toBe(subject)
  })

  it('is followed by what the page is', () => {
    expect(aboutPage(page)).toBe('One page of 198 papers, undated by its source; taken on 22 Nov.')
    expect(aboutPage(dated)).toBe('One page of 198 papers; taken on 22 Nov.')
    expect(aboutPage({ ...page, sources: [{ dated: true, daily: true }] })).toBe(
      '198 papers, day by day; taken on 22 Nov.',
    )
    const two = { ...page, sources: [{ dated: true }, { dated: false }] }
    expect(aboutPage(two)).toBe('198 papers from 2 sources; taken on 22 Nov.')
  })
})

describe('why a paper is in an edition', () => {
  it.each([
    [{ kind: 'search', search: 's', name: 'Experts' }, 'Found by your search Experts'],
    [because, 'Because you saved Zero Bubble · both: pipeline, bubble, gpu'],
    [{ ...because, terms: [] }, 'Because you saved Zero Bubble'],
    [{ kind: 'page', rank: 4 }, 'No. 5 on the page'],
    [{ kind: 'page', rank: 4, votes: 1200 }, 'Trending, with 1,200 votes'],
    [{ kind: 'page', rank: 4, votes: 1 }, 'Trending, with 1 vote'],
    [{ kind: 'again', saved: '2026-11-12' }, 'Again: saved on 12 Nov, not done'],
  ] as const)('%o', (reason, words) => {
    expect(reasonWords(reason)).toBe(words)
  })

  it('is a saved search by its name', () => {
    expect(sectionHeading({ kind: 'search', search: { id: 's', name: 'Experts' }, entries: [] })).toBe('Experts')
  })
})

it.each([
  ['From the page', [undefined, undefined]],
  ['Trending', [3, undefined]],
])('the section of the page is headed %s where its papers have the votes %j', (heading, votes) => {
  const entries = votes.map((count, rank) => entry('A', { kind: 'page', rank, votes: count }))
  expect(sectionHeading({ kind: 'page', search: null, entries })).toBe(heading)
})

describe('an edition as a letter', () => {
  const letter = (personal: boolean) => editionLetter(edition, { page, app: null, personal })

  it('has its sections and postscripts under their headings, with the reasons', () => {
    expect(
      letter(true).sections.map(({ heading, entries }) => [heading, ...entries.map((e) => [e.paper.title, e.reason])]),
    ).toEqual([
      ['Because you saved', ['A', 'Because you saved Zero Bubble · both: pipeline, bubble, gpu']],
      ['From the page', ['B', 'No. 5 on the page']],
      ['Arrived on 23 Nov', ['C', 'No. 1 on the page']],
    ])
  })

  it('says nothing of its reader where that is not wanted', () => {
    expect(JSON.stringify(letter(false))).not.toMatch(/saved|Zero Bubble/)
    expect(letter(false).sections.map(({ entries }) => entries.map((e) => e.paper.title))).toEqual([['A', 'B', 'C']])
  })
})

describe('the address of the app', () => {
  it.each([
    ['https://example.org/some/path/', 'https://example.org/some/path/'],
    ['https://example.org/some/path/index.html#/browse', 'https://example.org/some/path/'],
    ['http://localhost:4173/', null],
    ['http://192.168.0.2/', null],
  ])('%s: %s', (base, address) => {
    expect(appAddress(base)).toBe(address)
  })
})
