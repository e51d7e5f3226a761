import { beforeAll, describe, expect, it } from 'vitest'
import { writeBibtex } from '../../../src/formats/bibtex.ts'
import { type ExportEntry, wholeText } from '../../../src/formats/export-entry.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { readWithCitationJs } from './read-with-citation-js.ts'
import { realEntries, realOptions } from './real-papers.ts'

const options = realOptions()

function write(...entries: ExportEntry[]): string {
  return wholeText(writeBibtex, entries, options)
}

describe('the 198 papers as BibTeX', () => {
  let entries: readonly ExportEntry[]
  beforeAll(() => {
    entries = realEntries()
  })

  it('are read as 198 entries with titles and abstracts intact', () => {
    const items = readWithCitationJs(wholeText(writeBibtex, entries, options), 'bibtex')
    expect(items).toHaveLength(198)
    // Citation.js sets mathematics as Unicode; the file has it as the authors wrote it.
    expect(items.map(({ title }) => title)).toEqual(entries.map((entry) => entry.paper.title.replace('$^2$', '²')))
    expect(items.map(({ abstract }) => abstract)).toEqual(entries.map((entry) => entry.paper.abstract))
  })

  it('claim no author, year or day', () => {
    const text = wholeText(writeBibtex, entries, options)
    expect(text).not.toMatch(/^ {2}(author|year|date|journal|urldate)/m)
    for (const item of readWithCitationJs(text, 'bibtex'))
      expect([item.author, item.issued, item.accessed]).toEqual([undefined, undefined, undefined])
  })

  it('have a key each, the same alone and among others', () => {
    const keys = [...wholeText(writeBibtex, entries, options).matchAll(/^@misc\{(.*),$/gm)].map((match) => match[1])
    expect(new Set(keys).size).toBe(198)
    expect(keys.filter((key) => !/^[a-z][a-z0-9-]*$/.test(key ?? ''))).toEqual([])
    for (const [index, entry] of entries.entries()) expect(write(entry)).toContain(`@misc{${keys[index] ?? ''},\n`)
  })
})

describe('hostile titles in BibTeX', () => {
  it.each(HOSTILE_TITLES)('%s', (title) => {
    const text = write(
      { paper: paper({ id: 'a', title, abstract: title }) },
      { paper: paper({ id: 'b', title: 'Next' }) },
    )
    const items = readWithCitationJs(text, 'bibtex')
    const shown = title.replace(/\s+/g, ' ').trim()
    expect(items.map((item) => item.title)).toEqual([shown, 'Next'])
    expect(items[0]?.abstract).toBe(shown)
    expect(braceDepth(text)).toBe(0)
  })
})

describe('what TeX prints', () => {
  // Readers of BibTeX forgive what TeX does not, so these are held as they stand in the file.
  it.each([
    ['100% & # _ $', '100\\% \\& \\# \\_ \\$'],
    ['~ ^ \\', '{\\textasciitilde} {\\textasciicircum} {\\textbackslash}'],
    ['< > |', '{\\textless} {\\textgreater} {\\textbar}'],
    ['{a}', '\\{a\\}'],
    ['}a{', '{\\textbraceright}a{\\textbraceleft}'],
    ["a -- b '' ``", "a -{}- b '{}' `{}`"],
  ])('%s', (title, tex) => {
    expect(write({ paper: paper({ title }) })).toContain(`title = {{${tex}}}`)
  })
})

describe('fields of a BibTeX entry', () => {
  const title = 'A title'

  it.each<[string, Partial<ExportEntry>, string]>([
    [
      'mathematics stays',
      { paper: paper({ title: 'Align$^2$ in $O(n \\log n)$' }) },
      'title = {{Align$^2$ in $O(n \\log n)$}}',
    ],
    ['mathematics with a comment sign', { paper: paper({ title: 'At $50%$' }) }, 'title = {{At $50\\%$}}'],
    [
      'mathematics with a lost brace is text',
      { paper: paper({ title: '$a{b$' }) },
      'title = {{\\$a{\\textbraceleft}b\\$}}',
    ],
    [
      'the project is the address',
      { paper: paper({ projectLink: 'https://a.io/x_y#z%20' }) },
      'url = {https://a.io/x_y#z%20}',
    ],
    ['braces in an address', { paper: paper({ projectLink: 'https://a.io/{x}' }) }, 'url = {https://a.io/%7Bx%7D}'],
    [
      'an arXiv address',
      { link: 'https://arxiv.org/abs/2605.13301v2' },
      'eprint = {2605.13301},\n  archiveprefix = {arXiv},',
    ],
    ['a DOI address', { link: 'https://doi.org/10.1000/a_b' }, 'doi = {10.1000/a_b}'],
    [
      'names that a comma or an and would part',
      { paper: paper({ authors: ['Ann Author, Jr', 'Ben and Co', 'The Left and Right Team'] }) },
      'author = {Jr, {Ann Author,} and {and Co}, Ben and {The Left and Right Team}}',
    ],
    ['a note is not printed', { note: 'Two\nlines & more' }, 'annote = {Two lines \\& more}'],
    ['lists are keywords', { lists: ['To read', 'Speech, audio'] }, 'keywords = {To read, Speech audio}'],
    ['a day with an address', { link: 'https://a.io', accessed: '2026-11-22' }, 'urldate = {2026-11-22}'],
    [
      'further addresses are remarks',
      { note: 'Mine.', paper: paper({ projectLink: 'https://a.io', codeLinks: ['https://github.com/a/b_c'] }) },
      'annote = {Mine. Code: https://github.com/a/b\\_c}',
    ],
  ])('%s', (_, entry, line) => {
    expect(write({ paper: paper({ title }), ...entry })).toContain(line)
  })

  it('no field without a value, and no day without an address', () => {
    const text = write({ paper: paper({ id: 'x1', title }), note: ' \n', lists: [], accessed: '2026-11-22' })
    expect(text).toBe('@misc{a-title-x1,\n  title = {{A title}},\n}\n')
  })

  it.each(['javascript:alert(1)', 'javascript://a.io/%0Aalert(1)', 'file:///etc/passwd', 'https://a.io/ b', ''])(
    'no web address, no field: %j',
    (link) => {
      expect(write({ paper: paper({ title }), link })).not.toContain('url')
    },
  )

  it('a paper that is there twice has two keys', () => {
    const entry = { paper: paper({ id: 'x1', title }) }
    expect(write(entry, entry)).toMatch(/@misc\{a-title-x1,[^]*@misc\{a-title-x1-2,/)
  })
})

/** As BibTeX counts: every brace, escaped or not; below zero is as wrong as above. */
function braceDepth(text: string): number {
  let depth = 0
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return depth
  }
  return depth
}
