/** Of addresses on http: records keep them, and whatever is clicked leads to https alone. */
import { describe, expect, it } from 'vitest'
import { feedFiles } from '../../../src/compiler/feeds.ts'
import { papersPage } from '../../../src/compiler/papers-page.ts'
import type { Manifest } from '../../../src/corpus/manifest.ts'
import { FORMATS } from '../../../src/formats/all-formats.ts'
import { EDITION_FORMATS } from '../../../src/formats/edition-formats.ts'
import { wholeText } from '../../../src/formats/export-entry.ts'
import { clickableLinks, statedLinks } from '../../../src/formats/links.ts'
import { mailDraft } from '../../../src/formats/mail-draft.ts'
import { paper } from '../../support/papers.ts'

const DAY = '2026-11-22'
const PLAIN = 'http://plain.example/'
const one = paper({
  title: 'A',
  page: PLAIN,
  projectLink: `${PLAIN}project`,
  codeLinks: ['https://safe.example/code', `${PLAIN}code`, 'HTTP://plain.example/'],
})
const options = { title: 'All', date: DAY, topics: [] }
const letter = {
  ...{ subject: 'S', about: 'A', day: DAY, app: null },
  sections: [{ heading: '', entries: [{ paper: one, reason: '' }] }],
}
const manifest = { taken: DAY, papers: 1, sources: [], topics: [] } as unknown as Manifest

const written = (id: string): string => {
  const format = FORMATS.find((each) => each.id === id)
  return format ? wholeText(format.write, [{ paper: one }], options) : ''
}
const edition = (id: string): string => EDITION_FORMATS.find((each) => each.id === id)?.write(letter) ?? ''

describe('links', () => {
  it('are those of a paper in order, none twice, and no other kind of address', () => {
    const entry = { paper: paper({ codeLinks: [PLAIN, 'javascript:1', 'https://a.b/ c'], projectLink: PLAIN }) }
    expect(statedLinks({ ...entry, link: 'https://safe.example/' }).map(({ name, url }) => [name, url])).toEqual([
      ['Paper', 'https://safe.example/'],
      ['Project', PLAIN],
    ])
    expect(clickableLinks(entry)).toEqual([])
  })
})

const CLICKED: Readonly<Record<string, () => string>> = {
  markdown: () => written('markdown'),
  'offprint-file': () => written('offprint-file'),
  'edition as HTML': () => edition('html'),
  'edition as text': () => edition('text'),
  'mail draft': () => decodeURIComponent(mailDraft(letter)),
  feeds: () =>
    [...feedFiles([one], { taken: DAY, topics: [] }, [DAY]).values()].join('').replace(/ xmlns="[^"]*"/g, ''),
  'page without script': () => papersPage([one], manifest),
}

describe('what is clicked', () => {
  it.each(Object.keys(CLICKED))('leads to https alone: %s', (way) => {
    const text = CLICKED[way]?.() ?? ''
    expect(text).toContain('https://safe.example/code')
    expect(text).not.toMatch(/http:/i)
  })
})

describe('what is a record', () => {
  it.each(['bibtex', 'ris', 'csl-json', 'csv'])('keeps an address as its source states it: %s', (id) => {
    expect(written(id)).toContain(PLAIN)
  })
})
