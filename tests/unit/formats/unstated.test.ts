/** Papers of which no source states more than title and abstract leave every way out byte for byte as they ever did. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { feedFiles } from '../../../src/compiler/feeds.ts'
import { papersPage } from '../../../src/compiler/papers-page.ts'
import { FORMATS } from '../../../src/formats/all-formats.ts'
import { EDITION_FORMATS } from '../../../src/formats/edition-formats.ts'
import { wholeText } from '../../../src/formats/export-entry.ts'
import { mailDraft } from '../../../src/formats/mail-draft.ts'
import { paper } from '../../support/papers.ts'

const DAY = '2026-11-22'
const topics = [{ id: 'moe', label: 'Mixture of experts' }]
const papers = [
  paper({
    title: 'Align$^2$LLaVA: <Bubble> & “more”',
    abstract: 'We align it. It is long. We win by 3.',
    topics: ['moe'],
  }),
  paper({
    title: 'A survey',
    abstract: 'Of $O(n^2)$ things.',
    rank: 1,
    code: 'link',
    codeLinks: ['https://b.io/x'],
    projectLink: 'https://a.io/',
  }),
]
const entries = papers.map((one, at) => ({
  paper: one,
  ...(at === 1 && { note: 'One\n\nTwo', lists: ['To read'], link: 'https://arxiv.org/abs/2605.00001', accessed: DAY }),
}))
const letter = {
  subject: 'Offprint of 22 Nov · edition 1 of 17',
  about: 'One page of 2 papers, undated by its source.',
  day: DAY,
  app: 'https://example.org/offprint/',
  sections: [{ heading: 'From the page', entries: papers.map((one) => ({ paper: one, reason: 'No. 1 on the page' })) }],
}
const manifest = {
  taken: DAY,
  topics,
  papers: 2,
  sources: [{ name: 'A page', taken: DAY, papers: 2, dated: false, ranked: false }],
}

const WAYS: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    FORMATS.map(({ id, write }) => [id, () => wholeText(write, entries, { title: 'All', date: DAY, topics })]),
  ),
  ...Object.fromEntries(EDITION_FORMATS.map(({ id, write }) => [`edition as ${id}`, () => write(letter)])),
  'mail draft': () => mailDraft(letter),
  feeds: () => JSON.stringify([...feedFiles(papers, { taken: DAY, topics }, [DAY, DAY])]),
  'page without script': () => papersPage(papers, manifest as unknown as Parameters<typeof papersPage>[1]),
}

/** After a change that is meant for all papers, the new ones belong here. */
const HASHES: Readonly<Record<string, string>> = {
  bibtex: 'c6f3baa4b2598dc8',
  ris: 'ffec5c4ab9d160e1',
  'csl-json': '99664f4996477bca',
  csv: '76dbc73b39bd67c9',
  markdown: 'b5d6d6cc2f6ebc9d',
  identifiers: 'a5855b9cf9ae4eaf',
  'offprint-file': 'b2876cfa61cf1e3c',
  'edition as mail': '638c3955748dfe0b',
  'edition as html': 'b75134171489c474',
  'edition as text': 'b8c78ef49818abc9',
  'mail draft': '127e1559b8e13be5',
  feeds: '184feb4fff871c41',
  'page without script': '1c895d48c5480789',
}

it.each(Object.keys(WAYS))('%s', (way) => {
  const hash = createHash('sha256')
    .update(WAYS[way]?.() ?? '')
    .digest('hex')
    .slice(0, 16)
  expect([way, hash]).toEqual([way, HASHES[way]])
})
