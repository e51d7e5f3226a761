/** BibTeX as people have it: read whole, or its broken entries named by line while the others are kept. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibText } from '../../../src/enrich/bib-text.ts'
import { titleKey } from '../../../src/enrich/identity.ts'
import { writeBibtex } from '../../../src/formats/bibtex.ts'
import { looksLikeBibtex, readBibtex } from '../../../src/sources/bibtex.ts'
import { realEntries, realOptions } from '../formats/real-papers.ts'

const fieldsOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readBibtex(text).entries[0]?.fields ?? [])

const SOUND: readonly (readonly [name: string, text: string, fields: Readonly<Record<string, string>>])[] = [
  ['braces', '@article{k, title = {A {B} c}}', { title: 'A {B} c' }],
  ['quotes', '@article{k, title = "A {"}quoted{"} b"}', { title: 'A {"}quoted{"} b' }],
  ['round brackets', '@article(k, title = {A})', { title: 'A' }],
  ['numbers', '@article{k, year = 2026}', { year: '2026' }],
  ['parts joined', '@article{k, title = {A } # "b" # { c}}', { title: 'A b c' }],
  ['a string', '@string{v = "Venue"}\n@article{k, journal = v # { 3}}', { journal: 'Venue 3' }],
  ['a string of strings', '@string(a = {A})\n@STRING{b = a # "B"}\n@misc{k, note = B}', { note: 'AB' }],
  ['a string nobody defined', '@article{k, journal = jmlr}', { journal: 'jmlr' }],
  ['months', '@article{k, month = nov}', { month: 'nov' }],
  ['names in any case', '@ARTICLE{k, TITLE = {A}}', { title: 'A' }],
  ['no comma at the end, or one too many', '@article{k,\n title = {A},,\n}', { title: 'A' }],
  ['a field given twice', '@article{k, title = {A}, title = {B}}', { title: 'A' }],
  ['an escaped bracket', '@article{k, title = {A \\{ b \\} c}}', { title: 'A \\{ b \\} c' }],
  ['no key', '@article{, title = {A}}', { title: 'A' }],
  ['a space for a key', '@article{ , title = {A}}', { title: 'A' }],
  ['lines of Windows', '@article{k,\r\n  title = {A\r\nb},\r\n}', { title: 'A\r\nb' }],
  ['hyphens in names', '@misc{k, date-added = {now}}', { 'date-added': 'now' }],
  ['an address at the sign @ inside', '@misc{k, note = {me@here.org and @them}}', { note: 'me@here.org and @them' }],
  ['names that objects have', '@misc{k, __proto__ = {x}, constructor = {y}}', { ['__proto__']: 'x', constructor: 'y' }],
]

describe('a sound entry', () => {
  it.each(SOUND)('%s', (_, text, fields) => {
    const read = readBibtex(text)
    expect(read.faults).toEqual([])
    expect(Object.entries(fieldsOf(text))).toEqual(Object.entries(fields))
  })

  it('has its type, key and line', () => {
    const [, second] = readBibtex('@misc{a, title={A}}\n\n@InProceedings { b:2026/x ,\n title={B}}').entries
    expect(second).toMatchObject({ type: 'inproceedings', key: 'b:2026/x', line: 3 })
  })

  it('may share its line with others', () => {
    expect(readBibtex('@misc{a, title={A}} @misc{b, title={B}}').entries.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('stands among words, comments and preambles', () => {
    const text = 'Written by hand, me@here.org\n@comment{ {x} }\n@preamble{"\\cmd{x}"}\n@misc{a, title={A}}\n% the end'
    expect(readBibtex(text)).toMatchObject({ entries: [{ key: 'a' }], faults: [] })
  })
})

const BROKEN: readonly (readonly [name: string, broken: string, what: string])[] = [
  ['a bracket never closed', '@misc{x,\n title = {A {b},\n year = 2026\n}', 'no closing } after the field title'],
  ['two brackets never closed', '@misc{x,\n title = {A {b,\n year = 2026\n}', 'the field title has no closing }'],
  ['a quote never closed', '@misc{x, title = "A,\n}', 'the field title has no closing "'],
  ['no closing bracket', '@misc{x, title = {A}', 'no closing } after the field title'],
  ['a comma forgotten', '@misc{x, title = {A} year = 2026}', 'no comma after the field title'],
  ['no equals sign', '@misc{x, title {A}}', 'the field title has no ='],
  ['no value', '@misc{x, title = , year = 2026}', 'the field title has no value'],
  ['no fields at all', '@misc{x title}', 'no comma after the key'],
  ['a broken string', '@string{v = {A}', 'no closing }'],
]

describe('a broken entry', () => {
  it.each(BROKEN)('%s', (_, broken, what) => {
    const read = readBibtex(`@misc{before, title={A}}\n\n${broken}\n\n@misc{after, title={B}}`)
    expect(read.faults).toEqual([{ line: 3, what }])
    expect(read.entries.map(({ key }) => key)).toEqual(['before', 'after'])
  })
})

describe('what this app writes', () => {
  it('is read back, every title of the corpus', () => {
    const written = [...writeBibtex(realEntries(), realOptions())].join('')
    const { entries, faults } = readBibtex(written)
    expect(faults).toEqual([])
    const titles = entries.map(({ fields }) => titleKey(bibText(fields.get('title') ?? '')))
    expect(titles).toEqual(realEntries().map(({ paper }) => titleKey(paper.title)))
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    '@',
    '@misc',
    '{',
    '}',
    '(',
    ')',
    '"',
    '#',
    '=',
    ',',
    '\\',
    '\n',
    'title',
    ' ',
    'a',
    '@string{',
  )
  it('is read to its end, entries and faults on lines that there are', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        const { entries, faults } = readBibtex(text)
        const lines = text.split('\n').length
        for (const { line } of [...entries, ...faults]) expect(line >= 1 && line <= lines).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['a million brackets', '@misc{x, title = {' + '{'.repeat(1_000_000)],
    ['entries never closed', '@misc{x, title = {\n'.repeat(20_000)],
    ['spaces without end', `@misc{x${' '.repeat(1_000_000)}`],
    ['signs without end', '@'.repeat(1_000_000)],
    ['entries in one line, never closed', '@misc{x, title = {'.repeat(20_000)],
    ['sound entries in one line', '@misc{x, title = {A}}'.repeat(20_000)],
  ])('takes no longer than its length: %s', (_, text) => {
    const start = performance.now()
    readBibtex(text)
    expect(performance.now() - start).toBeLessThan(5_000) // squared, it would be minutes
  })
})

it('names a field made of strings that double until no memory holds it', () => {
  const doubled = Array.from({ length: 40 }, (_, n) => `@string{a${n + 1} = a${n} # a${n}}`)
  const read = readBibtex(['@string{a0 = "0123456789"}', ...doubled, '@misc{k, title = a9 # a40}'].join('\n'))
  expect(read.faults[0]).toEqual({ line: 14, what: 'the field a13 is too long' })
  expect(read.entries[0]?.fields.get('title')?.length).toBeLessThan(50_000)
})

it('names the entry at which it ends, where there are more than 20,000', () => {
  const { entries, faults } = readBibtex('@misc{a,}\n'.repeat(20_002))
  expect(entries).toHaveLength(20_000)
  expect(faults).toEqual([{ line: 20_001, what: 'more than 20,000 entries' }])
})

describe('what looks like BibTeX', () => {
  it.each([
    ['@article{key,\n title={A}}', true],
    ['% mine\n  @misc{a:b, title={A}}', true],
    ['We thank @someone (for all). Mail me@here.org.', false],
    ['@inproceedings', false],
  ])('%j: %s', (text, is) => {
    expect(looksLikeBibtex(text)).toBe(is)
  })
})
